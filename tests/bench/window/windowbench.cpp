// SPDX-License-Identifier: GPL-3.0-or-later
// windowbench remember ADDRESS TOKEN FOLDER   reads the simulated workspace into a store, twice: prints both times
// windowbench turns ADDRESS TOKEN FOLDER      the longest steps of the event loop while the window is used
// windowbench diff OLD NEW                    how long the diff view takes for two files before it paints
#include "app/desktop/program.h"
#include "core/simulator/demo.h"
#include "core/simulator/generated.h"
#include "core/simulator/registryapi.h"
#include "tests/bench/window/turns.h"
#include "ui/diff/filediff.h"
#include "ui/images/imagesscreen.h"
#include "ui/look/scheme.h"
#include "ui/pullrequest/pullrequestscreen.h"
#include "ui/review/reviewscreen.h"

#include <QAction>
#include <QFile>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QTest>
#include <QTextStream>
#include <QTreeView>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

constexpr int repetitions = 200; // the longest of 40 would be taken for what 99 of 100 stay below

workspace::Connection connectionTo(const QString &address, const QString &token)
{
    workspace::Connection connection{
        .host = github::hostNamed(u"github.com"_s).value(),
        .repository = RepositoryId::parse(u"%1/%2"_s.arg(QLatin1StringView(simulator::generatedOwner),
                                                         QLatin1StringView(simulator::generatedRepository)))
                          .value(),
        .token = std::make_shared<const Secret>(token.toLatin1())};
    for (const auto &host : simulator::registryHosts() + QStringList{u"api.github.com"_s, u"github.com"_s})
        connection.network.endpoints.insert(host, QUrl(address));
    return connection;
}

void awaitRefresh(workspace::Workspace &workspace)
{
    QEventLoop loop;
    QObject::connect(&workspace, &workspace::Workspace::finished, &loop, &QEventLoop::quit);
    loop.exec();
}

int print(const QJsonObject &said)
{
    QTextStream(stdout) << QJsonDocument{said}.toJson(QJsonDocument::Compact) << '\n';
    return 0;
}

int remember(const workspace::Connection &connection, const QString &folder)
{
    desktop::Session session{connection,
                             {.cache = {}, .state = folder + u"/state/slipway/state.sqlite"_s},
                             std::make_unique<desktop::ProgramClock>()};
    QElapsedTimer time;
    time.start();
    session.workspace().start();
    awaitRefresh(session.workspace());
    const auto first = double(time.restart()) / 1e3;
    session.workspace().checkNow();
    awaitRefresh(session.workspace());
    QSettings settings{folder + u"/config/slipway/slipway.ini"_s, QSettings::IniFormat};
    desktop::WorkspaceList{settings}.putFirst(connection);
    return print({{u"rows"_s, session.workspace().snapshot().rows.size()},
                  {u"first"_s, first},
                  {u"again"_s, double(time.elapsed()) / 1e3},
                  {u"problem"_s, session.workspace().snapshot().problem.value_or(Error{}).message}});
}

/// Acts, and goes on until that is there; the longest step on the way, in milliseconds.
double longestUntil(Turns &application, const std::function<void()> &act, const std::function<bool()> &isThere)
{
    auto longest = application.longestOf(act);
    application.forget();
    if (!QTest::qWaitFor(isThere, 30'000))
        qFatal("The window does not get there.");
    return std::max(longest, application.longest());
}

/// All that can be updated reviewed and drafted as one pull request, and a command looked for; in milliseconds.
double longestOfJourney(Turns &application, desktop::Program &program)
{
    const auto trigger = [&](QLatin1StringView name) {
        return [&program, name] { program.window().findChild<QAction *>(name)->trigger(); };
    };
    double longest = 0;
    const auto reach = [&](QLatin1StringView name, const auto &screen) {
        const auto isThere = [&] { return screen()->isVisible() && screen()->isSettled(); };
        longest = std::max(longest, longestUntil(application, trigger(name), isThere));
    };
    const auto images = [&] { return program.imagesScreen(); };
    const auto pullRequest = [&] { return program.pullRequestScreen(); };
    images()->setFilter(u"status:ready"_s);
    reach("images.tickAll"_L1, images);
    reach("images.pullRequest"_L1, pullRequest);
    reach("window.back"_L1, images);
    reach("images.untick"_L1, images);
    reach("images.review"_L1, [&] { return program.reviewScreen(); });
    reach("window.back"_L1, images);
    images()->setFilter({});
    reach("window.palette"_L1, images);
    for (const auto key : u"service-1"_s)
        longest = std::max(
            longest, application.longestOf([&] { QTest::keyClick(program.window().focusWidget(), key.toLatin1()); }));
    program.window().closePalette();
    return longest;
}

/// The list as a later refresh may find it: every tenth service stands elsewhere.
void stir(workspace::Snapshot &snapshot)
{
    auto &rows = snapshot.rows;
    auto *chance = QRandomGenerator::global();
    for (qsizetype i = 0; i < rows.size(); i += 10) {
        auto &one = rows[chance->bounded(rows.size())];
        auto &other = rows[chance->bounded(rows.size())];
        std::swap(one, other);
        std::swap(one.key, other.key);
    }
}

void grow(workspace::Snapshot &snapshot, qsizetype size)
{
    const auto known = snapshot.rows;
    for (qsizetype i = 0; snapshot.rows.size() < size; ++i) {
        auto row = known.at(i % known.size());
        row.key.service += u"-%1"_s.arg(i);
        snapshot.rows.append(row);
    }
    std::ranges::sort(snapshot.rows, {}, &workspace::Row::key);
}

QJsonObject summary(QList<double> longest)
{
    std::ranges::sort(longest);
    return {{u"p99"_s, longest.at((longest.size() * 99 - 1) / 100)}, {u"max"_s, longest.last()}};
}

int turns(Turns &application, workspace::Connection connection, const QString &folder)
{
    desktop::Program program{{.settings = folder, .cache = folder, .state = folder}};
    program.window().QMainWindow::show();
    program.open(std::make_unique<desktop::Session>(
        std::move(connection), workspace::Places{.cache = {}, .state = folder + u"/state.sqlite"_s},
        std::make_unique<desktop::ProgramClock>()));
    auto &workspace = program.session()->workspace();
    QJsonObject said;
    double longestStep = 0;
    for (int i = 0; i < repetitions / 10; ++i) {
        application.forget();
        awaitRefresh(workspace);
        longestStep = std::max(longestStep, application.longest());
        workspace.checkNow();
    }
    awaitRefresh(workspace);
    said[u"refresh"_s] = longestStep;
    said[u"journey"_s] = longestOfJourney(application, program);

    auto *table = program.imagesScreen()->findChild<QTreeView *>();
    auto *header = table->header();
    const auto focus = [&]() -> QWidget * { // no window manager makes the window the active one
        QWidget *widget = program.window().focusWidget();
        return widget ? widget : table;
    };
    const auto press = [&](Qt::Key key) { return [&, key] { QTest::keyClick(focus(), key); }; };
    const auto many = [&](const std::function<void()> &act) {
        QList<double> longest;
        for (int i = 0; i < repetitions; ++i)
            longest.append(application.longestOf(act));
        return longest;
    };

    said[u"apply"_s] = summary(many([&] { workspace.change(stir); }));
    workspace.change([](workspace::Snapshot &snapshot) { grow(snapshot, 1000); });
    application.longestOf([] {});
    table->setFocus();
    said[u"scroll"_s] = summary(many(press(Qt::Key_PageDown)) + many(press(Qt::Key_PageUp)));
    QList<double> sorts;
    for (int column = 0; column < header->count(); ++column)
        for (int i = 0; i < repetitions / 10; ++i)
            sorts.append(application.longestOf([&] {
                const auto x = header->sectionViewportPosition(column) + 8;
                QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint{x, header->height() / 2});
            }));
    said[u"sort"_s] = summary(sorts);
    auto *field = program.imagesScreen()->findChild<QLineEdit *>();
    field->setFocus();
    QList<double> keys;
    const auto words = u"status:behind registry:ghcr"_s;
    while (keys.size() < repetitions) {
        for (const auto key : words)
            keys.append(application.longestOf([&] { QTest::keyClick(focus(), key.toLatin1()); }));
        for (qsizetype i = 0; i < words.size(); ++i)
            keys.append(application.longestOf(press(Qt::Key_Backspace)));
    }
    said[u"filter"_s] = summary(keys);
    return print(said);
}

QByteArray contents(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

int compare(const QString &before, const QString &after)
{
    const workspace::FilePreview file{.path = after, .before = contents(before), .after = contents(after)};
    QElapsedTimer time;
    time.start();
    const auto made = diffview::diffOf(file);
    return print({{u"changes"_s, made.changes.size()}, {u"seconds"_s, double(time.nsecsElapsed()) / 1e9}});
}

} // namespace

int main(int argc, char **argv)
{
    const auto is = [&](const char *name, int arguments) {
        return argc == arguments + 2 && qstrcmp(argv[1], name) == 0;
    };
    if (is("diff", 2))
        return compare(QFile::decodeName(argv[2]), QFile::decodeName(argv[3]));
    if (!is("remember", 3) && !is("turns", 3))
        return 64;
    const auto connection = connectionTo(QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]));
    const auto folder = QFile::decodeName(argv[4]);
    if (is("remember", 3)) {
        const QCoreApplication application{argc, argv};
        return remember(connection, folder);
    }
    Turns application{argc, argv};
    look::install();
    return turns(application, connection, folder);
}
