// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse and keys do to a diff.
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

namespace slipway::diffview
{
namespace
{

bool isWord(QChar character)
{
    return character.isLetterOrNumber() || character == u'_' || character == u'.' || character == u'-';
}

} // namespace

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
