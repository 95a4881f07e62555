// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/ui/images/stage.h"
#include "ui/images/imagestable.h"
#include "ui/look/fading.h"
#include "ui/look/scheme.h"

#include <QPushButton>
#include <QScrollBar>
#include <QTest>

#include <chrono>
#include <ctime>
#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::images
{

using workspace::Snapshot;
using workspace::State;

namespace
{

/// Of this thread: what else the machine does meanwhile is not in it.
std::chrono::microseconds processorTime()
{
    timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::seconds(time.tv_sec) +
                                                                 std::chrono::nanoseconds(time.tv_nsec));
}

} // namespace

class ImagesScreenTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }

    void beginsWithTheRowThatNeedsAPersonMost();
    void saysWhatTheDemoSays();
    void selectionAndScrollStayWhateverComes();
    void asksForTheRowWhereSomebodyStays();
    void saysWhyThereAreNoCommits();
    void readsOfflineButWritesNothing();
    void aRowThatChangedFadesOnce();
    void emptyViewsNameTheirCause();
    void noStepTakesLong();
};

void ImagesScreenTest::beginsWithTheRowThatNeedsAPersonMost()
{
    Stage stage;

    QCOMPARE(stage.screen().selected(), keyOf(u"calendar-sync"_s));
    QCOMPARE(stage.asked, QStringList{u"details calendar-sync"_s});
}

void ImagesScreenTest::saysWhatTheDemoSays()
{
    Stage stage;
    stage.screen().select(keyOf(u"fogis-api-client"_s));
    stage.settle();
    const auto all = texts(stage.window());

    for (const auto &expected : {u"Images"_s,
                                 u"10 images in 2 compose files"_s,
                                 u"Check now"_s,
                                 u"Review 3 updates"_s,
                                 u"All"_s,
                                 u"Needs update"_s,
                                 u"Failing"_s,
                                 u"Awaiting me"_s,
                                 u"fogis-api-client"_s,
                                 u"Review update"_s,
                                 u"Hold…"_s,
                                 u"Newest because"_s,
                                 u"Highest 1.x release that \"minor\" allows"_s,
                                 u"24 Nov, 14:05 · 27 min ago"_s,
                                 u"#220"_s,
                                 u"6 checks passed"_s,
                                 u"Claimed, docker-build.yml"_s,
                                 u"amd64, arm64 · unchanged"_s,
                                 u"Minor, pinned by digest"_s,
                                 u"Change"_s,
                                 u"7 commits since 1.4.2"_s,
                                 u"Cache club metadata between requests"_s,
                                 u"Compare"_s,
                                 u"Show 2 more"_s})
        QVERIFY2(all.contains(expected), qPrintable(expected + u" is not in "_s + all.join(u" | ")));
    QVERIFY(!all.contains(u"Drop Python 3.10"_s));
    for (const auto &absent : {u"Trace"_s, u"Roll back…"_s, u"Way to production"_s, u"Recently deployed"_s})
        QVERIFY(!all.contains(absent));
}

void ImagesScreenTest::selectionAndScrollStayWhateverComes()
{
    Stage stage({1360, 860}, harbour::manyRows(300));
    auto &table = in<ImagesTable>(stage);
    auto *bar = table.verticalScrollBar();
    bar->setValue(bar->maximum() / 2);
    auto middle = table.indexAt(table.viewport()->rect().center());
    while (middle.isValid() && !middle.parent().isValid())
        middle = table.indexBelow(middle); // no group
    table.setCurrentIndex(middle);
    QVERIFY(table.currentKey());
    const auto key = *table.currentKey();
    const auto place = [&] { return table.visualRect(table.currentIndex()).top(); };
    const int before = place();
    std::mt19937 chance(3); // NOLINT: the same snapshots each time

    for (int round = 0; round < 50; ++round) {
        auto next = harbour::manyRows(300);
        next.rows.removeIf([&](const workspace::Row &row) { return row.key != key && chance() % 5 == 0; });
        for (auto &row : next.rows) {
            if (row.key != key && chance() % 4 == 0)
                row.state = static_cast<State>(chance() % 9);
        }
        stage.screen().apply(next);
        QCOMPARE(stage.screen().selected(), key);
        QCOMPARE(place(), before);
    }
}

void ImagesScreenTest::asksForTheRowWhereSomebodyStays()
{
    Stage stage;
    stage.asked.clear();
    auto &table = in<ImagesTable>(stage);
    table.setFocus();

    for (int i = 0; i < 4; ++i)
        QTest::keyClick(&table, Qt::Key_J);
    stage.settle();
    QCOMPARE(stage.asked, QStringList{u"details logo-combiner"_s});
    stage.screen().apply(harbour::snapshot());
    stage.settle();
    QCOMPARE(stage.asked.size(), 1); // nothing new about it

    stage.screen().deeds().of(Deed::TogglePane)->trigger();
    QTest::keyClick(&table, Qt::Key_J);
    stage.settle();
    QCOMPARE(stage.asked.size(), 1); // nobody looks
    stage.screen().deeds().of(Deed::TogglePane)->trigger();
    stage.settle();
    QCOMPARE(stage.asked.last(), u"details google-drive"_s);
}

void ImagesScreenTest::saysWhyThereAreNoCommits()
{
    Stage stage;
    stage.screen().select(keyOf(u"queue"_s));
    stage.settle();
    QVERIFY(texts(stage.window()).contains(u"The images do not name their source."_s));

    stage.detailsError = Error{.kind = Error::Kind::Offline, .message = u"GitHub did not answer."_s};
    stage.screen().select(keyOf(u"logs"_s));
    stage.settle();

    QVERIFY(texts(stage.window()).contains(u"GitHub did not answer."_s));
}

void ImagesScreenTest::readsOfflineButWritesNothing()
{
    auto all = harbour::snapshot();
    all.offlineSince = harbour::now();
    Stage stage({1360, 860}, all);
    stage.screen().select(keyOf(u"google-drive"_s));
    const auto &deeds = stage.screen().deeds();

    for (const auto deed : {Deed::OpenPullRequest, Deed::Hold, Deed::Ignore, Deed::Pin, Deed::Level, Deed::CheckOne}) {
        QVERIFY(!deeds.of(deed)->isEnabled());
        QVERIFY(deeds.of(deed)->toolTip().contains(u"You are offline."_s));
    }
    QVERIFY(deeds.of(Deed::Review)->isEnabled());
    QVERIFY(texts(stage.window()).contains(u"Read update"_s));
    QCOMPARE(filledButtons(stage.window()), QStringList{});
}

void ImagesScreenTest::aRowThatChangedFadesOnce()
{
    Stage stage;
    auto &table = in<ImagesTable>(stage);
    const auto place = [&](const QString &service) {
        const auto *rows = static_cast<ImagesProxy *>(table.model());
        return rows->indexOf(keyOf(service));
    };
    const auto at = [&](const QString &service) {
        const auto row = table.visualRect(place(service));
        return table.viewport()->grab().toImage().pixelColor(table.viewport()->width() / 2, row.top() + 2);
    };
    auto next = harbour::snapshot();
    const auto become = [&](State state) {
        std::ranges::find(next.rows, keyOf(u"queue"_s), &workspace::Row::key)->state = state;
        stage.screen().apply(next);
    };
    QVERIFY(!table.fading().isRunning()); // nothing has changed yet

    become(State::Blocked);
    QVERIFY(table.fading().strength(place(u"queue"_s)) > 0);
    QCOMPARE(table.fading().strength(place(u"logs"_s)), 0);
    QVERIFY(at(u"queue"_s) != at(u"logs"_s));
    QVERIFY(QTest::qWaitFor([&] { return !table.fading().isRunning(); }));
    QCOMPARE(at(u"queue"_s), at(u"logs"_s));
    become(State::Blocked); // the same again
    QVERIFY(!table.fading().isRunning());

    become(State::Checking);
    QVERIFY(QTest::qWaitFor([&] { return !table.fading().isRunning(); }));
    become(State::UpToDate); // it was only asked for
    QVERIFY(!table.fading().isRunning());
    look::Scheme::current().setReducedMotion(true);
    become(State::Failed);
    QVERIFY(!table.fading().isRunning());
    look::Scheme::current().setReducedMotion(false);
}

void ImagesScreenTest::emptyViewsNameTheirCause()
{
    Stage stage;
    const auto has = [&](const QString &text) { return texts(stage.window()).contains(text); };
    const auto press = [&](const QString &text) {
        const auto buttons = stage.window().findChildren<QPushButton *>();
        for (auto *button : buttons) {
            if (button->isVisible() && button->text() == text)
                return button->click();
        }
    };

    stage.screen().setFilter(u"status:failed tag:2"_s);
    QVERIFY(has(u"The filter hides all 10 images."_s));
    QVERIFY(has(u"Nothing matches \"status:failed tag:2\"."_s));
    press(u"Clear filter"_s);
    QVERIFY(in<ImagesTable>(stage).isVisible());

    auto all = harbour::snapshot();
    all.rows.removeIf(
        [](const workspace::Row &row) { return row.state != State::InProgress && row.state != State::UpToDate; });
    stage.screen().apply(all);
    stage.screen().choose(View::AwaitingMe);
    QVERIFY(has(u"Nothing awaits you."_s));
    QVERIFY(has(u"1 change is under way."_s));
    press(u"Show all"_s);
    QVERIFY(in<ImagesTable>(stage).isVisible());
    all.rows.removeIf([](const workspace::Row &row) { return row.state != State::UpToDate; });
    stage.screen().apply(all);
    stage.screen().choose(View::NeedsUpdate);
    QVERIFY(has(u"Everything is up to date."_s));
    QVERIFY(has(u"Checked 12 s ago."_s));

    all.rows.clear();
    stage.screen().apply(all);
    QVERIFY(has(u"No image in the compose files of fogis-deployment."_s));
    QVERIFY(has(u"Slipway looked at docker-compose.yml, tools/compose.yaml on main."_s));
    press(u"Check now"_s);
    QCOMPARE(stage.asked.last(), u"checkNow"_s);
    all.problem = Error{.kind = Error::Kind::Forbidden, .message = u"No rights."_s, .remedy = u"Sign in."_s};
    stage.screen().apply(all);
    QVERIFY(has(u"No rights."_s));
    all.offlineSince = harbour::now();
    stage.screen().apply(all);
    QVERIFY(has(u"You are offline."_s));
    stage.screen().showProgress(0, 0);
    QVERIFY(has(u"Reading the compose files of fogis-deployment."_s));
}

/// The best of a few tries: a first one fills caches.
void ImagesScreenTest::noStepTakesLong()
{
#if __has_feature(address_sanitizer)
    QSKIP("Address sanitizers make everything slower");
#endif
    Stage stage({1360, 860}, harbour::manyRows(300));
    auto &screen = stage.screen();
    const auto measured = [&](const char *what, const std::function<void(int)> &step) {
        auto best = std::chrono::microseconds::max();
        for (int attempt = 0; attempt < 8; ++attempt) {
            const auto before = processorTime();
            step(attempt);
            best = std::min(best, processorTime() - before);
            QCoreApplication::processEvents();
        }
        qInfo("%s: %.1f ms", what, static_cast<double>(best.count()) / 1000);
        return best < 16ms;
    };
    QList<Snapshot> others;
    for (unsigned seed = 2; seed < 10; ++seed)
        others.append(harbour::manyRows(300, seed));

    QVERIFY(measured("other rows", [&](int attempt) { screen.apply(others.at(attempt)); }));
    QVERIFY(measured("the same rows", [&](int) { screen.apply(others.last()); }));
    QVERIFY(measured("filter", [&](int attempt) { screen.setFilter(attempt % 2 == 0 ? u"status:behind"_s : u""_s); }));
    QVERIFY(measured("sort", [&](int attempt) {
        in<ImagesTable>(stage).sortByColumn(attempt % 2, attempt % 3 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
    }));
    QVERIFY(measured("scroll and paint", [&](int attempt) {
        in<ImagesTable>(stage).verticalScrollBar()->setValue(attempt * 700);
        in<ImagesTable>(stage).viewport()->repaint();
    }));
}

namespace
{
const test::Registered<ImagesScreenTest> registered;
}

} // namespace slipway::images

#include "imagesscreen_test.moc"
