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

/// Breaks the text into lines of that width; says how high they are.
double FactText::lay(QTextLayout &layout, int width) const
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(layoutDirection());
    option.setAlignment(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignAbsolute);
    layout.setTextOption(option);
    QTextCharFormat aside;
    aside.setForeground(look::color(m_asideToken));
    layout.setFormats({{static_cast<int>(m_value.size()), static_cast<int>(m_aside.size()), aside}});
    double y = 0;
    layout.beginLayout();
    const double between = look::scaled(2);
    for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height() + between;
    }
    layout.endLayout();
    return y - between;
}

int FactText::heightForWidth(int width) const
{
    return m_heights.of(width, [this](int room) {
        QTextLayout layout(m_value + m_aside, font());
        const auto above = (lineHeight() - fontMetrics().height()) / 2;
        return std::max(lineHeight(), static_cast<int>(std::ceil(lay(layout, room))) + 2 * above);
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
    QTextLayout layout(m_value + m_aside, font());
    (void)lay(layout, width());
    const auto above = (lineHeight() - fontMetrics().height()) / 2;
    layout.draw(&painter, QPointF(0, above));
}

} // namespace slipway::images
