// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/filediff.h"

#include "core/diff/linediff.h"
#include "ui/diff/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::diffview
{
namespace
{

using Kind = DiffLine::Kind;

QString shown(QByteArrayView line)
{
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

/// The lines of a text, each with its end.
QList<QByteArrayView> linesOf(QByteArrayView text)
{
    QList<QByteArrayView> lines;
    while (!text.isEmpty()) {
        const auto end = text.indexOf('\n');
        lines.append(end < 0 ? text : text.first(end + 1));
        text = end < 0 ? QByteArrayView{} : text.sliced(end + 1);
    }
    return lines;
}

QByteArray withoutSpace(QByteArrayView text)
{
    QByteArray kept;
    const auto lines = linesOf(text);
    for (const auto &line : lines)
        kept += line.toByteArray().simplified().replace(" ", "") + '\n';
    return kept;
}

bool isOfToken(QChar character)
{
    return character.isLetterOrNumber() || character == u'.' || character == u'-' || character == u'_' ||
           character == u'+';
}

/// Whole tags and digests are marked, not the digits in them that differ.
QList<diff::Range> wholeTokens(const QList<diff::Range> &ranges, const QString &line)
{
    QList<diff::Range> whole;
    for (auto range : ranges) {
        while (range.begin > 0 && range.begin < line.size() && isOfToken(line.at(range.begin)) &&
               isOfToken(line.at(range.begin - 1)))
            --range.begin;
        while (range.end > 0 && range.end < line.size() && isOfToken(line.at(range.end - 1)) &&
               isOfToken(line.at(range.end)))
            ++range.end;
        while (range.begin < range.end && !line.at(range.begin).isLetterOrNumber() && isOfToken(line.at(range.begin)))
            ++range.begin; // the `-` of `${TAG:-1.2}` belongs to no tag
        if (!whole.isEmpty() && range.begin <= whole.last().end)
            whole.last().end = std::max(whole.last().end, range.end);
        else
            whole.append(range);
    }
    return whole;
}

/// Marks what changed in lines that were replaced one by one.
void markWords(FileDiff &file, qsizetype first, qsizetype last)
{
    auto added = first;
    while (added < last && file.lines.at(added).kind == Kind::Removed)
        ++added;
    if (last - added != added - first)
        return;
    for (qsizetype i = 0; first + i < added; ++i) {
        auto &before = file.lines[first + i];
        auto &after = file.lines[added + i];
        const auto words = diff::changedWords(before.text, after.text);
        before.words = wholeTokens(words.before, before.text);
        after.words = wholeTokens(words.after, after.text);
    }
}

/// All lines in their order, from the hunks and what lies between them.
class Builder
{
public:
    Builder(FileDiff &file, QByteArrayView before, QByteArrayView after)
        : m_file{file}
        , m_before{linesOf(before)}
        , m_after{linesOf(after)}
    {
    }

    void add(const QList<diff::Hunk> &hunks)
    {
        for (const auto &hunk : hunks) {
            const bool isEmptyBefore = hunk.oldCount == 0;
            same(isEmptyBefore ? hunk.oldStart : hunk.oldStart - 1);
            for (const auto &line : hunk.lines)
                step(line.kind);
        }
        same(int(m_before.size()));
        endChange();
    }

private:
    void step(diff::Line::Kind kind)
    {
        switch (kind) {
        case diff::Line::Kind::Context: same(m_old + 1); break;
        case diff::Line::Kind::Removed:
            beginChange();
            m_file.lines.append({.kind = Kind::Removed, .oldNumber = m_old + 1, .text = shown(m_before.at(m_old))});
            ++m_old;
            ++m_file.removed;
            break;
        case diff::Line::Kind::Added:
            beginChange();
            m_file.lines.append({.kind = Kind::Added, .newNumber = m_new + 1, .text = shown(m_after.at(m_new))});
            ++m_new;
            ++m_file.added;
            break;
        }
    }

    void same(int untilOld)
    {
        for (; m_old < std::min(untilOld, int(m_before.size())) && m_new < m_after.size(); ++m_old, ++m_new) {
            endChange();
            m_file.lines.append({.oldNumber = m_old + 1, .newNumber = m_new + 1, .text = shown(m_after.at(m_new))});
        }
    }

    void beginChange()
    {
        if (m_begin < 0)
            m_begin = m_file.lines.size();
    }

    void endChange()
    {
        if (m_begin < 0)
            return;
        m_file.changes.append({m_begin, m_file.lines.size()});
        markWords(m_file, m_begin, m_file.lines.size());
        m_begin = -1;
    }

    FileDiff &m_file;
    QList<QByteArrayView> m_before;
    QList<QByteArrayView> m_after;
    int m_old = 0;
    int m_new = 0;
    qsizetype m_begin = -1;
};

QString tagOf(const QList<workspace::Place> &places)
{
    using workspace::Special;
    for (const auto &place : places) {
        if (place.special == Special::Default)
            return Text::tr("variable with default");
        if (place.special == Special::Anchor)
            return place.anchor.isEmpty() ? Text::tr("anchor") : Text::tr("anchor (%1)").arg(place.anchor);
    }
    return {};
}

/// The YAML path of what changes between two lines of the new file.
QString headingOf(const QList<workspace::Place> &places, const FileDiff &file, std::pair<qsizetype, qsizetype> change)
{
    QStringList headings;
    for (auto i = change.first; i < change.second; ++i)
        for (const auto &place : places)
            if (place.line == file.lines.at(i).newNumber && !place.path.isEmpty() && file.lines.at(i).newNumber > 0)
                headings.append(place.path.join(u" › "_s));
    headings.removeDuplicates();
    return headings.join(u", "_s);
}

QStringList remarksOf(const QByteArray &before, const QByteArray &after)
{
    QStringList remarks;
    const auto mark = "\xef\xbb\xbf"_ba;
    if (before.startsWith(mark) != after.startsWith(mark))
        remarks.append(after.startsWith(mark) ? Text::tr("A byte order mark is added.")
                                              : Text::tr("The byte order mark is removed."));
    if (before.contains("\r\n") != after.contains("\r\n"))
        remarks.append(after.contains("\r\n") ? Text::tr("Lines now end with CR LF.")
                                              : Text::tr("Lines no longer end with CR LF."));
    const bool hadEnd = before.isEmpty() || before.endsWith('\n');
    const bool hasEnd = after.isEmpty() || after.endsWith('\n');
    if (hadEnd != hasEnd)
        remarks.append(hasEnd ? Text::tr("A newline is added at the end.")
                              : Text::tr("The newline at the end is removed."));
    else if (!hasEnd)
        remarks.append(Text::tr("There is no newline at the end, before and after."));
    return remarks;
}

} // namespace

FileDiff diffOf(const workspace::FilePreview &preview, bool ignoreSpace)
{
    FileDiff file{
        .path = preview.path, .tag = tagOf(preview.places), .remarks = remarksOf(preview.before, preview.after)};
    const auto hunks = ignoreSpace ? diff::hunks(withoutSpace(preview.before), withoutSpace(preview.after))
                                   : diff::hunks(preview.before, preview.after);
    Builder{file, preview.before, preview.after}.add(hunks);
    for (const auto &change : std::as_const(file.changes))
        file.headings.append(headingOf(preview.places, file, change));
    return file;
}

} // namespace slipway::diffview
