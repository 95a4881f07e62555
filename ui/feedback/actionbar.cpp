// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/actionbar.h"

#include "ui/look/iconlabel.h"
#include "ui/look/label.h"
#include "ui/look/scheme.h"
#include "ui/look/spacing.h"
#include "ui/look/strokes.h"

#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace slipway::feedback
{

ActionBar::ActionBar(QWidget *parent)
    : QWidget{parent}
    , m_icon{new look::IconLabel{look::iconsize::dense, look::Token::TextSecondary, this}}
    , m_fact{new look::Label{{}, look::Type::Small, look::Token::TextSecondary, this}}
    , m_row{new QHBoxLayout{this}}
{
    look::keepMargins(m_row, {look::space::xl, 0, look::space::l, 0});
    look::keepSpacing(m_row, look::space::s);
    m_row->addWidget(m_icon);
    m_row->addWidget(m_fact, 1);
    connect(&look::Scheme::current(), &look::Scheme::changed, this, &ActionBar::fit);
    fit();
}

void ActionBar::setFact(const QString &icon, const QString &fact, const QStringList &hashes)
{
    m_icon->setIcon(icon);
    m_fact->setMono(hashes);
    m_fact->setText(fact);
}

void ActionBar::addButton(QWidget *button)
{
    m_row->addWidget(button);
}

void ActionBar::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    painter.fillRect(rect(), look::color(look::Token::Raised));
    look::drawEdge(painter, rect(), Qt::TopEdge, look::color(look::Token::Border));
}

void ActionBar::fit()
{
    setFixedHeight(look::scaled(52));
}

} // namespace slipway::feedback
