// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/changedelegate.h"

#include "ui/look/icons.h"
#include "ui/look/rows.h"
#include "ui/look/scheme.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"
#include "ui/words/plain.h"

#include <QPainter>

#include <algorithm>

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
    const auto words = option.rect.adjusted(look::scaled(look::space::l), 0, -look::scaled(look::space::l), 0);
    painter.drawText(words, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
                     groupName(entry.key.group) + u"  "_s + option.locale.toString(entry.count));
}

bool isCompact()
{
    return look::Scheme::current().appearance().isCompact;
}

} // namespace

QSize ChangeDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (!m_model.at(index).change)
        return {0, look::height(look::Part::Header)};
    return {0, isCompact() ? look::height(look::Part::CompactRow) : look::height(look::Part::TableRow) + 2};
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
    const QRect words{icon.right() + look::scaled(look::space::s), option.rect.top(),
                      option.rect.right() - icon.right() - look::scaled(look::space::l), option.rect.height()};
    paintWords(painter, option, words, change);
}

/// In two lines, or beside each other in one.
void ChangeDelegate::paintWords(QPainter &painter, const QStyleOptionViewItem &option, const QRect &words,
                                const Change &change)
{
    const auto line = [&](const QRect &box, look::Type type, Token token, const QString &text) {
        look::paintText(painter, QStyle::visualRect(option.direction, option.rect, box), words::visible(text),
                        look::font(type), token, option.direction);
    };
    if (!isCompact()) {
        const auto lines = words.adjusted(0, look::scaled(look::space::s), 0, -look::scaled(look::space::s));
        line(lines.adjusted(0, 0, 0, -lines.height() / 2), look::Type::BodyMedium, Token::Text, change.name);
        line(lines.adjusted(0, lines.height() / 2, 0, 0), look::Type::Small, Token::TextMuted, change.detail);
        return;
    }
    const QFontMetrics metrics{look::font(look::Type::BodyMedium)};
    const int room = std::min(metrics.horizontalAdvance(change.name) + 1, words.width() * 3 / 5);
    line({words.left(), words.top(), room, words.height()}, look::Type::BodyMedium, Token::Text, change.name);
    line(words.adjusted(room + look::scaled(look::space::s), 0, 0, 0), look::Type::Small, Token::TextMuted,
         change.detail);
}

} // namespace slipway::review
