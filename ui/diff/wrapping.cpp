// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/wrapping.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace slipway::diffview
{
namespace
{

qsizetype leadingSpaces(QStringView line)
{
    return std::ranges::find_if_not(line, [](QChar c) { return c == u' '; }) - line.begin();
}

/// Below the first combining mark each place is a character of its own.
bool mayHoldLongCharacters(QStringView line)
{
    return std::ranges::any_of(line, [](QChar c) { return c.unicode() >= 0x300; });
}

} // namespace

Wrapping::Wrapping(QStringView line, qsizetype columns)
    : m_columns{columns}
    , m_indent{std::min(leadingSpaces(line) + 2, columns / 2)}
{
    if (line.size() > columns && mayHoldLongCharacters(line))
        breakBetweenCharacters(line);
}

void Wrapping::breakBetweenCharacters(QStringView line)
{
    QTextBoundaryFinder characters{QTextBoundaryFinder::Grapheme, line};
    m_begins.append(0);
    for (auto end = m_columns; end < line.size(); end = m_begins.last() + m_columns - m_indent) {
        characters.setPosition(end);
        if (!characters.isAtBoundary())
            characters.toPreviousBoundary();
        if (characters.position() <= m_begins.last()) { // it is longer than a row
            characters.setPosition(end);
            characters.toNextBoundary();
        }
        if (characters.position() >= line.size())
            break;
        m_begins.append(characters.position());
    }
    m_begins.append(line.size());
}

qsizetype Wrapping::rowOf(qsizetype place) const
{
    if (m_begins.isEmpty())
        return place < m_columns ? 0 : 1 + (place - m_columns) / (m_columns - m_indent);
    const auto behind = std::ranges::upper_bound(m_begins, place) - m_begins.begin();
    return std::min(behind, m_begins.size() - 1) - 1;
}

qsizetype Wrapping::beginOf(qsizetype row) const
{
    if (m_begins.isEmpty())
        return row == 0 ? 0 : m_columns + (row - 1) * (m_columns - m_indent);
    return m_begins.at(std::min(row, m_begins.size() - 1));
}

qsizetype Wrapping::rowCount(qsizetype length) const
{
    return rowOf(std::max<qsizetype>(1, length) - 1) + 1;
}

} // namespace slipway::diffview
