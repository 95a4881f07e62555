// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/welcome.h"

#include "ui/firststart/card.h"
#include "ui/look/buttons.h"
#include "ui/look/icons.h"
#include "ui/look/label.h"
#include "ui/look/palette.h"
#include "ui/look/scheme.h"
#include "ui/look/spacing.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QSvgRenderer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway::firststart
{
namespace
{

constexpr double iconSide = 89; ///< the picture has a margin of its own
QPixmap applicationIcon(int side, double ratio)
{
    QPixmap picture{QSize{side, side} * ratio};
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter{&picture};
    QSvgRenderer{u":/slipway/icons/slipway.svg"_s}.render(&painter, QRectF{0, 0, double(side), double(side)});
    return picture;
}

/// As wide as it likes to be, with room at both sides; unlike an aligned item it keeps its height for its width.
template<class Item> QHBoxLayout *inTheMiddle(Item *item)
{
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    if constexpr (std::is_base_of_v<QLayout, Item>)
        row->addLayout(item, 1000);
    else
        row->addWidget(item, 1000);
    row->addStretch(1);
    return row;
}

look::Label *centred(const QString &text, look::Type type, look::Token token, QWidget *parent)
{
    auto *label = new look::Label{text, type, token, parent};
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    return label;
}

Card *connectCard(QPushButton *button, QWidget *parent)
{
    auto *card = new Card{
        u"link"_s, Welcome::tr("Connect to GitHub"),
        Welcome::tr("With a token. Slipway finds your services in the compose files of one repository."), parent};
    card->addPoint(Welcome::tr("Nothing changes until you open a pull request"));
    card->addPoint(Welcome::tr("The token stays in memory until you quit"));
    card->addPoint(Welcome::tr("GitHub Enterprise works too"));
    card->addButton(button);
    return card;
}

Card *demoCard(QPushButton *button, QWidget *parent)
{
    auto *card = new Card{
        u"demo"_s, Welcome::tr("Try the demo"),
        Welcome::tr(
            "Six services, a deployment repository and images that move, all inside this program. No account, no "
            "network."),
        parent};
    card->addPoint(Welcome::tr("Review updates, open pull requests"));
    card->addPoint(Welcome::tr("Images are published while you look"));
    card->addPoint(Welcome::tr("Nothing leaves this machine"));
    card->addButton(button);
    return card;
}

} // namespace

QString neededRights()
{
    return u"https://docs.github.com/en/packages/learn-github-packages/about-permissions-for-github-packages"_s;
}

Welcome::Welcome(QWidget *parent)
    : QWidget{parent}
{
    auto *page = new QWidget;
    auto *icon = new QLabel{page};
    icon->setAlignment(Qt::AlignCenter);
    look::keepFitted(icon,
                     [icon] { icon->setPixmap(applicationIcon(look::scaled(iconSide), icon->devicePixelRatio())); });
    auto *words =
        centred(tr("See where every image stands, and turn each new one into a change that you have reviewed."),
                look::Type::Body, look::Token::TextSecondary, page);
    look::keepFitted(words, [words] { words->setMaximumWidth(look::scaled(520)); });

    auto *connectButton = look::makeButton(tr("Connect…"), {}, look::ButtonRole::Primary, page);
    auto *demoButton = look::makeButton(tr("Try the demo"), u"play"_s, look::ButtonRole::Secondary, page);
    m_cards = new QBoxLayout{QBoxLayout::LeftToRight};
    look::keepSpacing(m_cards, look::space::l);
    m_cards->addWidget(connectCard(connectButton, page));
    m_cards->addWidget(demoCard(demoButton, page));
    auto *needs = look::makeButton(tr("What Slipway needs from GitHub"), {}, look::ButtonRole::Link, page);
    auto *rows = new QVBoxLayout{page};
    look::keepSpacing(rows, look::space::s);
    look::keepMargins(rows, {look::space::xxl, look::space::xxl, look::space::xxl, look::space::xxl});
    rows->addStretch(2);
    rows->addWidget(icon);
    rows->addSpacing(look::space::xs);
    rows->addWidget(centred(tr("Welcome to Slipway"), look::Type::Display, look::Token::Text, page));
    rows->addLayout(inTheMiddle(words));
    rows->addSpacing(look::space::xxl);
    rows->addLayout(inTheMiddle(m_cards));
    rows->addSpacing(look::space::m);
    rows->addWidget(needs, 0, Qt::AlignHCenter);
    rows->addStretch(3);
    auto *scroll = new QScrollArea{this};
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    look::keepSurface(page, look::Token::Base);
    auto *all = new QVBoxLayout{this};
    all->setContentsMargins({});
    all->addWidget(scroll);
    setFocusProxy(connectButton);
    connect(&look::Scheme::current(), &look::Scheme::changed, this, &Welcome::arrange);
    connect(connectButton, &QAbstractButton::clicked, this, &Welcome::connectRequested);
    connect(demoButton, &QAbstractButton::clicked, this, &Welcome::demoRequested);
    connect(needs, &QAbstractButton::clicked, this, [this] { Q_EMIT pageRequested(neededRights()); });
}

void Welcome::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// Beside each other, or in a narrow window below each other.
void Welcome::arrange()
{
    const bool isNarrow = width() < look::scaled(2 * Card::wide) + 5 * look::space::l;
    m_cards->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace slipway::firststart
