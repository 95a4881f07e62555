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

void Label::setMono(const QStringList &parts)
{
    m_mono = parts;
    setElided(Qt::ElideRight);
}

/// The first so many characters of the text, and what stands for the others.
Paragraph Label::inOneLine(qsizetype length) const
{
    QTextCharFormat mono;
    mono.setFont(look::font(Type::MonoSmall));
    const auto all = text();
    QList<QTextLayout::FormatRange> formats;
    for (const auto &part : m_mono)
        for (auto at = all.indexOf(part); at >= 0 && at < length && !part.isEmpty(); at = all.indexOf(part, at + 1))
            formats.append({int(at), int(std::min(part.size(), length - at)), mono});
    QTextOption option{Qt::AlignLeft | Qt::AlignAbsolute};
    option.setTextDirection(layoutDirection());
    constexpr double everything = 1e6;
    return layOut(length == all.size() ? all : all.first(length) + u'…', font(), everything, option, formats);
}

int Label::textWidth() const
{
    return m_mono.isEmpty() ? fontMetrics().horizontalAdvance(text()) : int(std::ceil(inOneLine(text().size()).width));
}

QSize Label::sizeHint() const
{
    const auto margins = contentsMargins();
    if (m_elided != Qt::ElideNone)
        return {textWidth() + 1 + margins.left() + margins.right(),
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
    if (!wordWrap())
        return least;
    constexpr int fewest = 16; // a longer word is broken
    return {std::min(least.width(), fontMetrics().averageCharWidth() * fewest),
            std::min(hint.height(), int(std::ceil(lineHeight(font()))))};
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
    if (!m_mono.isEmpty())
        return paintMixed(painter, box);
    painter.drawText(box,
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment())) | Qt::TextSingleLine,
                     fitted(fontMetrics(), text(), box.width(), m_elided));
}

void Label::paintMixed(QPainter &painter, const QRect &box)
{
    auto laid = inOneLine(text().size());
    if (laid.width > box.width() + 1) {
        const double room = box.width() - fontMetrics().horizontalAdvance(u'…');
        laid = inOneLine(laid.layout->lineAt(0).xToCursor(std::max(0.0, room), QTextLine::CursorOnCharacter));
    }
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const double left = isMirrored ? box.right() + 1 - laid.width : box.left();
    laid.layout->draw(&painter, QPointF(left, box.top() + (box.height() - laid.height) / 2));
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
    const auto isCut = [this] { return m_elided != Qt::ElideNone && textWidth() > contentsRect().width() + 1; };
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isCut()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), words::tooltip(text()), this);
        return true;
    }
    return QLabel::event(event);
}

} // namespace slipway::look
