// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/messagetext.h"

#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"
#include "ui/words/plain.h"

#include <QPainter>
#include <QStyle>

#include <cmath>

namespace slipway::feedback
{

namespace
{

using look::scaled;

/// A heading has no full stop; what follows begins below it.
bool isHeading(const QString &what)
{
    return !what.endsWith(u'.');
}

} // namespace

MessageText::MessageText(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void MessageText::show(const QString &icon, const QColor &iconColor, const QString &what, const QString &more)
{
    m_icon = icon;
    m_iconColor = iconColor;
    m_what = words::prose(what);
    m_more = words::prose(more);
    m_heights.forget();
    setAccessibleName(m_more.isEmpty() ? m_what : m_what + u' ' + m_more);
    updateGeometry();
    update();
}

QString MessageText::text() const
{
    if (m_more.isEmpty())
        return m_what;
    return m_what + (isHeading(m_what) ? QChar(QChar::LineSeparator) : QChar(u' ')) + m_more;
}

look::Paragraph MessageText::laidOut(double width) const
{
    QTextCharFormat bold;
    bold.setFontWeight(QFont::DemiBold);
    const auto boldLength = static_cast<int>(m_more.isEmpty() && !isHeading(m_what) ? 0 : m_what.size());
    QTextOption option;
    option.setTextDirection(layoutDirection());
    return look::layOut(text(), look::font(look::Type::Body), width, option, {{0, boldLength, bold}});
}

int MessageText::indent()
{
    return scaled(look::iconsize::row) + scaled(10);
}

QSize MessageText::sizeHint() const
{
    const auto laid = laidOut(scaled(480));
    return {indent() + static_cast<int>(std::ceil(laid.width)), static_cast<int>(std::ceil(laid.height))};
}

QSize MessageText::minimumSizeHint() const
{
    return {indent() + scaled(120), QFontMetrics(look::font(look::Type::Body)).height()};
}

int MessageText::heightForWidth(int width) const
{
    return m_heights.of(width,
                        [this](int room) { return static_cast<int>(std::ceil(laidOut(room - indent()).height)); });
}

void MessageText::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const auto laid = laidOut(width() - indent());
    const int top = std::max(0, static_cast<int>(height() - laid.height) / 2);
    const int side = scaled(look::iconsize::row);
    const auto firstLine = laid.layout->lineCount() > 0 ? laid.height / laid.layout->lineCount() : height();
    const QRect icon(0, top + static_cast<int>(std::lround((firstLine - side) / 2)), side, side);
    look::paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), icon), m_icon, m_iconColor);
    painter.setPen(look::color(look::Token::Text));
    const int left = layoutDirection() == Qt::RightToLeft ? 0 : indent();
    laid.layout->draw(&painter, QPointF(left, top));
}

} // namespace slipway::feedback
