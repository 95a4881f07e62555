// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/clocks.h"
#include "app/desktop/demo.h"
#include "app/desktop/late.h"
#include "app/desktop/session.h"
#include "app/desktop/workspacelist.h"
#include "ui/window/mainwindow.h"

#include <QSettings>
#include <QTimer>

#include <future>

namespace slipway::feedback
{
class ConfirmDialog;
class MessageBar;
struct Question;
class Toast;
} // namespace slipway::feedback
namespace slipway::firststart
{
class ConnectPage;
class Welcome;
} // namespace slipway::firststart
namespace slipway::images
{
class ImagesScreen;
}
namespace slipway::pullrequest
{
class PullRequestScreen;
}
namespace slipway::review
{
class ReviewScreen;
}
namespace slipway::window
{
class StateNews;
}

namespace slipway::desktop
{

/// Puts the program together: binds the screens to a workspace's actions, and the window to all of them.
class Program final : public QObject
{
    Q_OBJECT

public:
    /// Where it keeps what it remembers, all below these folders.
    struct Folders
    {
        QString settings;
        QString cache;
        QString state;
    };

    /// The endpoints of the network are set by tests, in code.
    explicit Program(const Folders &folders, http::Settings network = {});
    ~Program() override;

    void openDemo(Demo::Life life, quint32 seed);
    /// The last workspace as it was left, whose token is asked for again; else the first page.
    void openLast(std::future<workspace::Snapshot> asLeft);
    /// What the store knows of the last workspace, if there was one: read in a thread, while the window is built.
    [[nodiscard]] static std::future<workspace::Snapshot> readLast(const Folders &folders);
    /// In the place of the workspace that is open.
    void open(std::unique_ptr<Session> session);

    [[nodiscard]] window::MainWindow &window() { return *m_window; }
    [[nodiscard]] Session *session() { return m_session.get(); }
    [[nodiscard]] images::ImagesScreen *imagesScreen() const { return m_images; }
    [[nodiscard]] review::ReviewScreen *reviewScreen();
    [[nodiscard]] pullrequest::PullRequestScreen *pullRequestScreen();
    [[nodiscard]] firststart::ConnectPage *connectPage();
    /// Shows what the workspace knows now, also while it stands still.
    void show();

private:
    void buildWindow();
    void addFileCommands();
    void addWorkspaceCommands();
    void addHelpCommands();
    [[nodiscard]] bool mayClose();
    void openChoice(const workspace::Choice &choice);
    void put(std::unique_ptr<Session> session);
    void clear();
    [[nodiscard]] bool putAsLeft(workspace::Connection connection, workspace::Snapshot known);
    [[nodiscard]] static QString settingsIn(const Folders &folders);
    void renew(const workspace::Connection &connection);
    void openSignedIn(const workspace::Connection &connection);
    void switchTo(const workspace::Connection &connection);
    void switchBy(int step);
    void askToForget();
    void forget(const workspace::Connection &connection);
    void listWorkspaces();
    void checkSwitches();
    void judgeCommands();
    void exportImages();
    void signIn();
    void askForToken(const workspace::Connection &connection, const std::optional<Error> &why);
    [[nodiscard]] bool isSending() const;
    void leave(std::function<void()> then);
    void askToLeave(const feedback::Question &question, std::function<void()> then);
    void makeScreens();
    void rememberLayout();
    [[nodiscard]] static QString layoutKey(const workspace::Connection &connection);
    [[nodiscard]] firststart::Welcome *makeWelcome();
    [[nodiscard]] firststart::ConnectPage *makeConnect();
    [[nodiscard]] images::ImagesScreen *makeImages();
    [[nodiscard]] review::ReviewScreen *makeReview();
    [[nodiscard]] pullrequest::PullRequestScreen *makePullRequest();
    [[nodiscard]] workspace::Actions actions();
    void tellOpened(const workspace::Opened &opened, const workspace::Draft &draft, int left);
    void takeBack(int pullRequest);
    void followWorkspace();
    void makeAhead();
    void stopListening();
    void showBanner();
    void addDemoButtons();
    void followWait();
    void endWait();
    void propose(const workspace::RowKey &key, workspace::PolicyChange::Kind kind);
    void openLink(const QString &url);
    void openOwnLink(const QString &url);
    void openPage(const QString &url, bool isDemo);
    void toast(const QString &text, const QString &action = {}, std::function<void()> run = {});
    [[nodiscard]] QList<window::PaletteEntry> destinations();
    [[nodiscard]] QDateTime now() const;

    Folders m_folders;
    QSettings m_settings;
    WorkspaceList m_workspaces{m_settings};
    http::Settings m_network;
    ProgramClock m_clock; ///< of the page Connect
    std::unique_ptr<Demo> m_demo;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<window::MainWindow> m_window;
    Late<firststart::Welcome> m_welcome;
    Late<firststart::ConnectPage> m_connect;
    images::ImagesScreen *m_images = nullptr;
    Late<review::ReviewScreen> m_review;
    Late<pullrequest::PullRequestScreen> m_pull;
    feedback::MessageBar *m_banner = nullptr;
    QTimer m_wait;
    QDateTime m_waitsUntil; ///< when GitHub may be asked again, or could be
    feedback::Toast *m_toast = nullptr;
    window::StateNews *m_news = nullptr;
    std::function<void()> m_undo; ///< of the policy change that was just proposed
    QList<QAction *> m_switches;  ///< to the workspaces of the list
    QPointer<feedback::ConfirmDialog> m_leaveQuestion;
    bool m_quitsAnyway = false;
};

} // namespace slipway::desktop
