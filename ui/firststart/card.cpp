// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/card.h"

#include "ui/look/iconlabel.h"
#include "ui/look/label.h"
#include "ui/look/spacing.h"
#include "ui/look/strokes.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway::firststart
{
namespace
{

QHBoxLayout *lineOf(const QString &icon, int size, look::Token tint, QLabel *text, QWidget *parent)
{
    auto *picture = new look::IconLabel{icon, size, tint, parent};
    auto *row = new QHBoxLayout;
    look::keepSpacing(row, look::space::s);
    picture->setBesideLine(look::Type::Body);
    row->addWidget(picture, 0, Qt::AlignTop);
    row->addWidget(text, 1);
    return row;
}

} // namespace

Card::Card(const QString &icon, const QString &title, const QString &text, QWidget *parent)
    : QWidget{parent}
    , m_rows{new QVBoxLayout{this}}
{
    look::keepFitted(this, [this] {
        setMaximumWidth(look::scaled(wide));
        setMinimumWidth(look::scaled(narrow));
    });
    look::keepMargins(m_rows, {look::space::xl, look::space::xl, look::space::xl, look::space::xl});
    look::keepSpacing(m_rows, look::space::s);
    m_rows->addLayout(lineOf(icon, look::iconsize::card, look::Token::AccentText,
                             new look::Label{title, look::Type::H2, look::Token::Text, this}, this));
    auto *words = new look::Label{text, look::Type::Body, look::Token::TextSecondary, this};
    words->setWordWrap(true);
    m_rows->addWidget(words);
    m_rows->addSpacing(look::space::s);
    m_rows->addStretch(1);
}

void Card::addPoint(const QString &text)
{
    auto *words = new look::Label{text, look::Type::Body, look::Token::Text, this};
    words->setWordWrap(true);
    m_rows->addLayout(lineOf(u"check"_s, look::iconsize::dense, look::Token::TextSecondary, words, this));
}

void Card::addButton(QWidget *button)
{
    m_rows->addSpacing(look::space::m);
    m_rows->addWidget(button, 0, Qt::AlignLeft);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    look::drawBox(painter, rect(), look::radius::card, look::color(look::Token::Base),
                  look::color(look::Token::Border));
}

} // namespace slipway::firststart
