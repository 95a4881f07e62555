// SPDX-License-Identifier: GPL-3.0-or-later
// From one workspace to another: the demo, one that was just connected, one that was open before.
#include "app/desktop/program.h"

#include "core/store/statefile.h"
#include "core/workspace/refresh.h"
#include "ui/feedback/confirm.h"
#include "ui/feedback/messagebar.h"
#include "ui/firststart/connectpage.h"
#include "ui/pullrequest/draftkeeper.h"
#include "ui/pullrequest/pullrequestscreen.h"
#include "ui/window/commands.h"
#include "ui/words/plain.h"

#include <QCryptographicHash>
#include <QMenu>
#include <QProcessEnvironment>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::desktop
{
namespace
{

workspace::Places placesIn(const Program::Folders &folders)
{
    return {.cache = folders.cache + u"/registry.sqlite"_s, .state = folders.state + u"/state.sqlite"_s};
}

} // namespace

void Program::openLast(std::future<workspace::Snapshot> asLeft)
{
    if (m_workspaces.all().isEmpty()) {
        m_window->showFirstStart();
        m_window->buildMenus();
        return;
    }
    const auto &last = m_workspaces.all().first();
    if (!asLeft.valid() || !putAsLeft(last, asLeft.get())) {
        m_window->showFirstStart();
        m_window->openAlone(m_connect.get());
    }
}

std::future<workspace::Snapshot> Program::readLast(const Folders &folders)
{
    const auto known = WorkspaceList::read(QSettings{settingsIn(folders), QSettings::IniFormat});
    if (known.isEmpty())
        return {};
    return std::async([connection = known.first(), state = placesIn(folders).state] {
        return workspace::stored(connection, store::StateFile{state});
    });
}

/// A workspace from the store alone, which asks nothing: nobody is signed in. False if the store does not know it.
bool Program::putAsLeft(workspace::Connection connection, workspace::Snapshot known)
{
    if (known.rows.isEmpty())
        return false;
    connection.network = m_network;
    known.problem = Error{.kind = Error::Kind::Unauthorized,
                          .message = tr("Nobody is signed in to %1.").arg(connection.host.name),
                          .remedy = tr("Slipway forgets the token when it quits: this is how it was left.")};
    put(std::make_unique<Session>(connection, placesIn(m_folders), std::make_unique<ProgramClock>(), std::move(known)));
    return true;
}

void Program::openDemo(Demo::Life life, quint32 seed)
{
    auto demo = std::make_unique<Demo>();
    if (const auto started = demo->start(life, seed); !started) {
        if (!m_session)
            m_window->showFirstStart();
        m_banner->show(started.error());
        m_window->setBanner(m_banner);
        return;
    }
    const bool isStill = life == Demo::Life::StandsStill;
    auto clock = std::make_unique<ProgramClock>(isStill ? std::optional{demo->now()} : std::nullopt);
    // The demo remembers nothing from one start to the next.
    open(std::make_unique<Session>(demo->connection(), workspace::Places{}, std::move(clock)));
    m_demo = std::move(demo);
}

void Program::openChoice(const workspace::Choice &choice)
{
    const auto connection = workspace::connectionOf(choice, m_network, QProcessEnvironment::systemEnvironment());
    if (!connection) {
        m_banner->show(connection.error());
        m_window->setBanner(m_banner);
        return;
    }
    if (m_session && isSame(*connection, m_session->connection()))
        return renew(*connection);
    leave([this, connection = *connection] { openSignedIn(connection); });
}

/// The same workspace with another token: every screen stays as it is.
void Program::renew(const workspace::Connection &connection)
{
    m_workspaces.signIn(connection);
    m_session = std::make_unique<Session>(connection, placesIn(m_folders), std::make_unique<ProgramClock>());
    followWorkspace();
    show();
    m_window->closeAlone();
    m_session->workspace().start();
}

void Program::openSignedIn(const workspace::Connection &connection)
{
    m_workspaces.signIn(connection);
    open(std::make_unique<Session>(connection, placesIn(m_folders), std::make_unique<ProgramClock>()));
}

/// A workspace that was opened before. Its token is here only if it was since the program began.
void Program::switchTo(const workspace::Connection &connection)
{
    checkSwitches(); // the one that was chosen has ticked itself
    if (m_session && isSame(connection, m_session->connection()))
        return m_window->closeAlone();
    leave([this, connection] {
        if (m_workspaces.isSignedIn(connection))
            return openSignedIn(connection);
        if (putAsLeft(connection, workspace::stored(connection, store::StateFile{placesIn(m_folders).state})))
            return m_workspaces.putFirst(connection);
        askForToken(connection, {});
    });
}

void Program::switchBy(int step)
{
    const auto all = m_workspaces.byName();
    if (all.isEmpty())
        return;
    const auto open = std::ranges::find_if(
        all, [this](const workspace::Connection &each) { return m_session && isSame(each, m_session->connection()); });
    // From none of them, the demo, the first and the last are next.
    const auto now = open != all.end() ? open - all.begin() : (step > 0 ? -1 : all.size());
    switchTo(all.at((now + step + all.size()) % all.size()));
}

void Program::askToForget()
{
    leave([this] {
        const auto connection = m_session->connection();
        askToLeave({.title = tr("Forget %1?").arg(nameOf(connection)),
                    .text = tr("What Slipway remembers of it on this machine goes: how it was left, its columns, its "
                               "draft, and what was begun and did not end. Nothing changes on GitHub."),
                    .verb = tr("Forget"),
                    .isDestructive = true},
                   [this, connection] { forget(connection); });
    });
}

/// The one opened before it takes its place.
void Program::forget(const workspace::Connection &connection)
{
    m_session->keepNothingMore();
    clear();
    m_session.reset();
    m_workspaces.forget(connection);
    m_settings.remove(layoutKey(connection));
    pullrequest::forgetDraft(m_settings, connection.host.name + u'/' + connection.repository.text());
    store::StateFile{placesIn(m_folders).state}.forget(idOf(connection));
    m_window->forgetRecent();
    m_banner->dismiss();
    m_window->setBanner(nullptr);
    m_window->setDestinations({});
    m_window->showFirstStart();
    listWorkspaces();
    m_window->buildMenus();
    if (!m_workspaces.all().isEmpty())
        switchTo(m_workspaces.all().first());
}

/// The page Connect, about the workspace that is open, with why it is asked.
void Program::signIn()
{
    const auto &connection = m_session->connection();
    if (connection.isDemo)
        m_window->openAlone(m_connect.get());
    else
        askForToken(connection, m_session->workspace().snapshot().problem);
}

void Program::askForToken(const workspace::Connection &connection, const std::optional<Error> &why)
{
    m_connect->askAgain(connection.host.name, connection.repository.text(),
                        connection.branch ? connection.branch->text() : QString{}, why);
    m_window->openAlone(m_connect.get());
}

bool Program::isSending() const
{
    const auto *pull = m_pull.made();
    return pull && pull->isSending();
}

/// Goes on at once; while a pull request is being sent, when the person agrees.
void Program::leave(std::function<void()> then)
{
    if (!isSending())
        return then();
    askToLeave(
        {.title = tr("Leave while a pull request is being sent?"),
         .text = tr("What is on GitHub by then stays there. Slipway goes on from there, or says how far it came, "
                    "when this workspace is opened again."),
         .verb = tr("Leave")},
        std::move(then));
}

void Program::askToLeave(const feedback::Question &question, std::function<void()> then)
{
    if (m_leaveQuestion)
        return; // the system may ask for the end more than once
    m_leaveQuestion = new feedback::ConfirmDialog{question, m_window.get()};
    m_leaveQuestion->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_leaveQuestion, &QDialog::accepted, this, std::move(then), Qt::QueuedConnection);
    m_leaveQuestion->open();
}

void Program::checkSwitches()
{
    const auto open = m_session && !m_session->connection().isDemo ? idOf(m_session->connection()) : QString{};
    for (auto *action : std::as_const(m_switches))
        action->setChecked(action->data().toString() == open);
}

/// For the menus, the palette and the workspace button.
void Program::listWorkspaces()
{
    for (auto *action : std::as_const(m_switches)) {
        action->setObjectName({}); // it may be the one that was chosen, and goes later
        action->deleteLater();
    }
    m_switches.clear();
    const auto all = m_workspaces.byName();
    for (const auto &connection : all) {
        const auto workspace = idOf(connection);
        const auto hash = QCryptographicHash::hash(workspace.toUtf8(), QCryptographicHash::Sha256).toHex();
        const QByteArray id = "file.open" + hash.first(12); // the palette remembers what was run lately
        auto *action = window::addCommand(
            *m_window, {.id = id.constData(), .text = words::inControl(nameOf(connection)), .isCheckable = true},
            [this, workspace] {
                if (const auto *known = m_workspaces.find(workspace))
                    switchTo(workspace::Connection{*known});
            });
        action->setProperty("object", tr("Workspace"));
        action->setData(workspace);
        m_switches.append(action);
    }
    checkSwitches();
    auto *menu = new QMenu{m_window.get()};
    menu->addActions(m_switches);
    menu->addSeparator();
    for (const auto &id : {u"file.connect"_s, u"file.demo"_s})
        menu->addAction(window::findCommand(*m_window, id));
    m_window->setWorkspaceMenu(menu);
    judgeCommands();
}

} // namespace slipway::desktop
