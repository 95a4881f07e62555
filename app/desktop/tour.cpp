// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour.h"

#include "app/desktop/program.h"
#include "ui/firststart/connectpage.h"
#include "ui/images/imagesscreen.h"
#include "ui/look/scheme.h"
#include "ui/pullrequest/pullrequestscreen.h"
#include "ui/review/reviewscreen.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;

namespace slipway::desktop
{
namespace
{

using Choice = look::Scheme::Choice;

struct Size
{
    QString name; ///< empty: the usual one
    QSize window;
    double text = 1;
};

/// What is set up, what must then be true before the picture is taken.
struct Scene
{
    QString name;
    std::function<void(Program &)> prepare;
    std::function<bool(Program &)> isSettled;
};

constexpr int patience = 20'000; ///< ms for a scene
constexpr int step = 20;
constexpr int quietSteps = 20; ///< how often a scene must be settled in a row: its last paint is done then

bool isIdle(Program &program)
{
    return program.session() && !program.session()->workspace().isRefreshing() &&
           program.session()->workspace().snapshot().refreshedAt.isValid();
}

workspace::RowKey key(const QString &service)
{
    return {u"docker-compose.yml"_s, service};
}

QList<Scene> scenes()
{
    const auto go = [](const QString &place) { return [place](Program &program) { program.window().go(place); }; };
    return {
        {u"images-failed"_s,
         [go](Program &program) {
             go(u"images"_s)(program);
             program.imagesScreen()->select(key(u"calendar-sync"_s));
         },
         isIdle},
        {u"images-ready"_s, [](Program &program) { program.imagesScreen()->select(key(u"fogis-api-client"_s)); },
         isIdle},
        {u"images-filtered"_s, [](Program &program) { program.imagesScreen()->setFilter(u"status:failed tag:2"_s); },
         isIdle},
        {u"review-ready"_s,
         [go](Program &program) {
             program.imagesScreen()->setFilter({});
             go(u"review"_s)(program);
             program.reviewScreen()->choosePullRequest(220);
         },
         [](Program &program) { return isIdle(program) && program.reviewScreen()->isSettled(); }},
        {u"review-blocked"_s, [](Program &program) { program.reviewScreen()->choosePullRequest(217); },
         [](Program &program) { return program.reviewScreen()->isSettled(); }},
        {u"review-behind"_s, [](Program &program) { program.reviewScreen()->choose(key(u"google-drive"_s)); },
         [](Program &program) { return program.reviewScreen()->isSettled(); }},
        {u"new-pull-request"_s,
         [](Program &program) {
             program.pullRequestScreen()->draftUpdate({key(u"google-drive"_s), key(u"queue"_s)});
             program.window().open(program.pullRequestScreen());
         },
         [](Program &program) { return program.pullRequestScreen()->isSettled(); }},
        {u"palette"_s,
         [go](Program &program) {
             go(u"images"_s)(program);
             program.window().openPalette();
         },
         isIdle},
    };
}

/// Runs scene after scene by a timer: the event loop is the program's own.
class Painter final : public QObject
{
public:
    Painter(Program &program, QString folder)
        : m_program{program}
        , m_folder{std::move(folder)}
        , m_scenes{scenes()}
    {
        m_timer.setInterval(step);
        connect(&m_timer, &QTimer::timeout, this, &Painter::look);
        begin();
    }

private:
    void begin()
    {
        look::Scheme::current().choose(m_isDark ? Choice::Dark : Choice::Light);
        look::Scheme::current().setTextFactor(size().text);
        m_program.window().resize(size().window);
        m_scenes.at(m_scene).prepare(m_program);
        m_waited = 0;
        m_quiet = 0;
        m_timer.start();
    }

    void look()
    {
        m_waited += step;
        m_quiet = m_scenes.at(m_scene).isSettled(m_program) ? m_quiet + 1 : 0;
        if (m_waited > patience) {
            std::fprintf(stderr, "%s did not settle\n", qPrintable(name()));
            QApplication::exit(1);
            return;
        }
        if (m_quiet < quietSteps)
            return;
        m_program.window().grab().save(m_folder + u'/' + name() + u".png"_s);
        next();
    }

    void next()
    {
        m_timer.stop();
        m_program.window().closePalette();
        if (++m_scene == m_scenes.size()) {
            m_scene = 0;
            m_size += m_isDark ? 1 : 0;
            m_isDark = !m_isDark;
        }
        if (m_size == int(sizes().size()))
            QApplication::exit(0);
        else
            begin();
    }

    [[nodiscard]] static const QList<Size> &sizes()
    {
        static const QList<Size> all{{{}, {1360, 860}}, {u"narrow"_s, {900, 600}}, {u"200"_s, {1360, 860}, 2}};
        return all;
    }

    [[nodiscard]] const Size &size() const { return sizes().at(m_size); }

    [[nodiscard]] QString name() const
    {
        const auto scheme = m_isDark ? u"dark"_s : u"light"_s;
        const auto size = this->size().name.isEmpty() ? QString{} : u'-' + this->size().name;
        return m_scenes.at(m_scene).name + u'-' + scheme + size;
    }

    Program &m_program;
    QString m_folder;
    QList<Scene> m_scenes;
    QTimer m_timer;
    qsizetype m_scene = 0;
    int m_size = 0;
    bool m_isDark = false;
    int m_waited = 0;
    int m_quiet = 0;
};

} // namespace

int paintTour(const QString &folder)
{
    QDir{}.mkpath(folder);
    const QTemporaryDir own; // nothing of the person's own settings
    Program program{{.settings = own.path(), .cache = own.path(), .state = own.path()}};
    program.window().QMainWindow::show();
    program.openDemo(Demo::Life::StandsStill, 1);
    const Painter painter{program, folder};
    return QApplication::exec();
}

} // namespace slipway::desktop
