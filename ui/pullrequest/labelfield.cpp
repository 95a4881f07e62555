// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pullrequest/labelfield.h"

#include "ui/look/buttons.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"
#include "ui/words/plain.h"

#include <QHBoxLayout>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace slipway::pullrequest
{

LabelField::LabelField(QWidget *parent)
    : QWidget{parent}
    , m_row{new QHBoxLayout{this}}
{
    m_row->setContentsMargins({});
    m_row->setSpacing(look::space::s);
    build();
}

void LabelField::setLabels(const QStringList &labels)
{
    m_labels = labels;
    build();
}

void LabelField::setChoices(const QStringList &choices)
{
    m_choices = choices;
    build();
}

void LabelField::build()
{
    while (auto *item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &label : m_labels) {
        auto *tag = look::makeButton(words::inControl(label), u"close"_s, look::ButtonRole::Secondary, this);
        look::setSmall(tag);
        tag->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft
                                                                     : Qt::LeftToRight); // the cross at the end
        tag->setAccessibleName(tr("Take away the label %1").arg(label));
        tag->setToolTip(tr("Take it away"));
        // The button cannot go while it is being clicked.
        connect(
            tag, &QAbstractButton::clicked, this,
            [this, label] {
                m_labels.removeAll(label);
                build();
                Q_EMIT changed();
            },
            Qt::QueuedConnection);
        m_row->addWidget(tag);
    }
    auto *add = look::makeButton(tr("Add"), u"add"_s, look::ButtonRole::Flat, this);
    look::setSmall(add);
    auto *menu = new QMenu{add};
    for (const auto &choice : m_choices) {
        if (m_labels.contains(choice))
            continue;
        connect(
            menu->addAction(words::inControl(choice)), &QAction::triggered, this,
            [this, choice] {
                m_labels.append(choice);
                build();
                Q_EMIT changed();
            },
            Qt::QueuedConnection);
    }
    add->setEnabled(!menu->isEmpty());
    connect(add, &QAbstractButton::clicked, menu,
            [add, menu] { menu->popup(add->mapToGlobal(QPoint{0, add->height()})); });
    m_row->addWidget(add);
    m_row->addStretch(1);
}

} // namespace slipway::pullrequest
