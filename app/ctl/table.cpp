// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/table.h"

#include "app/ctl/cells.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{
namespace
{

constexpr int gap = 2;
constexpr int leastNotes = 28;      ///< less room beside the cells is not worth a column
constexpr int comfortableCell = 24; ///< cells are not made smaller than this to keep the notes beside them
constexpr int smallestCell = 5;

/// Where everything stands on a line.
struct Layout
{
    QList<int> widths;      ///< of the cells' columns
    int notesAt = 0;        ///< column of the notes
    int underAt = 0;        ///< column of what goes under the cells
    bool areBeside = false; ///< the notes begin on the line of the cells
};

QList<int> naturalWidths(const Table &table, int most)
{
    QList<int> widths;
    for (qsizetype column = 0; column + 1 < table.headings.size(); ++column)
        widths.append(cells(table.headings.at(column)));
    for (const auto &section : table.sections)
        for (const auto &row : section.rows)
            for (qsizetype column = 0; column < widths.size(); ++column)
                widths[column] = std::clamp(cells(row.cells.at(column).text), widths[column], most);
    return widths;
}

int total(const QList<int> &widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0) + gap * static_cast<int>(widths.size());
}

/// Takes from the widest column, again and again, until all fit or none is wider than `least`.
QList<int> narrowed(QList<int> widths, int room, int least)
{
    while (total(widths) > room) {
        const auto widest = std::ranges::max_element(widths);
        if (*widest <= least)
            break;
        --*widest;
    }
    return widths;
}

Layout layoutOf(const Table &table, int width)
{
    const auto natural = naturalWidths(table, width);
    const int underAt = std::min(natural.first() + gap, width / 4);
    const auto beside = narrowed(natural, width - leastNotes, comfortableCell);
    if (width - total(beside) >= leastNotes)
        return {.widths = beside, .notesAt = total(beside), .underAt = underAt, .areBeside = true};
    return {.widths = narrowed(natural, width + gap, smallestCell), .notesAt = underAt, .underAt = underAt};
}

class Painter
{
public:
    Painter(Layout layout, const Terminal &terminal)
        : m_layout{std::move(layout)}
        , m_terminal{terminal}
    {
    }

    void headings(const QStringList &headings)
    {
        Row row;
        const auto others = headings.first(headings.size() - 1);
        for (const auto &heading : others)
            row.cells.append({heading, Paint::Muted});
        if (m_layout.areBeside)
            row.notes.append({headings.last(), Paint::Muted});
        add(row);
    }

    void title(const QString &title)
    {
        m_out += painted(shortened(title, m_terminal.width, m_ellipsis), Paint::Strong, m_terminal) + u'\n';
    }

    void blank() { m_out += u'\n'; }

    void add(const Row &row)
    {
        m_out += cellsOf(row);
        const auto lines = linesOf(row.notes);
        for (const auto &note : lines) {
            if (note.at < m_at || !m_layout.areBeside)
                endLine();
            m_out += QString(note.at - m_at, u' ') + note.text;
            m_at = m_terminal.width; // the line is full
        }
        endLine();
    }

    [[nodiscard]] QString taken() { return std::move(m_out); }

private:
    void endLine()
    {
        m_out += u'\n';
        m_at = 0;
    }

    /// The row's cells, without blanks behind the last one; m_at is where they end.
    QString cellsOf(const Row &row)
    {
        QString line;
        int column = 0;
        m_at = 0;
        for (qsizetype i = 0; i < row.cells.size(); ++i) {
            const auto text = shortened(row.cells.at(i).text, m_layout.widths.at(i), m_ellipsis);
            if (!text.isEmpty()) {
                line += QString(column - m_at, u' ') + painted(text, row.cells.at(i).paint, m_terminal);
                m_at = column + cells(text);
            }
            column += m_layout.widths.at(i) + gap;
        }
        return line;
    }

    struct Line
    {
        int at;
        QString text;
    };

    QList<Line> linesOf(const QList<Note> &notes) const
    {
        QList<Line> lines;
        for (const auto &note : notes) {
            const bool fits = !note.whole || cells(note.text) <= m_terminal.width - m_layout.notesAt;
            const int at = fits ? m_layout.notesAt : m_layout.underAt;
            if (note.whole && cells(note.text) > m_terminal.width - at)
                continue;
            const auto pieces = wrapped(note.text, m_terminal.width - at);
            for (const auto &line : pieces)
                lines.append({at, painted(line, note.paint, m_terminal)});
        }
        return lines;
    }

    Layout m_layout;
    const Terminal &m_terminal;
    QString m_ellipsis = m_terminal.unicode ? u"…"_s : u"..."_s;
    QString m_out;
    int m_at = 0;
};

} // namespace

QString laidOut(const Table &table, const Terminal &terminal)
{
    Painter painter{layoutOf(table, terminal.width), terminal};
    painter.headings(table.headings);
    for (const auto &section : table.sections) {
        if (!section.title.isEmpty()) {
            painter.blank();
            painter.title(section.title);
        }
        for (const auto &row : section.rows)
            painter.add(row);
    }
    return painter.taken();
}

} // namespace slipway::ctl
