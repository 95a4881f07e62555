// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <algorithm>
#include <limits>

namespace slipway::diffview
{

/// Where the characters of a shown line stand when it wraps: what goes on below stands a little deeper than the line
/// itself begins.
class Wrapping
{
public:
    /// One row, however long it is.
    Wrapping() = default;
    /// So many characters in a row.
    Wrapping(QStringView line, qsizetype columns)
        : m_columns{columns}
        , m_indent{std::min(leadingSpaces(line) + 2, columns / 2)}
    {
    }

    [[nodiscard]] qsizetype rowOf(qsizetype place) const
    {
        return place < m_columns ? 0 : 1 + (place - m_columns) / (m_columns - m_indent);
    }
    /// The first place of a row.
    [[nodiscard]] qsizetype beginOf(qsizetype row) const
    {
        return row == 0 ? 0 : m_columns + (row - 1) * (m_columns - m_indent);
    }
    [[nodiscard]] qsizetype indentOf(qsizetype row) const { return row == 0 ? 0 : m_indent; }
    [[nodiscard]] qsizetype rowCount(qsizetype length) const { return rowOf(std::max<qsizetype>(1, length) - 1) + 1; }

private:
    static qsizetype leadingSpaces(QStringView line)
    {
        return std::ranges::find_if_not(line, [](QChar c) { return c == u' '; }) - line.begin();
    }

    qsizetype m_columns = std::numeric_limits<int>::max();
    qsizetype m_indent = 0;
};

} // namespace slipway::diffview
