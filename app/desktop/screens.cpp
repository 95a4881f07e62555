// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/program.h"

#include "ui/feedback/messagebar.h"
#include "ui/feedback/toast.h"
#include "ui/firststart/connectpage.h"
#include "ui/images/imagesscreen.h"
#include "ui/policy/policydialog.h"
#include "ui/pullrequest/pullrequestscreen.h"
#include "ui/review/reviewscreen.h"
#include "ui/words/ages.h"
#include "ui/words/links.h"
#include "ui/words/plain.h"
#include "ui/words/states.h"

#include <QApplication>
#include <QClipboard>
#include <QCoroTask>

#include <algorithm>

using namespace Qt::StringLiterals;

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

} // namespace

void Program::connectImages()
{
    using images::ImagesScreen;
    using Kind = workspace::PolicyChange::Kind;
    connect(m_images, &ImagesScreen::review, this, [this](const QList<workspace::RowKey> &keys) {
        if (!keys.isEmpty())
            m_review->choose(keys.first());
        m_window->go(u"review"_s);
    });
    connect(m_images, &ImagesScreen::openPullRequest, this, [this](const QList<workspace::RowKey> &keys) {
        m_pull->draftUpdate(keys);
        m_window->open(m_pull);
    });
    connect(m_images, &ImagesScreen::hold, this, [this](const workspace::RowKey &key) { propose(key, Kind::Hold); });
    connect(m_images, &ImagesScreen::ignore, this,
            [this](const workspace::RowKey &key) { propose(key, Kind::Ignore); });
    connect(m_images, &ImagesScreen::pin, this, [this](const workspace::RowKey &key) { propose(key, Kind::Pin); });
    connect(m_images, &ImagesScreen::level, this, [this](const workspace::RowKey &key) { propose(key, Kind::Level); });
    connect(m_images, &ImagesScreen::linkActivated, this, &Program::openLink);
}

void Program::connectReview()
{
    using review::ReviewScreen;
    connect(m_review, &ReviewScreen::openRequested, this, [this](const QList<workspace::RowKey> &rows) {
        m_pull->draftUpdate(rows);
        m_window->open(m_pull);
    });
    connect(m_review, &ReviewScreen::pageRequested, this, &Program::openLink);
    connect(m_review, &ReviewScreen::copied, this, [this](const QString &what) { toast(tr("Copied %1.").arg(what)); });
    connect(m_review, &ReviewScreen::closed, this, [this](int number) { toast(tr("Closed #%1.").arg(number)); });
}

void Program::connectPullRequest()
{
    using pullrequest::PullRequestScreen;
    connect(m_pull, &PullRequestScreen::left, this, [this] { m_window->goBack(); });
    connect(m_pull, &PullRequestScreen::pullRequestRequested, this, [this](int number) {
        m_review->choosePullRequest(number);
        m_window->go(u"review"_s);
    });
    connect(m_pull, &PullRequestScreen::copied, this,
            [this](const QString &what) { toast(tr("Copied %1.").arg(what)); });
    connect(m_pull, &PullRequestScreen::opened, this, &Program::tellOpened);
}

void Program::tellOpened(const workspace::Opened &opened, const workspace::Draft &draft)
{
    using How = workspace::Opened::How;
    m_window->go(u"review"_s);
    const int number = opened.number;
    const auto show = [this, number] { m_review->choosePullRequest(number); };
    // What was added to an older proposal cannot be taken back by closing it all.
    if (!draft.policyChange.isEmpty() && opened.how == How::Created) {
        m_undo = [this, number] { takeBack(number); };
        toast(tr("Opened #%1: %2.").arg(QString::number(number), draft.policyChange), tr("Undo closes it"), m_undo);
        return;
    }
    m_undo = {};
    const auto &repository = m_session->workspace().snapshot().repository;
    const auto told = opened.how == How::Created   ? tr("Opened #%1 in %2.")
                      : opened.how == How::Updated ? tr("Updated #%1 in %2.")
                                                   : tr("#%1 in %2 says so already.");
    toast(told.arg(QString::number(number), repository), tr("Show"), show);
}

/// The policy change that was just proposed.
void Program::takeBack(int pullRequest)
{
    m_undo = {};
    QCoro::connect(m_session->actions().closePullRequest(pullRequest, {}), this,
                   [this, pullRequest](const Result<> &closed) {
                       if (closed)
                           return toast(tr("Closed #%1.").arg(pullRequest));
                       m_window->go(u"review"_s);
                       m_review->showError(closed.error(), [this, pullRequest] { takeBack(pullRequest); });
                   });
}

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
    });
    connect(m_window.get(), &window::MainWindow::cancelRequested, workspace, &Workspace::cancel);
    connect(m_window.get(), &window::MainWindow::pageRequested, workspace,
            [this](const QUrl &url) { openLink(url.toString()); });
}

void Program::show()
{
    const auto &snapshot = m_session->workspace().snapshot();
    m_window->show(snapshot, int(m_session->interval().count()), now());
    m_images->apply(snapshot);
    m_review->show(snapshot, now());
    m_pull->setSnapshot(snapshot);
    const auto count = std::ranges::count_if(snapshot.rows, [](const workspace::Row &row) {
        return needsAPerson(row.state) && row.state != workspace::State::Failed;
    });
    const bool hasFailed = std::ranges::any_of(
        snapshot.rows, [](const workspace::Row &row) { return row.state == workspace::State::Failed; });
    m_window->setCount(u"images"_s, int(count), hasFailed);
    m_window->setCount(u"review"_s, m_review->awaiting(), false);
    showBanner();
}

/// One at a time: what keeps the person from working comes before what is good to know.
void Program::showBanner()
{
    const auto &snapshot = m_session->workspace().snapshot();
    feedback::Message message;
    QString button;
    if (snapshot.offlineSince.isValid()) {
        message = {.kind = feedback::Message::Kind::Attention, .what = tr("You are offline."), .icon = u"offline"_s};
        message.more =
            snapshot.refreshedAt.isValid()
                ? tr("This is the state of %1. You can read everything; changes wait until the connection is back.")
                      .arg(words::clockTime(snapshot.refreshedAt))
                : tr("Nothing was read yet.");
        button = tr("Try now");
    } else if (snapshot.isDemo) {
        message = {.what = tr("This is the demo."), .more = tr("Nothing leaves this machine."), .icon = u"demo"_s};
        button = tr("Connect to GitHub…");
    }
    if (message == m_banner->message())
        return;
    if (message.what.isEmpty()) {
        m_banner->dismiss();
        m_window->setBanner(nullptr);
        return;
    }
    m_banner->setClosable(false);
    m_banner->show(message);
    m_window->setBanner(m_banner);
    const bool isOffline = snapshot.offlineSince.isValid();
    connect(m_banner->addButton(button), &QAbstractButton::clicked, this, [this, isOffline] {
        if (isOffline)
            m_session->workspace().checkNow();
        else
            m_window->openAlone(m_connect);
    });
    if (!isOffline)
        connect(
            m_banner->addButton(tr("Start over")), &QAbstractButton::clicked, this,
            [this] { openDemo(Demo::Life::Moves, 1); }, Qt::QueuedConnection); // it takes the screens away
}

void Program::propose(const workspace::RowKey &key, workspace::PolicyChange::Kind kind)
{
    const auto *row = m_session->workspace().snapshot().find(key);
    if (!row)
        return;
    policy::askForChange(m_window.get(), *row, kind, now().toLocalTime().date(),
                         [this](const workspace::PolicyChange &change) {
                             m_pull->draftPolicy(change);
                             m_window->open(m_pull);
                         });
}

void Program::openLink(const QString &url)
{
    const bool isDemo = m_session && m_session->workspace().snapshot().isDemo;
    const auto host = m_session ? m_session->workspace().snapshot().host : u"github.com"_s;
    switch (words::judge(
        url, {.knownHosts = {host, u"github.com"_s, u"docs.github.com"_s, u"hub.docker.com"_s}, .isDemo = isDemo})) {
    case words::LinkVerdict::Open: words::openInBrowser(url); break;
    case words::LinkVerdict::Demo:
        toast(words::demoHasNoPage(), tr("Copy link"), [url] { QApplication::clipboard()->setText(url); });
        break;
    case words::LinkVerdict::Ask:
        toast(tr("This leads to %1.").arg(words::hostOf(url)), tr("Open"), [url] { words::openInBrowser(url); });
        break;
    case words::LinkVerdict::Refuse: toast(tr("This is no link that Slipway opens.")); break;
    }
}

void Program::toast(const QString &text, const QString &action, std::function<void()> run)
{
    m_toast->show(text, action, std::move(run));
}

QList<window::PaletteEntry> Program::destinations()
{
    using window::PaletteEntry;
    const auto &snapshot = m_session->workspace().snapshot();
    QList<PaletteEntry> entries;
    for (const auto &row : snapshot.rows) {
        PaletteEntry entry{.kind = PaletteEntry::Kind::Service,
                           .id = u"service "_s + row.key.project + u' ' + row.key.service,
                           .icon = u"container"_s,
                           .name = row.key.service};
        entry.object = tr("Image, %1").arg(words::word(row.state).toLower());
        if (row.isInSeveralProjects)
            entry.object += u", "_s + row.key.project;
        entry.run = [this, key = row.key] {
            m_window->go(u"images"_s);
            m_images->select(key);
        };
        entries.append(entry);
    }
    for (const auto &pull : snapshot.pullRequests) {
        PaletteEntry entry{.kind = PaletteEntry::Kind::PullRequest,
                           .id = u"pull %1"_s.arg(pull.number),
                           .icon = u"pull-request"_s,
                           .name = u"#%1 %2"_s.arg(pull.number).arg(words::visible(pull.title))};
        entry.object = pull.stage == workspace::PullRequest::Stage::Open     ? tr("Pull request")
                       : pull.stage == workspace::PullRequest::Stage::Merged ? tr("Pull request, merged")
                                                                             : tr("Pull request, closed");
        entry.page = QUrl{pull.url};
        entry.run = [this, number = pull.number] {
            m_window->go(u"review"_s);
            m_review->choosePullRequest(number);
        };
        entries.append(entry);
    }
    return entries;
}

} // namespace slipway::desktop
