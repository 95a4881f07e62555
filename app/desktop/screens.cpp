// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/program.h"

#include "app/desktop/forwarding.h"
#include "ui/feedback/toast.h"
#include "ui/firststart/connectpage.h"
#include "ui/firststart/welcome.h"
#include "ui/images/imagesscreen.h"
#include "ui/policy/policydialog.h"
#include "ui/pullrequest/pullrequestscreen.h"
#include "ui/review/reviewscreen.h"
#include "ui/words/links.h"
#include "ui/words/pages.h"

#include <QApplication>
#include <QClipboard>
#include <QCoroTask>

using namespace Qt::StringLiterals;

namespace slipway::desktop
{

review::ReviewScreen *Program::reviewScreen()
{
    return m_review.get();
}

pullrequest::PullRequestScreen *Program::pullRequestScreen()
{
    return m_pull.get();
}

firststart::ConnectPage *Program::connectPage()
{
    return m_connect.get();
}

firststart::Welcome *Program::makeWelcome()
{
    using firststart::Welcome;
    auto *welcome = new Welcome;
    m_window->addPage(welcome, {});
    connect(welcome, &Welcome::demoRequested, this, [this] { openDemo(Demo::Life::Moves, 1); });
    connect(welcome, &Welcome::connectRequested, this, [this] { m_window->openAlone(m_connect.get()); });
    connect(welcome, &Welcome::pageRequested, this, &Program::openOwnLink);
    return welcome;
}

firststart::ConnectPage *Program::makeConnect()
{
    using firststart::ConnectPage;
    auto *page = new ConnectPage{workspace::connectActions(m_network, m_clock)};
    m_window->addPage(page, {});
    if (!m_workspaces.all().isEmpty()) {
        const auto &last = m_workspaces.all().first();
        page->remember(last.host.name, last.repository.text(), last.branch ? last.branch->text() : QString{});
    }
    connect(page, &ConnectPage::pageRequested, this, &Program::openOwnLink);
    connect(page, &ConnectPage::chosen, this, &Program::openChoice);
    connect(page, &ConnectPage::left, this, [this] {
        if (m_session)
            m_window->closeAlone();
        else
            m_window->showFirstStart();
    });
    return page;
}

workspace::Actions Program::actions()
{
    auto actions = forwarded([this]() -> Session & { return *m_session; });
    actions.signIn = [this] { signIn(); };
    return actions;
}

images::ImagesScreen *Program::makeImages()
{
    using images::ImagesScreen;
    using Kind = workspace::PolicyChange::Kind;
    auto *screen = new ImagesScreen{actions(), [this] { return now(); }};
    m_window->addPage(screen, u"images"_s);
    screen->setInterval(m_session->interval());
    connect(screen, &ImagesScreen::review, this, [this](const QList<workspace::RowKey> &keys) {
        if (!keys.isEmpty())
            m_review->choose(keys.first());
        m_window->go(u"review"_s);
    });
    connect(screen, &ImagesScreen::openPullRequest, this, [this](const QList<workspace::RowKey> &keys) {
        m_pull->draftUpdate(keys);
        m_window->open(m_pull.get());
    });
    connect(screen, &ImagesScreen::hold, this, [this](const workspace::RowKey &key) { propose(key, Kind::Hold); });
    connect(screen, &ImagesScreen::ignore, this, [this](const workspace::RowKey &key) { propose(key, Kind::Ignore); });
    connect(screen, &ImagesScreen::pin, this, [this](const workspace::RowKey &key) { propose(key, Kind::Pin); });
    connect(screen, &ImagesScreen::level, this, [this](const workspace::RowKey &key) { propose(key, Kind::Level); });
    connect(screen, &ImagesScreen::linkActivated, this, &Program::openLink);
    return screen;
}

review::ReviewScreen *Program::makeReview()
{
    using review::ReviewScreen;
    auto *screen = new ReviewScreen{actions(), m_settings};
    m_window->addPage(screen, u"review"_s);
    screen->show(m_session->workspace().snapshot(), now());
    connect(screen, &ReviewScreen::openRequested, this, [this](const QList<workspace::RowKey> &rows) {
        m_pull->draftUpdate(rows);
        m_window->open(m_pull.get());
    });
    connect(screen, &ReviewScreen::pageRequested, this, &Program::openLink);
    connect(screen, &ReviewScreen::copied, this, [this](const QString &what) { toast(tr("Copied %1.").arg(what)); });
    connect(screen, &ReviewScreen::closed, this, [this](int number) { toast(tr("Closed #%1.").arg(number)); });
    return screen;
}

pullrequest::PullRequestScreen *Program::makePullRequest()
{
    using pullrequest::PullRequestScreen;
    auto *screen = new PullRequestScreen{actions(), m_settings};
    m_window->addPage(screen, u"review"_s);
    screen->setSnapshot(m_session->workspace().snapshot());
    connect(screen, &PullRequestScreen::left, this, [this] { m_window->goBack(); });
    connect(screen, &PullRequestScreen::pullRequestRequested, this, [this](int number) {
        m_review->choosePullRequest(number);
        m_window->go(u"review"_s);
    });
    connect(screen, &PullRequestScreen::fileRequested, this, [this](const QString &file) {
        const auto &snapshot = m_session->workspace().snapshot();
        openLink(words::filePage(snapshot, snapshot.branch, file));
    });
    connect(screen, &PullRequestScreen::copied, this,
            [this](const QString &what) { toast(tr("Copied %1.").arg(what)); });
    connect(screen, &PullRequestScreen::opened, this, &Program::tellOpened);
    return screen;
}

void Program::tellOpened(const workspace::Opened &opened, const workspace::Draft &draft, int left)
{
    using How = workspace::Opened::How;
    const int number = opened.number;
    const auto show = [this, number] {
        m_window->go(u"review"_s);
        m_review->choosePullRequest(number);
    };
    if (left == 0)
        show();
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
    auto words = told.arg(QString::number(number), repository);
    if (opened.wasReadBefore)
        words += u' ' + tr("This GitHub cannot guard a branch while it moves: it was read just before.");
    toast(words, tr("Show"), show);
}

/// The policy change that was just proposed.
void Program::takeBack(int pullRequest)
{
    m_undo = {};
    // Of this workspace: its screens end with it.
    QCoro::connect(m_session->actions().closePullRequest(pullRequest, {}), m_images,
                   [this, pullRequest](const Result<> &closed) {
                       if (closed)
                           return toast(tr("Closed #%1.").arg(pullRequest));
                       m_window->go(u"review"_s);
                       m_review->showError(closed.error(), [this, pullRequest] { takeBack(pullRequest); });
                   });
}

void Program::propose(const workspace::RowKey &key, workspace::PolicyChange::Kind kind)
{
    const auto *row = m_session->workspace().snapshot().find(key);
    if (!row)
        return;
    policy::askForChange(m_window.get(), *row, kind, now().toLocalTime().date(),
                         [this](const workspace::PolicyChange &change) {
                             m_pull->draftPolicy(change);
                             m_window->open(m_pull.get());
                         });
}

void Program::openLink(const QString &url)
{
    openPage(url, m_session && m_session->workspace().snapshot().isDemo);
}

/// Of a page that is about no workspace: also in the demo it leads somewhere.
void Program::openOwnLink(const QString &url)
{
    openPage(url, false);
}

void Program::openPage(const QString &url, bool isDemo)
{
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

} // namespace slipway::desktop
