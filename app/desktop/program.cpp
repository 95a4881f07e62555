// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/program.h"

#include "core/workspace/refresh.h"
#include "ui/feedback/announce.h"
#include "ui/feedback/confirm.h"
#include "ui/feedback/messagebar.h"
#include "ui/feedback/toast.h"
#include "ui/firststart/connectpage.h"
#include "ui/firststart/welcome.h"
#include "ui/images/imagesscreen.h"
#include "ui/pullrequest/pullrequestscreen.h"
#include "ui/review/reviewscreen.h"
#include "ui/window/statenews.h"
#include "ui/words/ages.h"

#include <QApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace slipway::desktop
{
QString Program::settingsIn(const Folders &folders)
{
    return folders.settings + u"/slipway.ini"_s;
}

Program::Program(const Folders &folders, http::Settings network)
    : m_folders{folders}
    , m_settings{settingsIn(folders), QSettings::IniFormat}
    , m_network{std::move(network)}
    , m_welcome{[this] { return makeWelcome(); }}
    , m_connect{[this] { return makeConnect(); }}
    , m_review{[this] { return makeReview(); }}
    , m_pull{[this] { return makePullRequest(); }}
{
    buildWindow();
}

Program::~Program()
{
    stopListening();
    m_window.reset(); // before what its screens ask through
}

/// A refresh that is ended tells how far it came, when the screens may already be gone.
void Program::stopListening()
{
    if (m_session)
        m_session->workspace().disconnect(this);
}

void Program::buildWindow()
{
    m_window = std::make_unique<window::MainWindow>(m_settings);
    // without a parent it would be a window of its own until it has its place
    m_banner = new feedback::MessageBar{feedback::MessageBar::Shape::Banner, m_window.get()};
    m_wait.setSingleShot(true);
    m_wait.setTimerType(Qt::PreciseTimer); // another one may end before the wait does
    connect(&m_wait, &QTimer::timeout, this, &Program::endWait);
    m_toast = new feedback::Toast{m_window->content()};
    m_news = new window::StateNews{m_window.get()};
    connect(m_news, &window::StateNews::told, m_window.get(),
            [this](const QString &sentence) { feedback::announce(m_window.get(), sentence); });
    m_window->setFirstStart([this] { return m_welcome.get(); });
    m_window->setComing({{tr("Images"), u"nav-images"_s}, {tr("Review"), u"nav-review"_s}});
    m_window->setMayClose([this] { return mayClose(); });
    addFileCommands();
    addWorkspaceCommands();
    addHelpCommands();
    listWorkspaces();
}

/// Asks while something is being sent.
bool Program::mayClose()
{
    if (m_quitsAnyway || !isSending())
        return true;
    askToLeave(
        {.title = tr("Quit while a pull request is being sent?"),
         .text = tr("What is on GitHub by then stays there. Slipway goes on from there, or says how far it came, "
                    "when it is started again."),
         .verb = tr("Quit")},
        [this] {
            m_quitsAnyway = true;
            m_window->close();
        });
    return false;
}

void Program::open(std::unique_ptr<Session> session)
{
    put(std::move(session));
    m_session->workspace().start();
}

void Program::put(std::unique_ptr<Session> session)
{
    clear();
    m_session = std::move(session);
    m_demo.reset(); // it was needed as long as its session
    makeScreens();
    followWorkspace();
    show();
    m_window->go(u"images"_s);
}

/// No workspace is shown any more; the session is still there.
void Program::clear()
{
    stopListening();
    delete std::exchange(m_images, nullptr);
    m_review.reset();
    m_pull.reset();
    m_window->clearPlaces();
    m_wait.stop();
    m_waitsUntil = {};
    m_window->setWork({}); // whoever ends it is not listened to any more
    m_undo = {};
    m_news->forget();
    m_toast->dismiss(); // what it offers is about the workspace before
}

void Program::makeScreens()
{
    m_window->addPlace({u"images"_s, tr("Images"), u"nav-images"_s, [this] { return m_images; }});
    m_window->addPlace({u"review"_s, tr("Review"), u"nav-review"_s, [this] { return m_review.get(); }});
    m_images = makeImages();
    rememberLayout();
    m_window->setDestinations([this] { return destinations(); });
    listWorkspaces();
    m_window->buildMenus();
}

QString Program::layoutKey(const workspace::Connection &connection)
{
    return u"images/"_s + (connection.isDemo ? u"demo"_s : idOf(connection));
}

/// Of the Images screen, for each workspace.
void Program::rememberLayout()
{
    const auto &connection = m_session->connection();
    const auto key = layoutKey(connection);
    m_images->restore(QJsonDocument::fromJson(m_settings.value(key).toByteArray()).object());
    connect(m_images, &images::ImagesScreen::layoutChanged, this, [this, key] {
        m_settings.setValue(key, QJsonDocument{m_images->layout()}.toJson(QJsonDocument::Compact));
    });
    connect(m_images, &images::ImagesScreen::actionsChanged, m_window.get(), &window::MainWindow::buildMenus);
}

QDateTime Program::now() const
{
    return m_session ? m_session->now() : QDateTime::currentDateTimeUtc();
}

} // namespace slipway::desktop
