// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/facttext.h"

#include "ui/look/scheme.h"
#include "ui/look/type.h"
#include "ui/words/plain.h"

#include <QPainter>

#include <cmath>

namespace slipway::images
{

using look::Token;

int FactText::lineHeight()
{
    return std::max(look::scaled(24), QFontMetrics(look::font(look::Type::Body)).height());
}

FactText::FactText(QWidget *parent)
    : QWidget(parent)
{
    look::keepFont(this, look::Type::Body);
    auto policy = QSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&look::Scheme::current(), &look::Scheme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void FactText::show(const QString &value, const QString &aside, Token asideToken)
{
    const auto shownValue = words::visible(value);
    const auto shownAside = words::visible(aside);
    if (m_value == shownValue && m_aside == shownAside && m_asideToken == asideToken)
        return;
    m_value = shownValue;
    m_aside = shownAside;
    m_asideToken = asideToken;
    setAccessibleName(m_value + m_aside);
    m_heights.forget();
    updateGeometry();
    update();
}

look::Paragraph FactText::laidOut(int width) const
{
    QTextOption option{QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignAbsolute};
    option.setTextDirection(layoutDirection());
    QTextCharFormat aside;
    aside.setForeground(look::color(m_asideToken));
    return look::layOut(m_value + m_aside, font(), width, option,
                        {{static_cast<int>(m_value.size()), static_cast<int>(m_aside.size()), aside}});
}

/// Above the first line and below the last one: a single line stands in the middle of lineHeight().
int FactText::above() const
{
    return std::max(0, (lineHeight() - static_cast<int>(look::lineHeight(font()))) / 2);
}

int FactText::heightForWidth(int width) const
{
    return m_heights.of(width, [this](int room) {
        return std::max(lineHeight(), static_cast<int>(std::ceil(laidOut(room).height)) + 2 * above());
    });
}

void FactText::changeEvent(QEvent *event)
{
    m_heights.forget(); // its font may be another one
    QWidget::changeEvent(event);
}

QSize FactText::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(QString(m_value + m_aside)) + 1, lineHeight()};
}

QSize FactText::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, lineHeight()};
}

void FactText::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setPen(look::color(Token::Text));
    laidOut(width()).layout->draw(&painter, QPointF(0, above()));
}

} // namespace slipway::images
