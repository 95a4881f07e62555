// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/entryproof.h"

#include "core/yaml/text.h"

#include <QHash>

#include <ranges>
#include <vector>

namespace slipway::yaml
{
namespace
{

/// Walks two trees side by side.
class Comparison
{
public:
    Comparison(const TreeChange &change, const Stream &before, const Stream &after)
        : m_change(change)
        , m_before(before)
        , m_after(after)
    {
    }

    [[nodiscard]] Result<> run()
    {
        auto before = m_before.documents();
        const auto &after = m_after.documents();
        if (before.empty()) // nothing, or comments alone
            before.push_back(noNode);
        if (before.size() != after.size())
            return refusal();
        for (size_t i = 0; i < before.size(); ++i) {
            if (!(i == 0 ? changedAt(before[i], after[i], 0) : same(before[i], after[i])))
                return refusal();
        }
        return {};
    }

private:
    [[nodiscard]] Result<> refusal() const
    {
        const auto line = m_where == noNode ? 1 : m_before.node(m_where).line;
        return failure(
            {.kind = Error::Kind::InvalidInput,
             .message = Text::tr("The change would alter more than it is meant to, near line %1.").arg(line)});
    }

    /// The node itself, without its children.
    bool sameNode(NodeId old, NodeId now)
    {
        m_where = old;
        const auto &a = m_before.node(old);
        const auto &b = m_after.node(now);
        m_twin.insert(old, now);
        const auto sameTarget = a.kind != Kind::Alias || m_twin.value(a.target, noNode) == b.target;
        return a.kind == b.kind && a.style == b.style && a.tag == b.tag && a.anchor == b.anchor && a.value == b.value &&
               sameTarget;
    }

    bool same(NodeId old, NodeId now)
    {
        if (old == noNode || now == noNode)
            return old == now;
        return sameNode(old, now) && sameChildren(childrenOf(m_before, old), childrenOf(m_after, now));
    }

    bool sameChildren(const std::vector<NodeId> &old, const std::vector<NodeId> &now)
    {
        if (old.size() != now.size())
            return false;
        return std::ranges::all_of(std::views::zip(old, now), [this](const auto &pair) {
            const auto [a, b] = pair;
            return same(a, b);
        });
    }

    static std::vector<NodeId> childrenOf(const Stream &stream, NodeId id)
    {
        std::vector<NodeId> all;
        for (const auto child : stream.children(id))
            all.push_back(child);
        return all;
    }

    bool isNothing(NodeId id) const
    {
        if (id == noNode)
            return true;
        const auto &node = m_before.node(id);
        return node.kind == Kind::Scalar && node.style == Style::Plain &&
               (node.value.isEmpty() || node.value == "~" || node.value == "null") && node.anchor.isEmpty() &&
               node.tag.isEmpty();
    }

    /// The node on the path, `depth` keys behind the root.
    bool changedAt(NodeId old, NodeId now, qsizetype depth)
    {
        if (now == noNode)
            return false;
        if (depth == m_change.path.size())
            return changedValue(old, now);
        if (isNothing(old)) // a mapping takes the place of nothing
            return m_change.kind != TreeChange::Kind::Remove && isNewMapping(now, depth);
        if (m_before.node(old).kind != Kind::Mapping || !sameNode(old, now))
            return false;
        return changedPairs(childrenOf(m_before, old), childrenOf(m_after, now), depth);
    }

    bool changedPairs(const std::vector<NodeId> &old, const std::vector<NodeId> &now, qsizetype depth)
    {
        const auto isLast = depth + 1 == m_change.path.size();
        bool isThere = false;
        size_t next = 0;
        for (size_t i = 0; i + 1 < old.size(); i += 2) {
            const auto isOurs = m_before.node(old[i]).value == m_change.path.at(depth);
            isThere = isThere || isOurs;
            if (isOurs && isLast && m_change.kind == TreeChange::Kind::Remove)
                continue;
            if (next + 1 >= now.size() || !same(old[i], now[next]))
                return false;
            if (!(isOurs ? changedAt(old[i + 1], now[next + 1], depth + 1) : same(old[i + 1], now[next + 1])))
                return false;
            next += 2;
        }
        if (isThere || m_change.kind == TreeChange::Kind::Remove)
            return isThere && next == now.size();
        return next + 2 == now.size() && isNewPair(now[next], now[next + 1], depth);
    }

    bool isNewPair(NodeId key, NodeId value, qsizetype depth)
    {
        const auto &node = m_after.node(key);
        if (node.kind != Kind::Scalar || node.value != m_change.path.at(depth) || !node.anchor.isEmpty())
            return false;
        return depth + 1 == m_change.path.size() ? isNewValue(value) : isNewMapping(value, depth + 1);
    }

    bool isNewMapping(NodeId id, qsizetype depth)
    {
        const auto children = childrenOf(m_after, id);
        return m_after.node(id).kind == Kind::Mapping && children.size() == 2 && m_after.node(id).anchor.isEmpty() &&
               isNewPair(children[0], children[1], depth);
    }

    bool isNewValue(NodeId id)
    {
        if (m_change.kind == TreeChange::Kind::Set)
            return isText(id, m_change.values.first());
        return m_after.node(id).kind == Kind::Sequence && areItems(childrenOf(m_after, id), 0);
    }

    bool changedValue(NodeId old, NodeId now)
    {
        if (m_change.kind == TreeChange::Kind::Set)
            return isText(now, m_change.values.first());
        if (isNothing(old))
            return isNewValue(now);
        const auto items = childrenOf(m_before, old);
        const auto after = childrenOf(m_after, now);
        if (!sameNode(old, now) || after.size() < items.size())
            return false;
        const auto isSame = std::ranges::all_of(std::views::zip(items, after), [this](const auto &pair) {
            const auto [a, b] = pair;
            return same(a, b);
        });
        return isSame && areItems(after, items.size());
    }

    bool areItems(const std::vector<NodeId> &nodes, size_t from)
    {
        if (nodes.size() - from != static_cast<size_t>(m_change.values.size()))
            return false;
        for (const auto &value : m_change.values) {
            if (!isText(nodes[from++], value))
                return false;
        }
        return true;
    }

    /// Whether a node is what that YAML says.
    bool isText(NodeId id, const QByteArray &yaml)
    {
        const auto meant = Stream::parse(yaml);
        if (!meant || meant->documents().size() != 1)
            return false;
        const TreeChange none{.kind = TreeChange::Kind::Set, .path = {}, .values = {}};
        return Comparison(none, *meant, m_after).same(meant->documents().front(), id);
    }

    const TreeChange &m_change;
    const Stream &m_before;
    const Stream &m_after;
    QHash<NodeId, NodeId> m_twin; ///< in the second tree
    NodeId m_where = noNode;
};

} // namespace

Result<> differsOnlyAs(const TreeChange &change, const Stream &before, const Stream &after)
{
    return Comparison(change, before, after).run();
}

} // namespace slipway::yaml
