// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/tickbar.h"

#include "ui/look/actionbutton.h"
#include "ui/look/label.h"
#include "ui/look/spacing.h"
#include "ui/look/strokes.h"
#include "ui/look/type.h"

#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using look::scaled;
using look::Token;

TickBar::TickBar(QAction *untick, QWidget *parent)
    : QWidget(parent)
    , m_count(new look::Label({}, look::Type::BodyMedium, Token::Text, this))
    , m_open(look::makeButton(tr("Open pull request…"), u"pull-request"_s, look::ButtonRole::Primary, this))
{
    auto *row = new QHBoxLayout(this);
    look::keepMargins(row, {20, 11, 16, 10});
    look::keepSpacing(row, look::space::s);
    row->addWidget(m_count);
    row->addWidget(look::actionButton(untick, look::ButtonRole::Link, this, tr("Clear")));
    row->addStretch(1);
    row->addWidget(m_open);
    connect(m_open, &QPushButton::clicked, this, &TickBar::pullRequestWanted);
    hide();
}

void TickBar::show(int ticked, const QString &objection)
{
    m_count->setText(tr("%n ticked", nullptr, ticked));
    look::allow(m_open, objection);
    setVisible(ticked > 0);
}

void TickBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), look::color(Token::Raised));
    look::drawEdge(painter, rect(), Qt::TopEdge, look::color(Token::Border));
}

} // namespace slipway::images
