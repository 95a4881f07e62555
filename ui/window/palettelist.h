// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/paletteentry.h"

#include <QStandardItem>
#include <QStyledItemDelegate>

namespace slipway::window
{

/// The place of a row's entry in the list that was searched; headings have none.
inline constexpr int EntryRole = Qt::UserRole;

[[nodiscard]] QStandardItem *paletteHeading(const QString &text);
[[nodiscard]] QStandardItem *paletteRow(const PaletteEntry &entry, const PaletteHit &hit);

/// Paints a row: icon, name, object, and the shortcut at the end; the letters that were typed stand out.
class PaletteDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace slipway::window
