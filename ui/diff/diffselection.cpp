// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffview.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::diffview
{
namespace
{

bool isWord(QChar character)
{
    return character.isLetterOrNumber() || character == u'_' || character == u'.' || character == u'-';
}

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

void DiffView::press(const Hit &hit)
{
    const auto &row = m_content.rows().at(hit.position.row);
    switch (hit.what) {
    case Hit::What::Fold:
        unfold(m_content.folding(), row);
        arrange();
        break;
    case Hit::What::FileFold: setFolded(row.file, !m_content.folding().folded.contains(row.file)); break;
    case Hit::What::FileCopy:
        QApplication::clipboard()->setText(QString::fromUtf8(m_files.at(row.file).after));
        Q_EMIT copied(m_files.at(row.file).path);
        break;
    case Hit::What::Digest: setWholeDigests(true); break;
    case Hit::What::Text: m_content.selection = {{hit.position, hit.position}}; break;
    case Hit::What::Nothing: m_content.selection.reset(); break;
    }
    viewport()->update();
}

void DiffView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_content.rows().isEmpty())
        return;
    const auto hit = m_content.hitAt(event->position().toPoint() + QPoint{0, verticalScrollBar()->value()},
                                     horizontalScrollBar()->value());
    if (hit.what == Hit::What::Text && (event->modifiers() & Qt::ShiftModifier) && m_content.selection &&
        m_content.selection->first.side == hit.position.side) {
        m_content.selection->second = hit.position;
        viewport()->update();
        return;
    }
    press(hit);
}

void DiffView::mouseMoveEvent(QMouseEvent *event)
{
    const auto point = event->position().toPoint() + QPoint{0, verticalScrollBar()->value()};
    const auto hit = m_content.hitAt(point, horizontalScrollBar()->value());
    const bool isText = hit.what == Hit::What::Text || hit.what == Hit::What::Nothing;
    viewport()->setCursor(isText ? Qt::IBeamCursor : Qt::PointingHandCursor);
    if (!(event->buttons() & Qt::LeftButton) || !m_content.selection)
        return;
    const bool isInside = hit.what == Hit::What::Text || hit.what == Hit::What::Digest;
    if (isInside && hit.position.side == m_content.selection->first.side)
        m_content.selection->second = hit.position;
    if (event->position().y() < 0 || event->position().y() > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() +
                                      (event->position().y() < 0 ? -1 : 1) * m_content.lineHeight());
    viewport()->update();
}

void DiffView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto hit = m_content.hitAt(event->position().toPoint() + QPoint{0, verticalScrollBar()->value()},
                                     horizontalScrollBar()->value());
    if (hit.what != Hit::What::Text)
        return;
    const auto &text = m_content.lineOf(m_content.rows().at(hit.position.row), hit.position.side)->text;
    auto begin = hit.position.place;
    auto end = begin;
    while (begin > 0 && isWord(text.at(begin - 1)))
        --begin;
    while (end < text.size() && isWord(text.at(end)))
        ++end;
    m_content.selection = {{{hit.position.row, hit.position.side, begin}, {hit.position.row, hit.position.side, end}}};
    viewport()->update();
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

void DiffView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
        if (!m_content.rows().isEmpty() && !(event->modifiers() & Qt::AltModifier)) {
            moveCursor(*event);
            return;
        }
        break;
    default: break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void DiffView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu{this};
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *copyIt = menu->addAction(tr("Copy"), QKeySequence::Copy, this, &DiffView::copy);
    copyIt->setEnabled(!selectedText().isEmpty());
    menu->addAction(tr("Select all"), QKeySequence::SelectAll, this, &DiffView::selectAll);
    menu->addSeparator();
    const bool isWhole = m_content.hasWholeDigests();
    menu->addAction(isWhole ? tr("Cut digests") : tr("Whole digests"), this,
                    [this, isWhole] { setWholeDigests(!isWhole); });
    menu->popup(event->globalPos());
}

bool DiffView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto hit =
        m_content.hitAt(help->pos() + QPoint{0, verticalScrollBar()->value()}, horizontalScrollBar()->value());
    switch (hit.what) {
    case Hit::What::Digest: QToolTip::showText(help->globalPos(), tr("Show whole digests (L)"), this); break;
    case Hit::What::Fold: QToolTip::showText(help->globalPos(), tr("Show 20 more lines"), this); break;
    case Hit::What::FileCopy: QToolTip::showText(help->globalPos(), tr("Copy the new file"), this); break;
    default: QToolTip::hideText();
    }
    return true;
}

} // namespace slipway::diffview
