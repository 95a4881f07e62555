// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/messagebar.h"

#include "ui/feedback/announce.h"
#include "ui/feedback/messagetext.h"
#include "ui/look/buttons.h"
#include "ui/look/label.h"
#include "ui/look/scheme.h"
#include "ui/look/spacing.h"
#include "ui/look/strokes.h"
#include "ui/look/type.h"
#include "ui/words/errors.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace slipway::feedback
{

namespace
{

using look::Token;

struct Colors
{
    Token tint;
    Token hue;
    QString icon;
};

constexpr double fewestWords = 300; ///< the width of words beside buttons

Colors colorsOf(Message::Kind kind)
{
    switch (kind) {
    case Message::Kind::Failure: return {Token::DangerTint, Token::Danger, u"state-failed"_s};
    case Message::Kind::Attention: return {Token::AttentionTint, Token::Attention, u"warning"_s};
    case Message::Kind::Information: return {Token::AccentTint, Token::AccentText, u"info"_s};
    case Message::Kind::Proven: return {Token::OkTint, Token::Ok, u"state-ok"_s};
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

MessageBar::MessageBar(Shape shape, QWidget *parent)
    : QWidget(parent)
    , m_shape(shape)
    , m_text(new MessageText)
    , m_buttons(new QHBoxLayout)
    , m_close(look::makeIconButton(u"close"_s, tr("Close")))
{
    auto *row = new QHBoxLayout(this);
    look::keepSpacing(row, look::space::m);
    const int side = shape == Shape::Inline ? 13 : look::space::xl;
    look::keepMargins(row, {side, look::space::m - 1, side, look::space::m - 1}); // 10, and the line
    m_flow = new QBoxLayout(QBoxLayout::LeftToRight);
    m_flow->setSpacing(look::scaled(look::space::m));
    m_flow->addWidget(m_text, 1);
    row->addLayout(m_flow, 1);
    auto *tail = new QHBoxLayout;
    look::keepSpacing(tail, look::space::m);
    auto *aside = new look::Label(QString(), look::Type::Small, Token::TextSecondary);
    m_aside = aside;
    m_aside->hide();
    tail->addWidget(m_aside);
    look::keepSpacing(m_buttons, look::space::s);
    tail->addLayout(m_buttons);
    tail->addStretch(0);
    m_flow->addLayout(tail);
    m_tail = tail;
    row->addWidget(m_close, 0, Qt::AlignTop);
    m_close->hide();
    connect(m_close, &QAbstractButton::clicked, this, &MessageBar::dismiss);
    connect(&look::Scheme::current(), &look::Scheme::changed, this, &MessageBar::paintAgain);
    hide();
}

void MessageBar::show(const Message &message)
{
    clearButtons();
    m_message = message;
    paintAgain();
    if (!message.details.isEmpty()) {
        auto *copy = addButton(tr("Copy details"));
        look::setRole(copy, look::ButtonRole::Flat);
        connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_message.details); });
    }
    setVisible(true);
    announce(this, m_text->accessibleName());
}

void MessageBar::show(const Error &error)
{
    show(messageOf(error));
    addFileButton(error.file);
    const auto said = words::said(error);
    if (!said.button.isEmpty())
        connect(addButton(said.button), &QPushButton::clicked, this,
                said.wantsSignIn ? &MessageBar::signInWanted : &MessageBar::helpWanted);
}

QPushButton *MessageBar::showRetry(const Error &error)
{
    show(messageOf(error));
    addFileButton(error.file);
    QPushButton *signIn = nullptr;
    if (const auto said = words::said(error); said.wantsSignIn) {
        signIn = addButton(said.button);
        connect(signIn, &QPushButton::clicked, this, &MessageBar::signInWanted);
    }
    auto *again = addButton(tr("Try again"));
    connect(again, &QPushButton::clicked, this, &MessageBar::helpWanted);
    return signIn ? signIn : again;
}

void MessageBar::addFileButton(const QString &file)
{
    if (!file.isEmpty())
        connect(addButton(tr("Open file")), &QPushButton::clicked, this, [this, file] { Q_EMIT fileWanted(file); });
}

void MessageBar::dismiss()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT dismissed();
}

QPushButton *MessageBar::addButton(const QString &text)
{
    auto *button = look::makeButton(text);
    look::setSmall(button);
    m_buttons->addWidget(button, 0, Qt::AlignTop);
    button->show();
    arrange();
    return button;
}

void MessageBar::setAside(const QString &text)
{
    static_cast<look::Label *>(m_aside)->setText(text);
    m_aside->setVisible(!text.isEmpty());
}

void MessageBar::setClosable(bool on)
{
    m_close->setVisible(on);
}

void MessageBar::clearButtons()
{
    while (auto *item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    setAside({});
}

void MessageBar::paintAgain()
{
    const auto colors = colorsOf(m_message.kind);
    m_text->show(m_message.icon.isEmpty() ? colors.icon : m_message.icon, look::color(colors.hue), m_message.what,
                 m_message.more);
    arrange();
    update();
}

void MessageBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// The buttons stand beside the words, or below them where these would get too little room.
void MessageBar::arrange()
{
    const bool isTight = width() - m_tail->sizeHint().width() < look::scaled(fewestWords);
    const auto direction = isTight && m_buttons->count() > 0 ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    const bool isBelow = direction == QBoxLayout::TopToBottom;
    const int spacing = look::scaled(isBelow ? look::space::s : look::space::m);
    if (m_flow->direction() == direction && m_flow->spacing() == spacing)
        return; // setting the same would have it all laid out again
    m_flow->setDirection(direction);
    m_tail->setContentsMargins(isBelow ? MessageText::indent() : 0, 0, 0, 0);
    m_flow->setSpacing(spacing);
}

void MessageBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const auto colors = colorsOf(m_message.kind);
    const auto tint = look::color(colors.tint);
    const auto line = look::blended(look::color(colors.hue), tint, 0.33);
    if (m_shape == Shape::Inline) {
        look::drawBox(painter, rect(), look::scaled(look::radius::control), tint, line);
        return;
    }
    painter.fillRect(rect(), tint);
    look::drawEdge(painter, rect(), Qt::BottomEdge, line);
}

} // namespace slipway::feedback
