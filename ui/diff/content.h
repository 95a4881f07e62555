// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diff/displayline.h"
#include "ui/diff/highlighting.h"
#include "ui/diff/rows.h"
#include "ui/diff/wrapping.h"

#include <QFont>
#include <QPainter>
#include <QRect>
#include <QTextLayout>

#include <optional>

namespace slipway::diffview
{

/// A place in the text of a row.
struct Position
{
    qsizetype row = 0;
    int side = 0;        ///< 0: left, or unified; 1: right
    qsizetype place = 0; ///< in the line's own text

    auto operator<=>(const Position &) const = default;
};

struct Match
{
    Position begin;
    qsizetype length;

    bool operator==(const Match &) const = default;
};

/// What lies under a point.
struct Hit
{
    enum class What { Nothing, Text, Digest, Fold, FileFold, FileCopy };

    What what = What::Nothing;
    Position position = {};
};

/// What is selected, searched and folded; where every row stands; and how it is painted. The view scrolls it.
class Content
{
public:
    void setFiles(QList<FileDiff> files);
    [[nodiscard]] const QList<FileDiff> &files() const { return m_files; }
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    [[nodiscard]] Folding &folding() { return m_folding; }

    /// Finds the rows and their places anew, for a width in pixels.
    void arrange(int width, bool isSideBySide, bool wholeDigests);
    [[nodiscard]] bool isSideBySide() const { return m_isSideBySide; }
    [[nodiscard]] bool hasWholeDigests() const { return m_wholeDigests; }
    [[nodiscard]] int height() const { return m_tops.isEmpty() ? 0 : m_tops.last(); }
    [[nodiscard]] int textWidth() const { return m_textWidth; } ///< of the longest line; unified alone scrolls sideways
    [[nodiscard]] int topOf(qsizetype row) const { return m_tops.at(row); }
    [[nodiscard]] int heightOf(qsizetype row) const { return m_tops.at(row + 1) - m_tops.at(row); }
    [[nodiscard]] qsizetype rowAt(int y) const;
    [[nodiscard]] Hit hitAt(QPoint point, int scrolledX) const;
    [[nodiscard]] int lineHeight() const;

    /// The line of a row at a side; null for other rows.
    [[nodiscard]] const DiffLine *lineOf(const Row &row, int side) const;

    /// All changes of all files, as the rows where they begin.
    [[nodiscard]] const QList<qsizetype> &changeRows() const { return m_changeRows; }

    std::optional<std::pair<Position, Position>> selection = {}; ///< anchor and cursor
    QList<Match> matches = {};
    int currentMatch = -1;

    /// Paints the rows of a part of the content. `hasFocus` for what is selected.
    void paint(QPainter &painter, const QRect &part, int scrolledX, bool hasFocus);

private:
    struct Columns
    {
        QList<QRect> numbers; ///< one or two
        QRect sign;
        QRect text;
    };

    [[nodiscard]] Columns columnsOf(qsizetype row, int side) const;
    [[nodiscard]] int wrappedCount(const Row &row) const;
    [[nodiscard]] Wrapping wrappingOf(const DisplayLine &shown) const;
    [[nodiscard]] static int textMargin(); ///< between the sign and the text
    [[nodiscard]] int columnCount() const; ///< characters in a line of a side, where lines wrap
    void paintFile(QPainter &painter, qsizetype row) const;
    void paintFold(QPainter &painter, qsizetype row) const;
    void paintRemark(QPainter &painter, qsizetype row) const;
    void paintSide(QPainter &painter, qsizetype row, int side, int scrolledX, bool hasFocus);
    void paintText(QPainter &painter, const QRect &box, const DisplayLine &line, qsizetype row, int side,
                   bool hasFocus);
    [[nodiscard]] QList<QTextLayout::FormatRange> formatsOf(const Row &row, const DiffLine &line,
                                                            const DisplayLine &shown);
    [[nodiscard]] const QList<Span> &spansOf(const Row &row, const DiffLine &line);

    QList<FileDiff> m_files;
    std::vector<std::pair<Highlighting, Highlighting>> m_highlighting; ///< of each file: before, after
    Folding m_folding;
    QList<Row> m_rows;
    QList<int> m_tops; ///< one more than there are rows
    QList<qsizetype> m_changeRows;
    int m_width = 0;
    int m_textWidth = 0;
    bool m_isSideBySide = false;
    bool m_wholeDigests = false;
};

} // namespace slipway::diffview
