// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/emptystate.h"

#include "ui/look/buttons.h"
#include "ui/look/icons.h"
#include "ui/look/label.h"
#include "ui/look/scheme.h"
#include "ui/look/type.h"
#include "ui/words/plain.h"

#include <QVBoxLayout>

namespace slipway::feedback
{

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new look::Label)
    , m_what(new look::Label(QString(), look::Type::BodyStrong))
    , m_more(new look::Label(QString(), look::Type::Body, look::Token::TextSecondary))
    , m_button(look::makeButton(QString()))
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addStretch(1);
    for (auto *label : {m_icon, m_what, m_more}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(label != m_icon);
        column->addWidget(label);
    }
    column->insertSpacing(2, look::space::m);
    column->insertSpacing(4, 2);
    column->addSpacing(look::space::m);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(1);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::helpWanted);
    connect(&look::Scheme::current(), &look::Scheme::changed, this, &EmptyState::paintAgain);
}

void EmptyState::show(const EmptyCause &cause)
{
    m_iconName = cause.icon;
    m_what->setText(words::prose(cause.what));
    m_more->setText(words::prose(cause.more));
    m_more->setVisible(!cause.more.isEmpty());
    m_button->setText(cause.button);
    m_button->setVisible(!cause.button.isEmpty());
    look::setRole(m_button, cause.isPrimary ? look::ButtonRole::Primary : look::ButtonRole::Secondary);
    setAccessibleName(cause.what);
    paintAgain();
    if (parentWidget())
        setVisible(true);
}

void EmptyState::paintAgain()
{
    if (m_iconName.isEmpty())
        return;
    const int side = look::scaled(look::iconsize::empty);
    m_icon->setPixmap(look::icon(m_iconName, look::Token::Neutral).pixmap(QSize(side, side), devicePixelRatio()));
}

} // namespace slipway::feedback
