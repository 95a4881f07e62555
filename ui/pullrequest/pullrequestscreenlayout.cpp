// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffpanel.h"
#include "ui/feedback/actionbar.h"
#include "ui/feedback/messagebar.h"
#include "ui/look/buttons.h"
#include "ui/look/label.h"
#include "ui/look/page.h"
#include "ui/look/scheme.h"
#include "ui/look/spacing.h"
#include "ui/look/surfaces.h"
#include "ui/pullrequest/assurancelist.h"
#include "ui/pullrequest/pullrequestform.h"
#include "ui/pullrequest/pullrequestscreen.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway::pullrequest
{
namespace
{

constexpr double columnBelow = 960; ///< the width of the window, at a 13 px font

} // namespace

void PullRequestScreen::arrange()
{
    auto *header = makeHeader();
    auto *content = new QWidget;
    m_columns = new QBoxLayout{QBoxLayout::LeftToRight, content};
    m_columns->setContentsMargins({});
    m_columns->setSpacing(0);
    m_columns->addWidget(m_form);
    m_columns->addWidget(m_line = new look::Line{Qt::Vertical, content});
    m_columns->addWidget(makePreview(), 1);
    m_page = new look::Page{content, this};
    auto *rows = new QVBoxLayout{this};
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(header);
    rows->addWidget(new look::Line{Qt::Horizontal, this});
    rows->addWidget(m_page, 1);
    rows->addWidget(m_bar);
    connect(&look::Scheme::current(), &look::Scheme::changed, this, &PullRequestScreen::fit);
    fit();
}

QWidget *PullRequestScreen::makeHeader()
{
    auto *header = new QWidget{this};
    look::keepFitted(header, [header] { header->setFixedHeight(look::scaled(56)); });
    auto *back = look::makeIconButton(u"chevron-left"_s, tr("Back"), header);
    connect(back, &QAbstractButton::clicked, this, &PullRequestScreen::left);
    auto *row = new QHBoxLayout{header};
    look::keepMargins(row, {look::space::m, 0, look::space::l, 0});
    look::keepSpacing(row, look::space::s);
    row->addWidget(back);
    row->addWidget(m_heading);
    row->addSpacing(look::space::xs);
    m_facts->setElided(Qt::ElideRight);
    row->addWidget(m_facts, 1);
    row->addWidget(turnButton(m_each, look::ButtonRole::Secondary));
    return header;
}

QWidget *PullRequestScreen::makePreview()
{
    auto *side = new QWidget{this};
    m_messageSpace = new QWidget{side};
    auto *message = new QVBoxLayout{m_messageSpace};
    look::keepMargins(message, {look::space::xl, look::space::m, look::space::l, 0});
    message->addWidget(m_message);
    m_side = new QVBoxLayout{side};
    m_side->setContentsMargins({});
    m_side->setSpacing(0);
    m_side->addWidget(m_messageSpace);
    m_side->addWidget(m_diff, 1);
    m_side->addWidget(m_assurances);
    m_side->addStretch(0);
    m_diff->setFitsContent(true);
    return side;
}

void PullRequestScreen::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// Beside each other; below each other where the window is too narrow for that.
void PullRequestScreen::fit()
{
    const bool isNarrow = window()->width() < look::scaled(columnBelow);
    auto *above = isNarrow ? m_columns : m_side; // else it would stand below the form, where nobody looks
    if (above->indexOf(m_messageSpace) < 0) {
        auto *focus = window()->focusWidget();
        const bool hadFocus = focus && m_messageSpace->isAncestorOf(focus);
        if (hadFocus) // else the window gives it away while this moves, and what takes it may lay the page out again
            focus->clearFocus();
        (isNarrow ? m_side : m_columns)->removeWidget(m_messageSpace);
        above->insertWidget(0, m_messageSpace);
        if (hadFocus) // queued, as the layout shows it again
            QMetaObject::invokeMethod(focus, [focus] { focus->setFocus(); }, Qt::QueuedConnection);
    }
    m_columns->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_page->setWhole(isNarrow);
    m_line->setVisible(!isNarrow);
    m_form->setNarrow(isNarrow);
    m_diff->setMinimumHeight(look::scaled(isNarrow ? 280 : 120));
}

} // namespace slipway::pullrequest
