// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/program.h"

#include "core/workspace/refresh.h"
#include "ui/feedback/confirm.h"
#include "ui/feedback/messagebar.h"
#include "ui/feedback/toast.h"
#include "ui/firststart/connectpage.h"
#include "ui/firststart/welcome.h"
#include "ui/images/imagesscreen.h"
#include "ui/pullrequest/pullrequestscreen.h"
#include "ui/review/reviewscreen.h"
#include "ui/words/ages.h"

#include <QApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace slipway::desktop
{
namespace
{

constexpr auto lastWorkspace = "workspace/last"_L1;

QString settingsIn(const Program::Folders &folders)
{
    return folders.settings + u"/slipway.ini"_s;
}

workspace::Places placesIn(const Program::Folders &folders)
{
    return {.cache = folders.cache + u"/registry.sqlite"_s, .state = folders.state + u"/state.sqlite"_s};
}

} // namespace

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
    m_toast = new feedback::Toast{m_window->content()};
    m_window->setFirstStart([this] { return m_welcome.get(); });
    m_window->setComing({{tr("Images"), u"nav-images"_s}, {tr("Review"), u"nav-review"_s}});
    m_window->setMayClose([this] { return mayClose(); });
    addFileCommands();
}

/// Asks while something is being sent.
bool Program::mayClose()
{
    if (m_quitsAnyway || !m_pull.made() || !m_pull->isSending())
        return true;
    if (m_quitQuestion)
        return false; // the system may ask for the end more than once
    m_quitQuestion = new feedback::ConfirmDialog{
        {.title = tr("Quit while a pull request is being sent?"),
         .text = tr("What is on GitHub by then stays there. Slipway goes on from there, or says how far it came, when "
                    "it is started again."),
         .verb = tr("Quit")},
        m_window.get()};
    m_quitQuestion->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_quitQuestion, &QDialog::accepted, this, [this] {
        m_quitsAnyway = true;
        m_window->close();
    });
    m_quitQuestion->open();
    return false;
}

std::optional<workspace::Connection> Program::lastConnection(const QSettings &settings)
{
    return workspace::connectionFrom(settings.value(lastWorkspace).toByteArray());
}

void Program::openLast(std::future<workspace::Snapshot> asLeft)
{
    auto last = lastConnection(m_settings);
    if (last) {
        last->network = m_network;
        if (asLeft.valid() && putAsLeft(*last, asLeft.get()))
            return;
    }
    m_window->showFirstStart();
    m_window->buildMenus();
    if (last)
        m_window->openAlone(m_connect.get());
}

std::future<workspace::Snapshot> Program::readLast(const Folders &folders)
{
    const auto last = lastConnection(QSettings{settingsIn(folders), QSettings::IniFormat});
    if (!last)
        return {};
    return std::async([connection = *last, state = placesIn(folders).state] {
        return workspace::stored(connection, store::StateFile{state});
    });
}

/// A workspace from the store alone, which asks nothing: nobody is signed in. False if the store does not know it.
bool Program::putAsLeft(const workspace::Connection &connection, workspace::Snapshot known)
{
    if (known.rows.isEmpty())
        return false;
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
    m_demo = std::move(demo); // the one before is needed as long as its session
}

void Program::openChoice(const workspace::Choice &choice)
{
    const auto connection = workspace::connectionOf(choice, m_network, QProcessEnvironment::systemEnvironment());
    if (!connection) {
        m_banner->show(connection.error());
        m_window->setBanner(m_banner);
        return;
    }
    m_settings.setValue(lastWorkspace, rememberedOf(*connection));
    const bool isOpen =
        m_session && !m_session->connection().isDemo && idOf(*connection) == idOf(m_session->connection());
    auto session = std::make_unique<Session>(*connection, placesIn(m_folders), std::make_unique<ProgramClock>());
    if (isOpen)
        renew(std::move(session));
    else
        open(std::move(session));
    m_demo.reset();
}

/// The same workspace with another token: every screen stays as it is.
void Program::renew(std::unique_ptr<Session> session)
{
    m_session = std::move(session);
    followWorkspace();
    show();
    m_window->closeAlone();
    m_session->workspace().start();
}

/// The page Connect, about the workspace that is open, with why it is asked.
void Program::signIn()
{
    const auto &connection = m_session->connection();
    if (!connection.isDemo)
        m_connect->askAgain(connection.host.name, connection.repository.text(),
                            connection.branch ? connection.branch->text() : QString{},
                            m_session->workspace().snapshot().problem);
    m_window->openAlone(m_connect.get());
}

void Program::open(std::unique_ptr<Session> session)
{
    put(std::move(session));
    m_session->workspace().start();
}

void Program::put(std::unique_ptr<Session> session)
{
    stopListening();
    delete m_images;
    m_review.reset();
    m_pull.reset();
    m_window->clearPlaces();
    m_undo = {};
    m_toast->dismiss(); // what it offers is about the workspace before
    m_session = std::move(session);
    makeScreens();
    followWorkspace();
    show();
    m_window->go(u"images"_s);
}

void Program::makeScreens()
{
    m_window->addPlace({u"images"_s, tr("Images"), u"nav-images"_s, [this] { return m_images; }});
    m_window->addPlace({u"review"_s, tr("Review"), u"nav-review"_s, [this] { return m_review.get(); }});
    m_images = makeImages();
    rememberLayout();
    m_window->setDestinations([this] { return destinations(); });
    m_window->buildMenus();
}

/// Of the Images screen, for each workspace.
void Program::rememberLayout()
{
    const auto &connection = m_session->connection();
    const QString key = u"images/"_s + (connection.isDemo ? u"demo"_s : idOf(connection));
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
