// SPDX-License-Identifier: GPL-3.0-or-later
// What the Review screen is built of, and how it fits the window.
#include "ui/feedback/emptystate.h"
#include "ui/look/buttons.h"
#include "ui/look/chips.h"
#include "ui/look/icons.h"
#include "ui/look/label.h"
#include "ui/look/scheme.h"
#include "ui/look/spacing.h"
#include "ui/look/surfaces.h"
#include "ui/look/type.h"
#include "ui/review/changebox.h"
#include "ui/review/changelist.h"
#include "ui/review/changepage.h"
#include "ui/review/notice.h"
#include "ui/review/orderbutton.h"
#include "ui/review/reviewscreen.h"

#include <QAction>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway::review
{
namespace
{

constexpr double listWidth = 272;
constexpr double boxBelow = 960; ///< the width of the window, at a 13 px font

} // namespace

void ReviewScreen::build()
{
    m_listLine = new look::Line{Qt::Vertical, this};
    m_boxSide = new QWidget{this};
    auto *box = new QHBoxLayout{m_boxSide};
    look::keepMargins(box, {look::space::xl, look::space::m, look::space::l, 0});
    box->addWidget(m_box);
    auto *page = new QVBoxLayout;
    page->setSpacing(0);
    page->addWidget(m_boxSide);
    page->addWidget(m_right, 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(m_listSide = makeList());
    columns->addWidget(m_listLine);
    columns->addLayout(page, 1);
    auto *rows = new QVBoxLayout{this};
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(makeHeader());
    rows->addWidget(new look::Line{Qt::Horizontal, this});
    rows->addWidget(m_notice);
    rows->addLayout(columns, 1);
    connect(&look::Scheme::current(), &look::Scheme::changed, this, &ReviewScreen::fit);
    fit();
}

QWidget *ReviewScreen::makeHeader()
{
    auto *header = new QWidget{this};
    look::keepFitted(header, [header] { header->setFixedHeight(look::scaled(56)); });
    auto *refresh = look::makeButton(tr("Refresh"), u"refresh"_s, look::ButtonRole::Secondary, header);
    auto *open = look::makeButton(tr("New pull request…"), u"pull-request"_s, look::ButtonRole::Secondary, header);
    connect(refresh, &QAbstractButton::clicked, findChild<QAction *>(u"review.refresh"_s), &QAction::trigger);
    connect(open, &QAbstractButton::clicked, m_open, &QAction::trigger);
    m_openButton = open;
    auto *row = new QHBoxLayout{header};
    look::keepMargins(row, {look::space::xl, 0, look::space::l, 0});
    look::keepSpacing(row, look::space::s);
    row->addWidget(new look::Label{tr("Review"), look::Type::H1, look::Token::Text, header});
    row->addSpacing(look::space::xs);
    m_facts->setElided(Qt::ElideRight);
    row->addWidget(m_facts, 1);
    row->addWidget(refresh);
    row->addWidget(open);
    return header;
}

QWidget *ReviewScreen::makeList()
{
    auto *side = new QWidget{this};
    auto *filter = new QLineEdit{side};
    filter->setPlaceholderText(tr("Filter changes"));
    filter->setAccessibleName(tr("Filter changes"));
    filter->setClearButtonEnabled(true);
    filter->addAction(look::icon(u"search"_s), QLineEdit::LeadingPosition);
    connect(filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_list->setFilter(text);
        showCurrent();
    });
    connect(m_find, &QAction::triggered, filter, [this, filter] {
        if (filter->isVisible())
            filter->setFocus(Qt::ShortcutFocusReason);
        else if (m_box->isVisible())
            m_box->showPopup();
    });
    auto *top = new QHBoxLayout;
    look::keepMargins(top, {look::space::m, look::space::s, look::space::m, look::space::s});
    look::keepSpacing(top, look::space::s);
    top->addWidget(filter, 1);
    top->addWidget(m_order);
    auto *rows = new QVBoxLayout{side};
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addLayout(top);
    rows->addWidget(m_list, 1);
    rows->addWidget(new look::Line{Qt::Horizontal, side});
    auto *hint = new QHBoxLayout;
    look::keepMargins(hint, {look::space::l, look::space::s, look::space::m, look::space::s});
    look::keepSpacing(hint, look::space::s);
    auto *words =
        new look::Label{tr("ticks several for one pull request"), look::Type::Small, look::Token::TextMuted, side};
    words->setElided(Qt::ElideRight);
    hint->addWidget(new look::Keycap{tr("Space"), side});
    hint->addWidget(words, 1);
    rows->addLayout(hint);
    return side;
}

void ReviewScreen::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// In a narrow window the list is a box above the page.
void ReviewScreen::fit()
{
    const bool isNarrow = window()->width() < look::scaled(boxBelow);
    const bool hadFocus = m_list->hasFocus() || m_box->hasFocus() || m_empty->hasFocus();
    m_listSide->setFixedWidth(look::scaled(listWidth));
    m_listSide->setVisible(!isNarrow);
    m_listLine->setVisible(!isNarrow);
    m_boxSide->setVisible(isNarrow && !m_changes.isEmpty());
    QWidget *box = m_box;
    if (m_changes.isEmpty())
        box = m_empty;
    setFocusProxy(isNarrow ? box : m_list);
    if (hadFocus)
        setFocus();
}

} // namespace slipway::review
