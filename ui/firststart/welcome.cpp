// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/welcome.h"

#include "ui/firststart/card.h"
#include "ui/look/buttons.h"
#include "ui/look/icons.h"
#include "ui/look/label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QSvgRenderer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway::firststart
{
namespace
{

constexpr auto neededRights =
    "https://docs.github.com/en/packages/learn-github-packages/about-permissions-for-github-packages"_L1;

QPixmap applicationIcon(int side, double ratio)
{
    QPixmap picture{QSize{side, side} * ratio};
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter{&picture};
    QSvgRenderer{u":/slipway/icons/slipway.svg"_s}.render(&painter, QRectF{0, 0, double(side), double(side)});
    return picture;
}

look::Label *centred(const QString &text, look::Type type, look::Token token, QWidget *parent)
{
    auto *label = new look::Label{text, type, token, parent};
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    return label;
}

} // namespace

Welcome::Welcome(QWidget *parent)
    : QWidget{parent}
{
    auto *icon = new QLabel{this};
    icon->setPixmap(applicationIcon(look::scaled(80), devicePixelRatio()));
    icon->setAlignment(Qt::AlignCenter);
    auto *words =
        centred(tr("See where every image stands, and turn each new one into a change that you have reviewed."),
                look::Type::Body, look::Token::TextSecondary, this);
    words->setFixedWidth(look::scaled(520));

    auto *connectIt =
        new Card{u"link"_s, tr("Connect to GitHub"),
                 tr("With a token. Slipway finds your services in the compose files of one repository."), this};
    connectIt->addPoint(tr("Nothing changes until you open a pull request"));
    connectIt->addPoint(tr("The token stays in memory until you quit"));
    connectIt->addPoint(tr("GitHub Enterprise works too"));
    auto *connectButton = look::makeButton(tr("Connect…"), {}, look::ButtonRole::Primary, connectIt);
    connectIt->addButton(connectButton);

    auto *demo = new Card{u"demo"_s, tr("Try the demo"),
                          tr("Six services, a deployment repository and images that move, all inside this program. No "
                             "account, no network."),
                          this};
    demo->addPoint(tr("Review updates, open pull requests"));
    demo->addPoint(tr("Images are published while you look"));
    demo->addPoint(tr("Nothing leaves this machine"));
    auto *demoButton = look::makeButton(tr("Try the demo"), u"play"_s, look::ButtonRole::Secondary, demo);
    demo->addButton(demoButton);

    auto *cards = new QHBoxLayout;
    cards->setSpacing(look::space::l);
    cards->addStretch(1);
    cards->addWidget(connectIt);
    cards->addWidget(demo);
    cards->addStretch(1);
    auto *needs = look::makeButton(tr("What Slipway needs from GitHub"), {}, look::ButtonRole::Link, this);
    auto *rows = new QVBoxLayout{this};
    rows->setSpacing(look::space::m);
    rows->addStretch(2);
    rows->addWidget(icon);
    rows->addSpacing(look::space::s);
    rows->addWidget(centred(tr("Welcome to Slipway"), look::Type::Display, look::Token::Text, this));
    rows->addWidget(words, 0, Qt::AlignHCenter);
    rows->addSpacing(look::space::xl);
    rows->addLayout(cards);
    rows->addSpacing(look::space::m);
    rows->addWidget(needs, 0, Qt::AlignHCenter);
    rows->addStretch(3);
    setFocusProxy(connectButton);
    connect(connectButton, &QAbstractButton::clicked, this, &Welcome::connectRequested);
    connect(demoButton, &QAbstractButton::clicked, this, &Welcome::demoRequested);
    connect(needs, &QAbstractButton::clicked, this, [this] { Q_EMIT pageRequested(neededRights); });
}

} // namespace slipway::firststart
