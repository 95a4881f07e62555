// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/changedelegate.h"

#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"
#include "ui/words/plain.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace slipway::review
{

using look::Token;

namespace
{

void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const Entry &entry)
{
    painter.fillRect(option.rect, look::color(Token::Raised));
    painter.fillRect(QRect{option.rect.left(), option.rect.bottom(), option.rect.width(), 1},
                     look::color(Token::Border));
    painter.setFont(look::font(look::Type::Caption));
    painter.setPen(look::color(Token::TextMuted));
    const auto words = option.rect.adjusted(look::space::l, 0, -look::space::l, 0);
    painter.drawText(words, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
                     groupName(entry.key.group) + u"  "_s + option.locale.toString(entry.count));
}

} // namespace

QSize ChangeDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {0, m_model.at(index).change ? look::height(look::Part::TableRow) + 2 : look::height(look::Part::Header)};
}

void ChangeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const auto &entry = m_model.at(index);
    if (entry.change)
        paintChange(*painter, option, *entry.change);
    else
        paintHeading(*painter, option, entry);
    painter->restore();
}

void ChangeDelegate::paintChange(QPainter &painter, const QStyleOptionViewItem &option, const Change &change) const
{
    const bool isChosen = option.state & QStyle::State_Selected;
    const bool isActive = option.state & QStyle::State_Active;
    const auto ground = isChosen ? (isActive ? Token::Selection : Token::SelectionInactive)
                        : option.state & QStyle::State_MouseOver ? Token::Hover
                                                                 : Token::Base;
    painter.fillRect(option.rect, look::color(ground));
    painter.fillRect(QRect{option.rect.left(), option.rect.bottom(), option.rect.width(), 1},
                     look::color(Token::Border));
    const auto mirrored = [&](const QRect &part) { return QStyle::visualRect(option.direction, option.rect, part); };
    if (isChosen)
        painter.fillRect(mirrored({option.rect.left(), option.rect.top(), 3, option.rect.height()}),
                         look::color(Token::Focus));

    const int side = look::scaled(look::iconsize::row);
    const QRect icon{option.rect.left() + look::scaled(14), option.rect.center().y() - side / 2, side, side};
    if (!m_model.ticked.empty() && change.pullRequest == 0) {
        QStyleOptionButton box;
        box.rect = mirrored(icon);
        box.state =
            QStyle::State_Enabled | (m_model.ticked.contains(change.id()) ? QStyle::State_On : QStyle::State_Off);
        option.widget->style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, &painter, option.widget);
    } else {
        const auto shown = lookOf(change);
        look::paintIcon(painter, mirrored(icon), shown.icon, look::color(shown.iconColor));
    }
    const QRect words{icon.right() + look::space::s, option.rect.top() + look::space::s,
                      option.rect.right() - icon.right() - look::space::l, option.rect.height() - 2 * look::space::s};
    const auto line = [&](const QRect &box, look::Type type, Token token, const QString &text) {
        painter.setFont(look::font(type));
        painter.setPen(look::color(token));
        painter.drawText(mirrored(box),
                         int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
                         painter.fontMetrics().elidedText(words::visible(text), Qt::ElideRight, box.width()));
    };
    line(words.adjusted(0, 0, 0, -words.height() / 2), look::Type::BodyMedium, Token::Text, change.name);
    line(words.adjusted(0, words.height() / 2, 0, 0), look::Type::Small, Token::TextMuted, change.detail);
}

} // namespace slipway::review
