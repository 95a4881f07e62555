// SPDX-License-Identifier: GPL-3.0-or-later
// What of a diff is selected, found and copied.
#include "ui/diff/diffview.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::diffview
{
namespace
{

/// The next row in a direction that has a line at that side; the same row if there is none.
qsizetype nextLine(const Content &content, Position from, int step)
{
    for (auto row = from.row + step; row >= 0 && row < content.rows().size(); row += step)
        if (content.lineOf(content.rows().at(row), from.side))
            return row;
    return from.row;
}

} // namespace

QString DiffView::selectedText() const
{
    if (!m_content.selection)
        return {};
    const auto [from, to] = std::minmax(m_content.selection->first, m_content.selection->second);
    QStringList lines;
    for (auto row = from.row; row <= to.row && row < m_content.rows().size(); ++row) {
        const auto *line = m_content.lineOf(m_content.rows().at(row), from.side);
        if (!line)
            continue;
        const auto begin = row == from.row ? from.place : 0;
        const auto end = row == to.row ? to.place : line->text.size();
        lines.append(line->text.sliced(begin, end - begin));
    }
    return lines.join(u'\n');
}

void DiffView::copy() const
{
    if (const auto text = selectedText(); !text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void DiffView::selectAll()
{
    const int side = m_content.selection ? m_content.selection->first.side : 0;
    const auto &rows = m_content.rows();
    const auto last = nextLine(m_content, {.row = rows.size(), .side = side}, -1);
    if (last >= rows.size())
        return;
    m_content.selection = {
        {Position{.row = 0, .side = side},
         Position{.row = last, .side = side, .place = m_content.lineOf(rows.at(last), side)->text.size()}}};
    viewport()->update();
}

QString DiffView::plainText() const
{
    QStringList lines;
    for (const auto &row : m_content.rows()) {
        if (row.kind == Row::Kind::File)
            lines.append(m_content.files().at(row.file).path);
        else if (row.kind != Row::Kind::Lines)
            lines.append(row.text);
        for (const int side : {0, 1})
            if (const auto *line = m_content.lineOf(row, side);
                line && (side == 0 || line->kind != DiffLine::Kind::Same))
                lines.append((line->kind == DiffLine::Kind::Added     ? u"+"_s
                              : line->kind == DiffLine::Kind::Removed ? u"-"_s
                                                                      : u" "_s) +
                             line->text);
    }
    return lines.join(u'\n');
}

int DiffView::find(const QString &text)
{
    m_content.matches.clear();
    m_content.currentMatch = -1;
    for (qsizetype row = 0; row < m_content.rows().size() && !text.isEmpty(); ++row)
        for (const int side : {0, 1})
            if (const auto *line = m_content.lineOf(m_content.rows().at(row), side))
                for (auto at = line->text.indexOf(text, 0, Qt::CaseInsensitive); at >= 0;
                     at = line->text.indexOf(text, at + text.size(), Qt::CaseInsensitive))
                    m_content.matches.append({{row, side, at}, text.size()});
    if (!m_content.matches.isEmpty())
        goToMatch(1);
    viewport()->update();
    return int(m_content.matches.size());
}

void DiffView::goToMatch(int step)
{
    const int count = int(m_content.matches.size());
    if (count == 0)
        return;
    m_content.currentMatch = (m_content.currentMatch + step + count) % count;
    const auto &match = m_content.matches.at(m_content.currentMatch);
    scrollTo(match.begin);
    viewport()->update();
}

void DiffView::scrollTo(const Position &position)
{
    const int top = m_content.topOf(position.row);
    const int bottom = top + m_content.heightOf(position.row);
    auto &bar = *verticalScrollBar();
    if (top < bar.value() || bottom > bar.value() + viewport()->height())
        bar.setValue(top - viewport()->height() / 3);
}

/// Arrows move the cursor, with Shift they select; Home and End go to the ends of the line, with Ctrl of all.
void DiffView::moveCursor(const QKeyEvent &key)
{
    if (!m_content.selection) {
        const auto first = nextLine(m_content, {.row = m_content.rowAt(verticalScrollBar()->value()) - 1}, 1);
        if (first < 0)
            return;
        m_content.selection = {{Position{.row = first}, Position{.row = first}}};
    }
    auto &[anchor, cursor] = *m_content.selection;
    const auto length = [this, &cursor] {
        const auto *line = m_content.lineOf(m_content.rows().at(cursor.row), cursor.side);
        return line ? line->text.size() : 0;
    };
    const bool isControl = key.modifiers() & Qt::ControlModifier;
    const int page = std::max(1, viewport()->height() / m_content.lineHeight() - 1);
    const auto moveRows = [this, &cursor](int step, int count) {
        for (int i = 0; i < count; ++i)
            cursor.row = nextLine(m_content, cursor, step);
    };
    switch (key.key()) {
    case Qt::Key_Up: moveRows(-1, 1); break;
    case Qt::Key_Down: moveRows(1, 1); break;
    case Qt::Key_PageUp: moveRows(-1, page); break;
    case Qt::Key_PageDown: moveRows(1, page); break;
    case Qt::Key_Left: cursor.place = std::max<qsizetype>(0, cursor.place - 1); break;
    case Qt::Key_Right: cursor.place = cursor.place + 1; break;
    case Qt::Key_Home:
        if (isControl)
            cursor.row = nextLine(m_content, {.row = -1, .side = cursor.side}, 1);
        cursor.place = 0;
        break;
    case Qt::Key_End:
        if (isControl)
            cursor.row = nextLine(m_content, {.row = m_content.rows().size(), .side = cursor.side}, -1);
        cursor.place = length();
        break;
    default: break;
    }
    cursor.place = std::min(cursor.place, length());
    if (!(key.modifiers() & Qt::ShiftModifier))
        anchor = cursor;
    scrollTo(cursor);
    viewport()->update();
}

} // namespace slipway::diffview
