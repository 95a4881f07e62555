// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/imagesscreen.h"

#include "ui/feedback/emptystate.h"
#include "ui/images/emptycauses.h"
#include "ui/images/imagestable.h"
#include "ui/images/pageheader.h"
#include "ui/images/problembar.h"
#include "ui/images/servicedetails.h"
#include "ui/images/tickbar.h"
#include "ui/images/viewsbar.h"
#include "ui/look/palette.h"
#include "ui/look/scheme.h"
#include "ui/look/splitter.h"
#include "ui/look/type.h"

#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::images
{

using look::scaled;
using workspace::Row;
using workspace::RowKey;
using workspace::Snapshot;

ImagesScreen::ImagesScreen(workspace::Actions actions, std::function<QDateTime()> now, QWidget *parent)
    : QWidget(parent)
    , m_actions(std::move(actions))
    , m_now(std::move(now))
    , m_deeds(new ImagesActions(this))
    , m_model(new ImagesModel(this))
    , m_rows(new ImagesProxy(m_model, this))
{
    look::keepSurface(this, look::Token::Base);
    m_model->setNow(m_now());
    build();
    m_deeds->bindKeys(m_table);
    m_table->setProperty("pane", true); // where F6 stops
    m_pane->setProperty("pane", true);
    connectParts();
    bindRowDeeds();
    bindListDeeds();
    m_clock.setInterval(10s);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        m_model->setNow(m_now());
        m_table->viewport()->update();
        showDetails();
    });
    showBody();
    showDetails();
}

void ImagesScreen::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PageHeader(m_deeds->of(Deed::TogglePane), this);
    column->addWidget(m_header);
    m_views = new ViewsBar(m_rows, this);
    column->addWidget(m_views);
    m_problem = new ProblemBar(this);
    column->addWidget(m_problem);
    column->addWidget(buildBody(), 1);
    m_ticks = new TickBar(m_deeds->of(Deed::Untick), this);
    column->addWidget(m_ticks);
}

QWidget *ImagesScreen::buildBody()
{
    m_splitter = new look::Splitter(Qt::Horizontal, this);
    m_body = new QStackedWidget(m_splitter);
    m_table = new ImagesTable(m_rows, m_body);
    m_empty = new feedback::EmptyState(m_body);
    m_empty->setFocusPolicy(Qt::TabFocus);
    m_body->addWidget(m_table);
    m_body->addWidget(m_empty);
    m_pane = new ServiceDetails(m_deeds, m_actions.details, this); // in its place by arrange()
    m_pane->setLayer(m_isOverlay);
    m_splitter->addWidget(m_body);
    m_splitter->setStretchFactor(0, 1);
    look::keepFitted(m_pane, [this] {
        m_pane->setMaximumWidth(scaled(560));
        m_body->setMinimumWidth(scaled(320));
    });
    return m_splitter;
}

void ImagesScreen::connectParts()
{
    connect(m_header, &PageHeader::checkWanted, this, [this] { m_actions.checkNow(); });
    connect(m_header, &PageHeader::cancelWanted, this, [this] { m_actions.cancel(); });
    connect(m_header, &PageHeader::reviewWanted, this, [this] { Q_EMIT review(awaiting()); });
    connect(m_views, &ViewsBar::rowsChanged, this, &ImagesScreen::showBody);
    connect(m_views, &ViewsBar::layoutChanged, this, &ImagesScreen::layoutChanged);
    connect(m_views, &ViewsBar::actionsChanged, this, &ImagesScreen::actionsChanged);
    connect(m_views, &ViewsBar::left, m_table, [this] { m_table->setFocus(); });
    connect(m_problem, &ProblemBar::checkWanted, this, [this] { m_actions.checkNow(); });
    connect(m_problem, &ProblemBar::signInWanted, this, [this] { m_actions.signIn(); });
    connect(m_problem, &ProblemBar::linkActivated, this, &ImagesScreen::linkActivated);
    connect(m_empty, &feedback::EmptyState::helpWanted, this, &ImagesScreen::help);
    connect(m_table, &ImagesTable::currentKeyChanged, this, &ImagesScreen::showDetails);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ImagesScreen::openContextMenu);
    connect(m_table->columns(), &Columns::changed, this, &ImagesScreen::layoutChanged);
    connect(&look::Scheme::current(), &look::Scheme::changed, this, [this] {
        arrange();
        placePane();
    });
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_paneWidth = m_pane->width() * 13 / look::textSize();
        Q_EMIT layoutChanged();
    });
    connect(m_model, &ImagesModel::ticksChanged, this, &ImagesScreen::showTicks);
    connect(m_ticks, &TickBar::pullRequestWanted, this, [this] { Q_EMIT openPullRequest(chosenKeys()); });
    connect(m_pane, &ServiceDetails::linkActivated, this, &ImagesScreen::linkActivated);
}

void ImagesScreen::apply(const Snapshot &snapshot)
{
    m_model->setNow(m_now());
    m_table->apply(snapshot);
    chooseFirst();
    m_views->showCounts();
    m_header->show(snapshot, static_cast<int>(awaiting().size()));
    if (m_isRefreshing)
        m_header->showProgress(0, 0);
    m_problem->show(snapshot);
    showBody();
    showDetails();
    showTicks();
}

/// The row that needs a person most: that is known when all were asked for. Whoever goes elsewhere by then stays there.
void ImagesScreen::chooseFirst()
{
    const auto &snapshot = m_model->snapshot();
    if (m_hasChosen || snapshot.rows.isEmpty())
        return;
    m_hasChosen = snapshot.refreshedAt.isValid() || m_table->currentKey() != m_first;
    if (m_table->currentKey() == m_first)
        m_table->goToFirst();
    m_first = m_table->currentKey();
}

void ImagesScreen::showProgress(int done, int all)
{
    m_isRefreshing = true;
    m_header->showProgress(done, all);
    showBody();
}

void ImagesScreen::endProgress()
{
    m_isRefreshing = false;
    m_header->endProgress();
    showBody();
}

void ImagesScreen::setInterval(std::chrono::seconds interval)
{
    m_table->setInterval(interval);
}

void ImagesScreen::showBody()
{
    const bool isEmpty = m_rows->rowCount() == 0;
    const bool wasEmpty = m_body->currentWidget() != m_table;
    const bool hasFocus = m_body->isAncestorOf(window()->focusWidget());
    if (!isEmpty && !m_table->currentKey())
        m_table->goToFirst();
    if (isEmpty)
        showEmptiness();
    else
        m_body->setCurrentWidget(m_table);
    setFocusProxy(isEmpty ? static_cast<QWidget *>(m_empty) : m_table);
    if (isEmpty != wasEmpty) {
        if (hasFocus)
            setFocus();
        arrange();
        showDetails();
    }
}

void ImagesScreen::showEmptiness()
{
    const auto emptiness = emptinessOf(m_model->snapshot(), m_rows->view(), m_views->filter(), m_isRefreshing, m_now());
    m_empty->show(emptiness.cause);
    m_body->setCurrentWidget(m_empty);
}

void ImagesScreen::help()
{
    switch (emptinessOf(m_model->snapshot(), m_rows->view(), m_views->filter(), m_isRefreshing, m_now()).help) {
    case Help::ClearFilter: return m_views->setFilter({});
    case Help::ShowAll: return choose(View::All);
    case Help::CheckNow: return m_actions.checkNow();
    case Help::SignIn: return m_actions.signIn();
    case Help::None: return;
    }
}

void ImagesScreen::showDetails()
{
    const auto key = m_table->currentKey();
    const auto *row = key ? m_model->snapshot().find(*key) : nullptr;
    judgeDeeds();
    if (row)
        m_pane->show(*row, m_model->snapshot(), m_model->now());
    else
        m_pane->showNothing();
    showMainButton();
}

/// One filled button on the window: the pane's, else the header's, and none while rows are ticked.
void ImagesScreen::showMainButton()
{
    const bool isTicking = !m_model->ticked().empty();
    const bool hasPane = isPaneShown() && m_pane->hasMainButton();
    m_pane->setLeading(!isTicking);
    m_header->setReviewPrimary(!isTicking && !hasPane && !m_model->snapshot().offlineSince.isValid());
}

void ImagesScreen::showError(const Error &error)
{
    m_problem->say(error);
}

bool ImagesScreen::isSettled() const
{
    return !isPaneShown() || m_pane->isSettled();
}

void ImagesScreen::select(const RowKey &key)
{
    m_hasChosen = true;
    m_table->setCurrentKey(key);
}

std::optional<RowKey> ImagesScreen::selected() const
{
    return m_table->currentKey();
}

void ImagesScreen::setFilter(const QString &text)
{
    m_views->setFilter(text);
}

void ImagesScreen::choose(View view)
{
    m_views->choose(static_cast<int>(view));
}

QList<RowKey> ImagesScreen::awaiting() const
{
    QList<RowKey> keys;
    QStringList services;
    for (const auto &row : m_model->snapshot().rows) {
        if (!belongsTo(View::AwaitingMe, row.state) || services.contains(row.key.service))
            continue; // one pull request updates a service wherever it stands
        services.append(row.key.service);
        keys.append(row.key);
    }
    return keys;
}

} // namespace slipway::images
