// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/agedelegate.h"

#include "ui/look/rows.h"
#include "ui/look/type.h"
#include "ui/words/ages.h"
#include "ui/words/plain.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace slipway::look
{

AgeDelegate::AgeDelegate(Now now, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_now(std::move(now))
{
}

QString AgeDelegate::displayText(const QVariant &value, const QLocale & /*locale*/) const
{
    const auto time = value.toDateTime();
    return time.isValid() ? words::age(time, m_now()) : QString();
}

void AgeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintRowGround(*painter, option, index);
    paintText(*painter, insideOf(option.rect), displayText(index.data(), {}), tabularFont(Type::Body),
              Token::TextSecondary, option.direction);
}

bool AgeDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem & /*option*/,
                            const QModelIndex &index)
{
    const auto time = index.data().toDateTime();
    if (event->type() != QEvent::ToolTip || !time.isValid())
        return false;
    QToolTip::showText(event->globalPos(), words::tooltip(words::exactTime(time)), view);
    return true;
}

} // namespace slipway::look
