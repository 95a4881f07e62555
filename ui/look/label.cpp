// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/label.h"

#include "ui/look/palette.h"
#include "ui/words/plain.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <cmath>

namespace slipway::look
{

Label::Label(QWidget *parent)
    : Label(QString(), Type::Body, Token::Text, parent)
{
}

Label::Label(const QString &text, Type type, Token token, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setType(type);
    setToken(token);
    setText(text);
}

void Label::setText(const QString &text)
{
    m_heights.forget();
    QLabel::setText(words::visible(text));
}

void Label::setType(Type type)
{
    keepFont(this, type);
}

void Label::setToken(Token token)
{
    keepColor(this, QPalette::WindowText, token);
}

void Label::setElided(Qt::TextElideMode mode)
{
    m_elided = mode;
    updateGeometry();
    update();
}

QSize Label::sizeHint() const
{
    const auto margins = contentsMargins();
    if (m_elided != Qt::ElideNone)
        return {fontMetrics().horizontalAdvance(text()) + 1 + margins.left() + margins.right(),
                fontMetrics().height() + margins.top() + margins.bottom()};
    const auto hint = QLabel::sizeHint();
    return wordWrap() ? QSize{hint.width(), heightForWidth(hint.width())} : hint;
}

QSize Label::minimumSizeHint() const
{
    const auto hint = sizeHint();
    if (m_elided != Qt::ElideNone)
        return {std::min(hint.width(), fontMetrics().averageCharWidth() * 4), hint.height()};
    const auto least = QLabel::minimumSizeHint();
    return wordWrap() ? QSize{least.width(), std::min(hint.height(), int(std::ceil(lineHeight(font()))))} : least;
}

Paragraph Label::laidOut(int width) const
{
    QTextOption option{QStyle::visualAlignment(layoutDirection(), alignment()) | Qt::AlignAbsolute};
    option.setTextDirection(layoutDirection());
    return layOut(text(), font(), width, option);
}

int Label::heightForWidth(int width) const
{
    if (!wordWrap())
        return QLabel::heightForWidth(width);
    const auto margins = contentsMargins();
    return m_heights.of(width, [&](int all) {
        const int room = all - margins.left() - margins.right();
        return int(std::ceil(laidOut(room).height)) + margins.top() + margins.bottom();
    });
}

void Label::paintEvent(QPaintEvent *event)
{
    if (m_elided != Qt::ElideNone)
        paintElided();
    else if (wordWrap())
        paintWrapped();
    else
        QLabel::paintEvent(event);
}

void Label::paintElided()
{
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    const auto box = contentsRect();
    painter.drawText(box,
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment())) | Qt::TextSingleLine,
                     fitted(fontMetrics(), text(), box.width(), m_elided));
}

void Label::paintWrapped()
{
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    const auto box = contentsRect();
    const auto laid = laidOut(box.width());
    const bool isAtTop = alignment().testFlag(Qt::AlignTop);
    const int above = isAtTop ? 0 : std::max(0, int(box.height() - laid.height) / 2);
    laid.layout->draw(&painter, QPointF(box.left(), box.top() + above));
}

bool Label::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        m_heights.forget();
    const auto isCut = [this] {
        return m_elided != Qt::ElideNone && fontMetrics().horizontalAdvance(text()) > contentsRect().width() + 1;
    };
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isCut()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), words::tooltip(text()), this);
        return true;
    }
    return QLabel::event(event);
}

} // namespace slipway::look
