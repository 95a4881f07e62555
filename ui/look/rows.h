// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QStyleOptionViewItem>

class QModelIndex;
class QPainter;

/// What delegates of lists and tables paint their rows with. Views: a QTreeView or QListView that selects whole rows,
/// without frame, indentation 0.
namespace slipway::look
{

/// The ground of one cell of a row: hover or selection, the bar at the start edge of a selected row, the line below,
/// and the ring of the row that the keyboard stands on.
void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);

/// A group: chevron, name, count, on raised. Spans the row.
void paintGroupRow(QPainter &painter, const QStyleOptionViewItem &option, const QString &name, int count, bool isOpen);

/// Where the two lines of a row stand, the same in all of its columns; `only` for a row that has one.
struct RowLines
{
    QRect first;
    QRect second;
    QRect only;
};
[[nodiscard]] RowLines linesOf(const QRect &cell);

/// The cell without its padding.
[[nodiscard]] QRect insideOf(const QRect &cell);

/// Text in one line, elided where it does not fit; names at the end, references in the middle.
void paintText(QPainter &painter, const QRect &box, const QString &text, const QFont &font, Token token,
               Qt::LayoutDirection direction, Qt::TextElideMode elide = Qt::ElideRight);
void paintText(QPainter &painter, const QRect &box, const QString &text, const QFont &font, const QColor &ink,
               Qt::LayoutDirection direction, Qt::TextElideMode elide = Qt::ElideRight);

/// Did the last input come from the keyboard? Then rows show where it stands.
[[nodiscard]] bool keyboardLeads();

[[nodiscard]] bool isSelected(const QStyleOptionViewItem &option);

/// Is the window the active one? State_Active of a view says whether the view has the focus.
[[nodiscard]] bool isInActiveWindow(const QStyleOptionViewItem &option);

} // namespace slipway::look
