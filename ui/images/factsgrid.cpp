// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/factsgrid.h"

#include "ui/images/facttext.h"
#include "ui/images/iconmark.h"
#include "ui/look/actionbutton.h"
#include "ui/look/buttons.h"
#include "ui/look/label.h"
#include "ui/look/spacing.h"
#include "ui/words/plain.h"

#include <QGridLayout>
#include <QHBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using look::Token;
using look::Type;

namespace
{

/// In the order of the enumeration: so each kind has its row for ever.
constexpr auto kinds = {Fact::Kind::Running,     Fact::Kind::NewestBecause, Fact::Kind::Published,
                        Fact::Kind::PullRequest, Fact::Kind::Provenance,    Fact::Kind::Platforms,
                        Fact::Kind::Policy};

Token colorOf(const QString &mark)
{
    if (mark == "check"_L1)
        return Token::Ok;
    return mark == "close"_L1 ? Token::Danger : Token::AccentText;
}

} // namespace

FactsGrid::FactsGrid(QAction *changePolicy, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_change(look::actionButton(changePolicy, look::ButtonRole::Link, this, tr("Change")))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    look::keepFitted(this, [this] {
        m_grid->setHorizontalSpacing(look::scaled(look::space::s));
        m_grid->setVerticalSpacing(look::scaled(1));
    });
    m_grid->setColumnStretch(1, 1);
    for (const auto kind : kinds)
        addLine(kind);
}

void FactsGrid::addLine(Fact::Kind kind)
{
    auto *name = new look::Label(factName(kind), Type::Body, Token::TextMuted, this);
    auto *place = new QWidget(this);
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    look::keepSpacing(row, 6);
    auto *link = look::makeButton({}, {}, look::ButtonRole::Link, place);
    auto *mark = new IconMark(place);
    auto *text = new FactText(place);
    row->addWidget(link, 0, Qt::AlignTop);
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addWidget(text, 1);
    if (kind == Fact::Kind::Policy)
        row->addWidget(m_change, 0, Qt::AlignTop);
    look::keepFitted(name, [name] {
        const QFontMetrics metrics(look::font(Type::Body));
        name->setMinimumHeight(FactText::lineHeight());
        name->setMinimumWidth(metrics.horizontalAdvance(factName(Fact::Kind::NewestBecause)) + 1);
    });
    const auto at = static_cast<int>(kind);
    m_grid->addWidget(name, at, 0, Qt::AlignTop);
    m_grid->addWidget(place, at, 1);
    m_lines.append({.kind = kind, .name = name, .place = place, .link = link, .mark = mark, .text = text});
    connect(link, &QPushButton::clicked, this, [this, kind] { Q_EMIT linkActivated(lineOf(kind).url); });
}

FactsGrid::Line &FactsGrid::lineOf(Fact::Kind kind)
{
    return *std::ranges::find(m_lines, kind, &Line::kind);
}

void FactsGrid::show(const QList<Fact> &facts)
{
    if (m_facts == facts)
        return;
    m_facts = facts;
    for (auto &line : m_lines) {
        const auto fact = std::ranges::find(facts, line.kind, &Fact::kind);
        const bool isThere = fact != facts.end();
        line.name->setVisible(isThere);
        line.place->setVisible(isThere);
        if (!isThere)
            continue;
        const bool isLink = !fact->link.isEmpty();
        line.url = fact->link;
        line.link->setVisible(isLink);
        line.link->setText(words::inControl(fact->value));
        line.mark->setVisible(!fact->icon.isEmpty());
        line.mark->show(fact->icon, colorOf(fact->icon));
        const auto dot = isLink || fact->aside.isEmpty() ? QString{} : u" · "_s;
        const auto quiet = fact->isWarning ? Token::AttentionText : Token::TextMuted;
        line.text->show(isLink ? QString{} : fact->value, dot + fact->aside, isLink ? Token::Text : quiet);
    }
}

} // namespace slipway::images
