// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/guide.h"

#include "ui/look/scheme.h"

#include <QApplication>
#include <QCursor>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace slipway::desktop::tour
{
namespace
{

using Choice = look::Scheme::Choice;

constexpr int step = 5;          ///< ms between two looks
constexpr int patience = 20'000; ///< ms for a scene
constexpr int quietLooks = 2;    ///< one to ask for a layout, one when it is done

} // namespace

QList<View> views()
{
    QList<View> all;
    for (const bool isDark : {false, true}) {
        const auto scheme = isDark ? u"dark"_s : u"light"_s;
        all.append({scheme, {1360, 860}, isDark});
        all.append({scheme + u"-narrow"_s, {900, 600}, isDark});
        all.append({scheme + u"-200"_s, {1360, 860}, isDark, 2});
    }
    return all;
}

Guide::Guide(QList<Act> acts, QList<View> views)
    : m_acts{std::move(acts)}
    , m_views{std::move(views)}
{
    m_timer.setInterval(step);
    connect(&m_timer, &QTimer::timeout, this, &Guide::look);
}

Guide::~Guide()
{
    look::Scheme::current().choose(Choice::System);
    look::Scheme::current().setTextFactor(1);
    look::Scheme::current().setReducedMotion(false);
}

void Guide::start()
{
    look::Scheme::current().setReducedMotion(true);
    QApplication::setCursorFlashTime(0);
    QCursor::setPos(QGuiApplication::primaryScreen()->geometry().bottomRight()); // over nothing
    nextAct();
}

void Guide::nextAct()
{
    m_stage.reset();
    if (++m_act == m_acts.size()) {
        m_timer.stop();
        Q_EMIT ended();
        return;
    }
    m_stage = std::make_unique<Stage>();
    m_acts.at(m_act).begin(*m_stage);
    m_scene = -1;
    m_looked = 0;
    m_timer.start();
}

void Guide::nextScene()
{
    m_stage->clear();
    if (++m_scene == m_acts.at(m_act).scenes.size()) {
        nextAct();
        return;
    }
    m_view = -1;
    nextView();
    m_acts.at(m_act).scenes.at(m_scene).prepare(*m_stage);
}

void Guide::nextView()
{
    if (++m_view == m_views.size()) {
        nextScene();
        return;
    }
    const auto &view = m_views.at(m_view);
    look::Scheme::current().choose(view.isDark ? Choice::Dark : Choice::Light);
    look::Scheme::current().setTextFactor(view.text);
    m_stage->program().window().resize(view.window);
    m_looked = 0;
    m_quiet = 0;
    m_timer.start();
}

void Guide::look()
{
    const auto &act = m_acts.at(m_act);
    const bool isFirst = m_scene < 0;
    const auto &scene = act.scenes.at(isFirst ? 0 : m_scene);
    const auto &view = m_views.at(isFirst ? 0 : m_view);
    QCoreApplication::sendPostedEvents();
    if (!QApplication::activeWindow())
        m_stage->program().window().activateWindow();
    const bool isSettled = QApplication::activeWindow() && (isFirst ? act.isReady : scene.isSettled)(*m_stage);
    m_quiet = isSettled ? m_quiet + 1 : 0;
    if (++m_looked * step > patience) {
        m_timer.stop();
        Q_EMIT stuck(scene.name, view.name);
        return;
    }
    if (m_quiet < quietLooks)
        return;
    m_timer.stop();
    if (isFirst) {
        nextScene();
        return;
    }
    Q_EMIT settled(scene.name, view);
    nextView();
}

} // namespace slipway::desktop::tour
