// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/label.h"

#include "ui/look/palette.h"
#include "ui/words/plain.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

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
    if (m_elided == Qt::ElideNone)
        return QLabel::sizeHint();
    const auto margins = contentsMargins();
    return {fontMetrics().horizontalAdvance(text()) + 1 + margins.left() + margins.right(),
            fontMetrics().height() + margins.top() + margins.bottom()};
}

QSize Label::minimumSizeHint() const
{
    if (m_elided == Qt::ElideNone)
        return QLabel::minimumSizeHint();
    const auto hint = sizeHint();
    return {std::min(hint.width(), fontMetrics().averageCharWidth() * 4), hint.height()};
}

void Label::paintEvent(QPaintEvent *event)
{
    if (m_elided == Qt::ElideNone) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    const auto box = contentsRect();
    painter.drawText(box,
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment())) | Qt::TextSingleLine,
                     fitted(fontMetrics(), text(), box.width(), m_elided));
}

bool Label::event(QEvent *event)
{
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
