// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/proof.h"

#include "core/yaml/scalartype.h"
#include "core/yaml/text.h"

#include <QHash>

#include <algorithm>

namespace slipway::yaml
{

namespace
{

using Values = QHash<NodeId, QByteArray>;

std::unexpected<Error> refusal(const QString &why)
{
    return failure({Error::Kind::InvalidInput, why});
}

std::unexpected<Error> refusalAt(const Node &node, const QString &why)
{
    return refusal(Text::tr("Line %1, column %2: %3").arg(node.line).arg(node.column).arg(why));
}

Result<Values> wantedValues(const Stream &before, const QList<ScalarChange> &changes)
{
    Values values;
    for (const auto &change : changes) {
        const bool isScalar =
            change.node >= 0 && change.node < before.size() && before.node(change.node).kind == Kind::Scalar;
        if (!isScalar || values.contains(change.node))
            return refusal(Text::tr("A change must name a scalar, and each but once."));
        values.insert(change.node, change.value);
    }
    return values;
}

/// Edits in a comment, a key's colon or the indentation would not show in the tree.
bool liesInAScalar(const Edit &edit, const Stream &before, const QList<ScalarChange> &changes)
{
    return std::ranges::any_of(changes, [&](const ScalarChange &change) {
        const auto &node = before.node(change.node);
        return node.begin <= edit.begin && edit.end <= node.end;
    });
}

/// Where nodes must be after the edits. To be asked in the order of the text.
class Shift
{
public:
    explicit Shift(QList<Edit> edits)
        : m_edits{std::move(edits)}
    {
        std::ranges::sort(m_edits, {}, &Edit::begin);
    }

    /// The new place of a node's begin: moved by all edits before it.
    [[nodiscard]] qsizetype operator()(qsizetype begin)
    {
        for (; m_next < m_edits.size() && m_edits[m_next].begin < begin; ++m_next)
            m_moved += m_edits[m_next].text.size() - (m_edits[m_next].end - m_edits[m_next].begin);
        return begin + m_moved;
    }

private:
    QList<Edit> m_edits;
    qsizetype m_next = 0;
    qsizetype m_moved = 0;
};

bool sameStructure(const Node &a, const Node &b)
{
    return a.kind == b.kind && a.style == b.style && a.target == b.target && a.first == b.first && a.next == b.next &&
           a.tag == b.tag && a.anchor == b.anchor;
}

bool keepsType(const Node &before, const Node &after)
{
    const auto type = typeOf(after);
    return type == ScalarType::Text || type == typeOf(before);
}

/// Nodes are numbered in the order of the text, so the trees are the same if they are number by number.
Result<> onlyWantedDiffers(const Stream &before, const Stream &after, const Values &wanted, Shift moved)
{
    if (before.size() != after.size() || before.documents() != after.documents())
        return refusal(Text::tr("The edit would change the structure of the file."));
    for (NodeId id = 0; id < before.size(); ++id) {
        const auto &old = before.node(id);
        const auto &now = after.node(id);
        const auto change = wanted.constFind(id);
        if (!sameStructure(old, now) || now.begin != moved(old.begin))
            return refusalAt(old, Text::tr("the edit would change the structure of the file."));
        if (now.value != (change == wanted.cend() ? old.value : QByteArrayView{*change}))
            return refusalAt(old, change == wanted.cend() ? Text::tr("the edit would change this value too.")
                                                          : Text::tr("the new text would be read as something else."));
        if (change != wanted.cend() && !keepsType(old, now))
            return refusalAt(old, Text::tr("without quotes the new value would be no text."));
    }
    return {};
}

} // namespace

Result<QByteArray> provenEdit(const Stream &before, const QList<Edit> &edits, const QList<ScalarChange> &changes)
{
    const auto wanted = wantedValues(before, changes);
    if (!wanted)
        return std::unexpected(wanted.error());
    if (!std::ranges::all_of(edits, [&](const Edit &edit) { return liesInAScalar(edit, before, changes); }))
        return refusal(Text::tr("An edit reaches outside of the scalars that it is for."));

    auto text = edited(before.text(), edits);
    if (!text)
        return text;
    const auto after = Stream::parse(*text);
    if (!after)
        return refusal(Text::tr("The edit would break the file in line %1: %2")
                           .arg(after.error().line)
                           .arg(after.error().message));
    if (const auto same = onlyWantedDiffers(before, *after, *wanted, Shift{edits}); !same)
        return std::unexpected(same.error());
    return text;
}

} // namespace slipway::yaml
