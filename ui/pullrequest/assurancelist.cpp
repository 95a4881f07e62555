// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pullrequest/assurancelist.h"

#include "ui/look/buttons.h"
#include "ui/look/iconlabel.h"
#include "ui/look/label.h"
#include "ui/look/spacing.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway::pullrequest
{

AssuranceList::AssuranceList(QWidget *parent)
    : QWidget{parent}
    , m_rows{new QVBoxLayout{this}}
{
    look::keepMargins(m_rows, {look::space::xl, look::space::l, look::space::l, look::space::l});
    look::keepSpacing(m_rows, look::space::s + 2);
    m_rows->addWidget(
        new look::Label{tr("Before you send it"), look::Type::SmallStrong, look::Token::TextSecondary, this});
}

void AssuranceList::show(const QList<Assurance> &assurances)
{
    qDeleteAll(m_shown);
    m_shown.clear();
    for (const auto &assurance : assurances)
        append(assurance);
}

void AssuranceList::append(const Assurance &assurance)
{
    auto *line = new QWidget{this};
    const auto token = assurance.holds ? look::Token::Ok : look::Token::Attention;
    auto *icon = new look::IconLabel{assurance.holds ? u"state-ok"_s : u"warning"_s, look::iconsize::row, token, line};
    icon->setBesideLine(look::Type::Body);
    auto *text = new look::Label{assurance.text, look::Type::Body, look::Token::Text, line};
    if (assurance.pullRequest > 0)
        text->setElided(Qt::ElideRight); // the button stands right behind it
    else
        text->setWordWrap(true);
    auto *row = new QHBoxLayout{line};
    row->setContentsMargins({});
    look::keepSpacing(row, look::space::s);
    row->addWidget(icon, 0, assurance.pullRequest > 0 ? Qt::AlignVCenter : Qt::AlignTop);
    row->addWidget(text, assurance.pullRequest > 0 ? 0 : 1);
    if (assurance.pullRequest > 0) {
        auto *show = look::makeButton(tr("Show"), {}, look::ButtonRole::Link, line);
        connect(show, &QAbstractButton::clicked, this,
                [this, number = assurance.pullRequest] { Q_EMIT pullRequestRequested(number); });
        row->addWidget(show);
        row->addStretch(1);
    }
    m_rows->addWidget(line);
    m_shown.append(line);
}

} // namespace slipway::pullrequest
