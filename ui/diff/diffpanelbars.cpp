// SPDX-License-Identifier: GPL-3.0-or-later
// The bars above a diff: what can be done with it, and the field that finds in it.
#include "ui/diff/diffpanel.h"
#include "ui/look/icons.h"
#include "ui/look/label.h"
#include "ui/look/palette.h"
#include "ui/look/spacing.h"
#include "ui/look/surfaces.h"
#include "ui/look/type.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace slipway::diffview
{
namespace
{

QToolButton *buttonFor(QAction *action, QWidget *parent, Qt::ToolButtonStyle style = Qt::ToolButtonIconOnly)
{
    auto *button = new QToolButton{parent};
    button->setDefaultAction(action);
    button->setToolButtonStyle(style);
    button->setAutoRaise(true);
    button->setAccessibleName(action->text());
    return button;
}

} // namespace

QWidget *DiffPanel::toolBar()
{
    auto *bar = new QWidget{this};
    look::keepFitted(bar, [bar] { bar->setFixedHeight(look::scaled(40)); });
    auto *row = new QHBoxLayout{bar};
    look::keepMargins(row, {look::space::xl, 0, look::space::l, 0});
    look::keepSpacing(row, look::space::s);
    row->addWidget(m_title);
    m_facts->setElided(Qt::ElideRight);
    row->addWidget(m_facts, 1);
    for (const auto *id : {"diff.previous", "diff.next"})
        row->addWidget(buttonFor(findChild<QAction *>(QLatin1StringView{id}), bar));
    row->addSpacing(look::space::s);
    auto *ways = new QHBoxLayout;
    ways->setSpacing(0);
    ways->setContentsMargins(1, 1, 1, 1);
    auto *frame = new look::Card{look::Token::Base, look::Token::Border, bar};
    frame->setLayout(ways);
    ways->addWidget(buttonFor(m_unified, frame));
    ways->addWidget(buttonFor(m_sideBySide, frame));
    row->addWidget(frame, 0, Qt::AlignVCenter);
    row->addSpacing(look::space::s);
    row->addWidget(buttonFor(m_whitespace, bar));
    m_toolButton = buttonFor(m_tool, bar, Qt::ToolButtonTextBesideIcon);
    row->addWidget(m_toolButton);
    return bar;
}

QWidget *DiffPanel::findBar()
{
    auto *bar = new QWidget{this};
    look::keepSurface(bar, look::Token::Raised);
    auto *row = new QHBoxLayout{bar};
    look::keepMargins(row, {look::space::xl, look::space::xs, look::space::l, look::space::xs});
    m_find->setPlaceholderText(tr("Find in these files"));
    m_find->setAccessibleName(tr("Find in these files"));
    m_find->installEventFilter(this);
    row->addWidget(m_find);
    row->addWidget(m_found);
    row->addStretch(1);
    auto *close = new QToolButton{bar};
    close->setIcon(look::icon(u"close"_s));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close"));
    connect(close, &QToolButton::clicked, this, &DiffPanel::closeFind);
    row->addWidget(close);
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString &text) {
        const int count = m_view->find(text);
        m_found->setText(text.isEmpty() ? QString{} : count == 1 ? tr("1 place") : tr("%n places", nullptr, count));
    });
    return bar;
}

} // namespace slipway::diffview
