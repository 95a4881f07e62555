// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/confirm.h"

#include "ui/feedback/dimmer.h"
#include "ui/look/buttons.h"
#include "ui/look/label.h"
#include "ui/look/palette.h"
#include "ui/look/spacing.h"
#include "ui/look/surfaces.h"
#include "ui/look/type.h"
#include "ui/words/plain.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace slipway::feedback
{

namespace
{

constexpr double narrowest = 480; ///< at a 13 px font
constexpr int widest = 640;

look::Label *wrapped(const QString &text, look::Type type, look::Token token)
{
    auto *label = new look::Label(words::visible(text), type, token);
    label->setWordWrap(true);
    return label;
}

} // namespace

ConfirmDialog::ConfirmDialog(const Question &question, QWidget *parent)
    : QDialog(parent)
    , m_body(new QVBoxLayout)
    , m_cancel(look::makeButton(tr("Cancel")))
    , m_verb(look::makeButton(question.verb, question.icon,
                              question.isDestructive ? look::ButtonRole::Destructive : look::ButtonRole::Primary))
    , m_toType(question.toType)
{
    setWindowModality(Qt::WindowModal);
    setWindowTitle(words::visible(question.title));
    look::keepSurface(this, look::Token::Base);
    look::keepFitted(this, [this] {
        setMinimumWidth(std::min(look::scaled(narrowest), widest));
        QMetaObject::invokeMethod(this, &ConfirmDialog::fit, Qt::QueuedConnection); // when all of it has the new font
    });

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    look::keepMargins(m_body, {look::space::xxl, look::space::xl, look::space::xxl, look::space::l});
    look::keepSpacing(m_body, look::space::s);
    m_body->addWidget(wrapped(question.title, look::Type::H1, look::Token::Text));
    if (!question.text.isEmpty())
        m_body->addWidget(wrapped(question.text, look::Type::Body, look::Token::TextSecondary));
    column->addLayout(m_body, 1);
    if (!m_toType.isEmpty())
        addNameField(question);
    column->addWidget(bar(question));
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_verb, &QPushButton::clicked, this, &QDialog::accept);
    (question.isDestructive ? m_cancel : m_verb)->setDefault(true);
    decide();
}

/// As high as its words are in its width: adjustSize() would count the lines that they have in a narrower one.
void ConfirmDialog::fit()
{
    const int least = std::max(minimumWidth(), layout()->totalMinimumSize().width());
    const int width = std::clamp(sizeHint().width(), least, std::max(least, widest));
    resize(width, layout()->totalHeightForWidth(width));
}

void ConfirmDialog::addNameField(const Question &question)
{
    auto *why = wrapped(question.whyType, look::Type::BodyMedium, look::Token::Text);
    m_name = new QLineEdit;
    m_name->setMaximumWidth(look::scaled(260));
    m_name->setAccessibleName(question.whyType);
    why->setBuddy(m_name);
    auto *pair = new QVBoxLayout; // stays below whatever body() is given
    look::keepMargins(pair, {look::space::xxl, 0, look::space::xxl, look::space::l});
    look::keepSpacing(pair, look::space::xs);
    pair->addWidget(why);
    auto *row = new QHBoxLayout; // else the words above the field are measured in its width
    row->addWidget(m_name, 1000);
    row->addStretch(1);
    pair->addLayout(row);
    static_cast<QVBoxLayout *>(layout())->addLayout(pair);
    connect(m_name, &QLineEdit::textChanged, this, &ConfirmDialog::decide);
}

QWidget *ConfirmDialog::bar(const Question & /*question*/)
{
    auto *bar = new QWidget;
    look::keepSurface(bar, look::Token::Raised);
    auto *column = new QVBoxLayout(bar);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new look::Line(Qt::Horizontal));
    auto *row = new QHBoxLayout;
    look::keepMargins(row, {look::space::xxl, look::space::l - 2, look::space::xxl, look::space::l - 2});
    look::keepSpacing(row, look::space::s);
    auto *start = new QHBoxLayout;
    m_barStart = start;
    row->addLayout(start);
    row->addStretch(1);
    auto *buttons = new QDialogButtonBox; // in the order of the platform
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    buttons->addButton(m_verb, QDialogButtonBox::AcceptRole);
    row->addWidget(buttons);
    column->addLayout(row);
    return bar;
}

void ConfirmDialog::setAside(QWidget *widget)
{
    m_barStart->addWidget(widget);
}

void ConfirmDialog::setObjection(const QString &reason)
{
    m_objection = reason;
    decide();
}

void ConfirmDialog::decide()
{
    auto reason = m_objection;
    if (reason.isEmpty() && m_name && m_name->text().trimmed() != m_toType)
        reason = tr("Type %1 first.").arg(words::visible(m_toType));
    look::allow(m_verb, reason);
}

void ConfirmDialog::showEvent(QShowEvent *event)
{
    if (parentWidget() && !m_dimmer)
        m_dimmer = new Dimmer(parentWidget()->window());
    if (m_name)
        m_name->setFocus();
    QDialog::showEvent(event);
}

void ConfirmDialog::hideEvent(QHideEvent *event)
{
    delete m_dimmer;
    QDialog::hideEvent(event);
}

} // namespace slipway::feedback
