// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse and keys do to the table.
#include "ui/images/imagestable.h"

#include "ui/words/plain.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>

namespace slipway::images
{

/// Ctrl and a click tick; once anything is ticked, a click on a box does.
void ImagesTable::mousePressEvent(QMouseEvent *event)
{
    const auto index = indexAt(event->pos());
    const auto *row = m_rows->rowAt(index);
    if (event->button() == Qt::LeftButton && index.isValid() && !row)
        return toggle(index);
    auto *images = m_rows->images();
    const bool isOnBox = !images->ticked().empty() && index.column() == static_cast<int>(Column::State);
    if (row && event->button() == Qt::LeftButton && (event->modifiers() == Qt::ControlModifier || isOnBox)) {
        const auto key = row->key;
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
        images->tick({key}, !images->ticked().contains(key));
        return;
    }
    QTreeView::mousePressEvent(event);
}

void ImagesTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTreeView::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton && m_rows->rowAt(indexAt(event->pos())))
        Q_EMIT opened();
}

void ImagesTable::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || event->modifiers() & ~Qt::KeypadModifier)
        return QTreeView::keyPressEvent(event);
    if (m_rows->rowAt(currentIndex()))
        Q_EMIT opened();
    else if (currentIndex().isValid())
        toggle(currentIndex());
}

/// Tooltips are plain text, also where a name wants to be markup.
bool ImagesTable::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QTreeView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto index = indexAt(help->pos());
    const auto text = index.data(Qt::ToolTipRole).toString();
    QToolTip::showText(help->globalPos(), text.isEmpty() ? text : words::tooltip(words::visible(text)), viewport(),
                       visualRect(index));
    return true;
}

void ImagesTable::showColumnMenu(QPoint at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_columnActions->fill(menu);
    menu->popup(header()->mapToGlobal(at));
}

} // namespace slipway::images
