// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/palettelist.h"

#include "ui/look/chips.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::window
{
namespace
{

using look::Token;

enum Role { IconRole = EntryRole + 1, ObjectRole, ShortcutRole, ReasonRole, NameMarksRole, ObjectMarksRole };

QVariant marks(const QList<qsizetype> &positions)
{
    return QVariant::fromValue(positions);
}

/// Draws one line with the marked letters bold and blue; returns its width.
int drawMarked(QPainter &painter, const QRect &box, const QString &text, look::Type type, Token token,
               const QList<qsizetype> &marked, Qt::LayoutDirection direction)
{
    painter.setFont(look::font(type));
    const auto shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width());
    QList<QTextLayout::FormatRange> formats;
    for (const auto position : marked) {
        QTextCharFormat format;
        format.setForeground(look::color(Token::AccentText));
        format.setFontWeight(QFont::DemiBold);
        if (position < shown.size())
            formats.append({int(position), 1, format});
    }
    QTextLayout layout{shown, painter.font()};
    layout.setFormats(formats);
    layout.setCacheEnabled(true);
    layout.beginLayout();
    auto line = layout.createLine();
    line.setLineWidth(box.width() * 1.125);
    layout.endLayout();
    const int width = std::min(box.width(), int(std::ceil(line.naturalTextWidth())));
    painter.setPen(look::color(token));
    const int x = direction == Qt::RightToLeft ? box.right() - width : box.left();
    layout.draw(&painter, QPointF(x, box.top() + (box.height() - line.height()) / 2));
    return width;
}

void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    painter.setFont(look::font(look::Type::Caption));
    painter.setPen(look::color(Token::TextMuted));
    painter.drawText(option.rect.adjusted(look::scaled(look::space::l), 0, -look::scaled(look::space::l), 0),
                     int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
                     index.data().toString());
}

} // namespace

QStandardItem *paletteHeading(const QString &text)
{
    auto *item = new QStandardItem{text};
    item->setFlags(Qt::NoItemFlags);
    return item;
}

QStandardItem *paletteRow(const PaletteEntry &entry, const PaletteHit &hit)
{
    auto *item = new QStandardItem{entry.name};
    item->setData(int(hit.entry), EntryRole);
    item->setData(entry.icon, IconRole);
    item->setData(entry.object, ObjectRole);
    item->setData(entry.shortcut, ShortcutRole);
    item->setData(entry.disabledReason, ReasonRole);
    item->setData(marks(hit.inName), NameMarksRole);
    item->setData(marks(hit.inObject), ObjectMarksRole);
    QStringList words{entry.name, entry.object, entry.disabledReason};
    words.removeAll(QString{});
    item->setAccessibleText(words.join(u", "_s));
    return item;
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool isRow = index.data(EntryRole).isValid();
    return {0, std::max(look::scaled(isRow ? 36 : 30), QFontMetrics{look::font(look::Type::Body)}.height() + 4)};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (!index.data(EntryRole).isValid()) {
        paintHeading(*painter, option, index);
        painter->restore();
        return;
    }

    const auto row = option.rect.adjusted(look::scaled(look::space::s), 0, -look::scaled(look::space::s), 0);
    const bool isCurrent = option.state & QStyle::State_Selected;
    if (isCurrent || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(look::color(isCurrent ? Token::Selection : Token::Hover));
        painter->drawRoundedRect(row, look::radius::control, look::radius::control);
    }
    const auto mirrored = [&](const QRect &part) { return QStyle::visualRect(option.direction, row, part); };
    const auto reason = index.data(ReasonRole).toString();
    const bool isEnabled = reason.isEmpty();

    const int side = look::scaled(look::iconsize::row);
    const QRect icon{row.left() + look::scaled(look::space::s), row.center().y() - side / 2 + 1, side, side};
    if (const auto name = index.data(IconRole).toString(); !name.isEmpty())
        look::paintIcon(*painter, mirrored(icon), name,
                        look::color(!isEnabled  ? Token::TextDisabled
                                    : isCurrent ? Token::AccentText
                                                : Token::TextSecondary));
    int end = row.right() - look::scaled(look::space::s);
    if (const auto shortcut = index.data(ShortcutRole).toString(); !shortcut.isEmpty()) {
        const auto cap = look::keycapSize(shortcut);
        const QRect box{end - cap.width(), row.center().y() - cap.height() / 2 + 1, cap.width(), cap.height()};
        look::paintKeycap(*painter, mirrored(box), shortcut);
        end = box.left() - look::scaled(look::space::m);
    }
    QRect words{icon.right() + look::scaled(look::space::m), row.top(),
                end - icon.right() - look::scaled(look::space::m), row.height()};
    const int used = drawMarked(*painter, mirrored(words), index.data().toString(), look::Type::BodyMedium,
                                isEnabled ? Token::Text : Token::TextDisabled,
                                index.data(NameMarksRole).value<QList<qsizetype>>(), option.direction);
    words.setLeft(words.left() + used + look::scaled(look::space::m));
    drawMarked(*painter, mirrored(words), isEnabled ? index.data(ObjectRole).toString() : reason, look::Type::Body,
               Token::TextMuted, isEnabled ? index.data(ObjectMarksRole).value<QList<qsizetype>>() : QList<qsizetype>{},
               option.direction);
    painter->restore();
}

} // namespace slipway::window
