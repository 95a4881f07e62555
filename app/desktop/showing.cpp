// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/program.h"

#include "ui/diff/highlighting.h"
#include "ui/feedback/messagebar.h"
#include "ui/firststart/connectpage.h"
#include "ui/images/imagesscreen.h"
#include "ui/pullrequest/pullrequestscreen.h"
#include "ui/review/changes.h"
#include "ui/review/reviewscreen.h"
#include "ui/window/statenews.h"
#include "ui/words/ages.h"

#include <QAbstractButton>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::desktop
{
namespace
{

bool needsAPerson(workspace::State state)
{
    using workspace::State;
    return state == State::Blocked || state == State::UpdateReady || state == State::InProgress ||
           state == State::Behind || state == State::Failed;
}

/// Until when GitHub asks to be left alone, because of a limit that the last refresh met; invalid if it does not.
QDateTime waitAskedFor(const workspace::Snapshot &snapshot)
{
    const auto &problem = snapshot.problem;
    return problem && problem->kind == Error::Kind::RateLimited ? problem->retryAt : QDateTime{};
}

/// Nothing if there is nothing to say of the whole window.
feedback::Message bannerOf(const workspace::Snapshot &snapshot, const QDateTime &now)
{
    using feedback::Message;
    if (snapshot.offlineSince.isValid()) {
        const auto more =
            snapshot.refreshedAt.isValid()
                ? Program::tr(
                      "This is the state of %1. You can read everything; changes wait until the connection is back.")
                      .arg(words::clockTime(snapshot.refreshedAt))
                : Program::tr("Nothing was read yet.");
        return {.kind = Message::Kind::Attention,
                .what = Program::tr("You are offline."),
                .more = more,
                .icon = u"offline"_s};
    }
    if (const auto until = waitAskedFor(snapshot); until.isValid())
        return {.kind = Message::Kind::Attention,
                .what = Program::tr("GitHub asks to wait until %1.").arg(words::dayAndTime(until, now)),
                .icon = u"clock"_s};
    if (snapshot.isDemo)
        return {.what = Program::tr("This is the demo."),
                .more = Program::tr("Nothing leaves this machine."),
                .icon = u"demo"_s};
    return {};
}

} // namespace

void Program::followWorkspace()
{
    using workspace::Workspace;
    auto *workspace = &m_session->workspace();
    connect(workspace, &Workspace::changed, this, &Program::show);
    connect(workspace, &Workspace::started, this, [this] {
        m_images->showProgress(0, 0);
        m_window->setWork(tr("Checking…"));
    });
    connect(workspace, &Workspace::progress, this, [this](int done, int total) {
        m_images->showProgress(done, total);
        m_window->setWork(tr("Checking %1 of %2").arg(done).arg(total));
    });
    connect(workspace, &Workspace::finished, this, [this] {
        m_images->endProgress();
        m_window->setWork({});
        show();
        m_news->take(m_session->workspace().snapshot().rows);
        if (!m_pull.made())
            QTimer::singleShot(0, m_images, [this] { makeAhead(); });
    });
    connect(m_window.get(), &window::MainWindow::cancelRequested, workspace, &Workspace::cancel);
    connect(m_window.get(), &window::MainWindow::pageRequested, workspace,
            [this](const QUrl &url) { openLink(url.toString()); });
}

/// In steps of their own: whoever opens a draft is not to wait for that as well.
void Program::makeAhead()
{
    static_cast<void>(m_pull.get());
    QTimer::singleShot(0, m_images, [this] { diffview::warmUp(m_images); });
}

void Program::show()
{
    const auto &snapshot = m_session->workspace().snapshot();
    m_window->show(snapshot, int(m_session->interval().count()), now());
    m_images->apply(snapshot);
    if (auto *review = m_review.made())
        review->show(snapshot, now());
    if (auto *pull = m_pull.made())
        pull->setSnapshot(snapshot);
    const auto count = std::ranges::count_if(snapshot.rows, [](const workspace::Row &row) {
        return needsAPerson(row.state) && row.state != workspace::State::Failed;
    });
    const bool hasFailed = std::ranges::any_of(
        snapshot.rows, [](const workspace::Row &row) { return row.state == workspace::State::Failed; });
    const bool hasBlocked = std::ranges::any_of(
        snapshot.rows, [](const workspace::Row &row) { return row.state == workspace::State::Blocked; });
    const auto calm = hasBlocked ? look::Token::Attention : look::Token::AccentText;
    m_window->setCount(u"images"_s, int(count), hasFailed ? look::Token::Danger : calm);
    m_window->setCount(u"review"_s, review::awaitingCount(review::changesOf(snapshot, now())), calm);
    followWait();
    showBanner();
}

/// Asks again when the wait is over, once for each.
void Program::followWait()
{
    const auto until = waitAskedFor(m_session->workspace().snapshot());
    if (until == m_waitsUntil)
        return;
    m_waitsUntil = until;
    if (until.isValid())
        m_wait.start(std::max(0ms, until - now()));
    else
        m_wait.stop();
}

void Program::endWait()
{
    if (const auto left = m_waitsUntil - now(); left > 0ms)
        return m_wait.start(left); // the clock was set
    m_session->workspace().checkNow();
}

/// One at a time: what keeps the person from working comes before what is good to know.
void Program::showBanner()
{
    const auto &snapshot = m_session->workspace().snapshot();
    const auto message = bannerOf(snapshot, now());
    if (!m_banner->isHidden() && message == m_banner->message())
        return;
    if (message.what.isEmpty()) {
        m_banner->dismiss();
        m_window->setBanner(nullptr);
        return;
    }
    m_banner->setClosable(false);
    m_banner->show(message);
    m_window->setBanner(m_banner);
    if (snapshot.offlineSince.isValid())
        connect(m_banner->addButton(tr("Try now")), &QAbstractButton::clicked, this,
                [this] { m_session->workspace().checkNow(); });
    else if (!waitAskedFor(snapshot).isValid())
        addDemoButtons();
}

void Program::addDemoButtons()
{
    connect(m_banner->addButton(tr("Connect to GitHub…")), &QAbstractButton::clicked, this,
            [this] { m_window->openAlone(m_connect.get()); });
    connect(
        m_banner->addButton(tr("Start over")), &QAbstractButton::clicked, this,
        [this] { openDemo(Demo::Life::Moves, 1); }, Qt::QueuedConnection); // it takes the screens away
}

} // namespace slipway::desktop
