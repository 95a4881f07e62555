// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/overviewpage.h"

#include "ui/feedback/messagebar.h"
#include "ui/images/commitslist.h"
#include "ui/images/factsgrid.h"
#include "ui/images/releasenotes.h"
#include "ui/images/versionheadline.h"
#include "ui/look/actionbutton.h"
#include "ui/look/chips.h"
#include "ui/look/palette.h"
#include "ui/look/spacing.h"
#include "ui/look/surfaces.h"
#include "ui/look/type.h"
#include "ui/words/states.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using look::scaled;
using look::Token;
using workspace::Row;
using workspace::Snapshot;

OverviewPage::OverviewPage(const ImagesActions *actions, QWidget *parent)
    : QScrollArea(parent)
    , m_versions(new VersionHeadline)
    , m_chip(new look::Chip)
    , m_trouble(new feedback::MessageBar)
    , m_facts(new FactsGrid(actions->of(Deed::Level)))
    , m_commits(new CommitsList)
    , m_notes(new ReleaseNotes)
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // see fitMargins()
    look::keepSurface(viewport(), Token::Raised);
    auto *page = new QWidget;
    look::keepSurface(page, Token::Raised);
    auto *column = new QVBoxLayout(page);
    look::keepSpacing(column, look::space::m);
    column->addWidget(buildHeadline());
    column->addWidget(m_trouble);
    column->addWidget(buildButtons(actions));
    column->addWidget(new look::Line(Qt::Horizontal));
    column->addWidget(m_facts);
    column->addWidget(new look::Line(Qt::Horizontal));
    column->addWidget(m_commits);
    column->addWidget(m_notes);
    column->addStretch(1);
    setWidget(page);
    look::keepFitted(this, [this] { fitMargins(); });
    connect(m_facts, &FactsGrid::linkActivated, this, &OverviewPage::linkActivated);
    connect(m_commits, &CommitsList::linkActivated, this, &OverviewPage::linkActivated);
}

QWidget *OverviewPage::buildHeadline()
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    look::keepSpacing(row, look::space::s);
    row->addWidget(m_versions, 1);
    row->addWidget(m_chip, 0, Qt::AlignTop);
    return line;
}

QWidget *OverviewPage::buildButtons(const ImagesActions *actions)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    look::keepSpacing(row, look::space::s);
    m_review = look::actionButton(actions->of(Deed::Review), look::ButtonRole::Primary, line);
    m_hold = look::actionButton(actions->of(Deed::Hold), look::ButtonRole::Secondary, line);
    auto *more = look::makeIconButton(u"more"_s, tr("More"), line);
    more->setAutoRaise(false);
    row->addWidget(m_review);
    row->addWidget(m_hold);
    row->addStretch(1);
    row->addWidget(more);
    auto *menu = new QMenu(more);
    const auto deeds = actions->rowMenu();
    for (auto *action : deeds) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    connect(more, &QToolButton::clicked, menu,
            [menu, more] { menu->popup(more->mapToGlobal(QPoint(0, more->height()))); });
    return line;
}

void OverviewPage::show(const Row &row, const Snapshot &snapshot, const QDateTime &now)
{
    const auto overview = overviewOf(row, snapshot, now);
    m_versions->show(overview.versions, overview.digests);
    m_chip->show(look::lookOf(row.state), words::word(row.state));
    showTrouble(overview.trouble);
    m_isOffline = snapshot.offlineSince.isValid();
    m_review->setVisible(reasonAgainst(Deed::Review, &row, snapshot).isEmpty()); // else there is no next step
    showMainButton();
    m_facts->show(overview.facts);
}

void OverviewPage::showTrouble(const std::optional<Trouble> &trouble)
{
    if (trouble == m_shownTrouble)
        return;
    m_shownTrouble = trouble;
    if (!trouble)
        return m_trouble->dismiss();
    using Kind = feedback::Message::Kind;
    m_trouble->show(
        {.kind = trouble->isError ? Kind::Failure : Kind::Attention, .what = trouble->what, .more = trouble->then});
    if (!trouble->page.isEmpty())
        connect(m_trouble->addButton(tr("Open file")), &QPushButton::clicked, this,
                [this, page = trouble->page] { Q_EMIT linkActivated(page); });
}

void OverviewPage::setLeading(bool isLeading)
{
    m_isLeading = isLeading;
    showMainButton();
}

void OverviewPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        fitMargins();
}

/// The bar stands in a margin, so that nothing is wrapped anew when it comes.
void OverviewPage::fitMargins()
{
    const int side = scaled(16);
    const int besideBar = side - style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, verticalScrollBar());
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    widget()->layout()->setContentsMargins(isMirrored ? besideBar : side, side, isMirrored ? side : besideBar, side);
}

/// Without the network reading is no next step.
void OverviewPage::showMainButton()
{
    look::setRole(m_review, m_isLeading && !m_isOffline ? look::ButtonRole::Primary : look::ButtonRole::Secondary);
}

bool OverviewPage::hasMainButton() const
{
    return !m_review->isHidden() && !m_isOffline;
}

void OverviewPage::showCommits(const QString &title, const workspace::Between &between)
{
    m_commits->show(title, between);
    m_notes->show(between.releaseNotes);
}

void OverviewPage::showNoCommits(const QString &title, const QString &remark)
{
    m_commits->show(title, remark);
    m_notes->show({});
}

void OverviewPage::scrollToCommits()
{
    ensureWidgetVisible(m_commits, 0, 0);
}

} // namespace slipway::images
