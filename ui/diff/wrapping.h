// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

#include <limits>

namespace slipway::diffview
{

/// Where the characters of a shown line stand when it wraps: what goes on below stands a little deeper than the line
/// itself begins. What a person takes for one character stays in one row.
class Wrapping
{
public:
    /// One row, however long it is.
    Wrapping() = default;
    /// So many characters in a row.
    Wrapping(QStringView line, qsizetype columns);

    [[nodiscard]] qsizetype rowOf(qsizetype place) const;
    /// The first place of a row.
    [[nodiscard]] qsizetype beginOf(qsizetype row) const;
    [[nodiscard]] qsizetype indentOf(qsizetype row) const { return row == 0 ? 0 : m_indent; }
    [[nodiscard]] qsizetype rowCount(qsizetype length) const;

private:
    void breakBetweenCharacters(QStringView line);

    qsizetype m_columns = std::numeric_limits<int>::max();
    qsizetype m_indent = 0;
    QList<qsizetype> m_begins; ///< of the rows, then the line's end; empty where each place is a character
};

} // namespace slipway::diffview
