// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/world.h"
#include "tests/app/desktop/held.h"
#include "tests/app/desktop/stage.h"
#include "tests/support/testcase.h"
#include "ui/feedback/messagebar.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::desktop
{

using simulator::Fault;

namespace
{

const auto branch = u"slipway/image/google-drive"_s;
const auto compose = u"docker-compose.yml"_s;

/// The page New pull request for google-drive, ready to be sent.
void draft(Stage &stage)
{
    QVERIFY(stage.goTo(u"google-drive"_s));
    stage.press(Qt::Key_P);
    QVERIFY(stage.until([&] {
        const auto *create = stage.button(u"Create pull request"_s);
        return create && create->isEnabled() && !stage.workspace().isRefreshing();
    }));
}

void send(Stage &stage)
{
    stage.press(Qt::CTRL | Qt::Key_Return);
}

[[nodiscard]] bool isOpened(const Stage &stage)
{
    const auto texts = stage.texts();
    return texts.contains(u"Opened #222 in fogis-deployment."_s) ||
           texts.contains(u"Updated #222 in fogis-deployment."_s) ||
           texts.contains(u"#222 in fogis-deployment says so already."_s);
}

/// What the page says of a failure; empty if it says nothing.
[[nodiscard]] QString failureSaid(Stage &stage)
{
    for (const auto *bar : stage.window().findChildren<feedback::MessageBar *>()) {
        if (bar->isVisible() && stage.button(u"Try again"_s) && bar->isAncestorOf(stage.button(u"Try again"_s)))
            return bar->message().what;
    }
    return {};
}

/// Presses Try again and Create, as a person does who has read what happened.
void sendAgain(Stage &stage)
{
    stage.click(u"Try again"_s);
    const auto offers = [&stage](const QString &text) {
        const auto *button = stage.button(text);
        return button && button->isEnabled();
    };
    QVERIFY(stage.until([&] { return offers(u"Create pull request"_s) || offers(u"Update pull request"_s); }));
    QCOMPARE(failureSaid(stage), QString{});
    send(stage);
    QVERIFY(stage.until([&] { return isOpened(stage); }));
}

void verifyOpenedOnce(Stage &stage, const Held &before)
{
    auto &demo = stage.demo;
    const auto base = before.refs.value(u"refs/heads/main"_s);
    QCOMPARE(movedSince(before, demo), QStringList{branch});
    QCOMPARE(openedSince(before, demo), QList{222});
    const auto head = demo.head(branch);
    QCOMPARE(demo.repository().objects.commits.value(head).parents, QStringList{base});
    QCOMPARE(changedIn(demo, head), QStringList{compose});
    QCOMPARE(demo.file(head, compose), composeWithUpdates(demo, base, false));
    QCOMPARE(demo.repository().pulls.value(222).labels, (QStringList{u"dependencies"_s, u"docker"_s}));
}

/// How many requests an opening makes that nothing disturbs; its labels are the last thing that it sends.
[[nodiscard]] int requestsToOpen()
{
    static const int counted = [] {
        Stage stage;
        draft(stage);
        stage.demo.server.faults().clear();
        int count = 0;
        stage.demo.afterRequest = [&](const simulator::Request &request) {
            if (request.method == "POST" && request.path.endsWith("/labels"_L1))
                count = stage.demo.server.faults().count();
        };
        send(stage);
        return stage.until([&] { return isOpened(stage); }) ? count : 0;
    }();
    return counted;
}

/// From that request on, each one fails.
void failFrom(Stage &stage, int request, const Fault &fault)
{
    stage.demo.server.faults().clear();
    stage.demo.server.faults().strike(
        [request, count = 0](const simulator::Request &) mutable { return ++count >= request; }, fault, 10'000);
}

} // namespace

/// What goes wrong between the preview and the pull request is said, and loses or doubles nothing.
class TroublesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }

    void saysWhatStoppedItAndGoesOn_data();
    void saysWhatStoppedItAndGoesOn();
    void losesNoAnswerTwice();
    void namesEachKindOfTrouble_data();
    void namesEachKindOfTrouble();
    void showsWhatTheBaseBecame();
    void sendsNothingForABaseThatMoved();
    void leavesABranchAloneThatSomebodyPushedTo_data();
    void leavesABranchAloneThatSomebodyPushedTo();
};

void TroublesTest::saysWhatStoppedItAndGoesOn_data()
{
    QTest::addColumn<int>("request");
    const int requests = requestsToOpen();
    QVERIFY(requests > 6);
    for (int request = 1; request <= requests; ++request)
        QTest::addRow("from request %d on", request) << request;
}

/// GitHub and the registry stop answering in the middle, and come back when the person tries again.
void TroublesTest::saysWhatStoppedItAndGoesOn()
{
    QFETCH(const int, request);
    Stage stage;
    const auto before = heldBy(stage.demo);
    draft(stage);
    failFrom(stage, request, simulator::serverError());

    send(stage);
    QVERIFY(stage.until([&] { return isOpened(stage) || !failureSaid(stage).isEmpty(); }));
    stage.demo.server.faults().clear();

    if (!isOpened(stage))
        sendAgain(stage);
    verifyOpenedOnce(stage, before);
}

/// Each request in turn is done, but its answer gets lost.
void TroublesTest::losesNoAnswerTwice()
{
    const int requests = requestsToOpen();
    for (int request = 1; request <= requests; ++request) {
        Stage stage;
        const auto before = heldBy(stage.demo);
        draft(stage);
        stage.demo.server.faults().clear();
        stage.demo.server.faults().strike(request, {.manner = Fault::Manner::Reset, .isDone = true});

        send(stage);
        QVERIFY(stage.until([&] { return isOpened(stage) || !failureSaid(stage).isEmpty(); }));

        if (!isOpened(stage))
            sendAgain(stage);
        verifyOpenedOnce(stage, before);
    }
}

void TroublesTest::namesEachKindOfTrouble_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("said");
    QTest::newRow("a token that has ended") << simulator::badCredentials() << u"token"_s;
    QTest::newRow("a secondary limit") << simulator::secondaryLimit(60s) << u"no more requests until"_s;
    QTest::newRow("a cut body") << Fault{.manner = Fault::Manner::CutShort, .isDone = true} << u"api.github.com"_s;
    QTest::newRow("a page for people") << simulator::badGateway() << u"502"_s;
}

/// The request that opens the pull request fails, when the branch is there already.
void TroublesTest::namesEachKindOfTrouble()
{
    QFETCH(const Fault, fault);
    QFETCH(const QString, said);
    Stage stage;
    const auto before = heldBy(stage.demo);
    draft(stage);
    stage.demo.server.faults().clear();
    stage.demo.server.faults().strike(
        [](const simulator::Request &request) {
            return request.method == "POST" && request.path.endsWith("/pulls"_L1);
        },
        fault, 100);

    send(stage);
    QVERIFY(stage.until([&] { return isOpened(stage) || !failureSaid(stage).isEmpty(); }));
    if (isOpened(stage))
        return verifyOpenedOnce(stage, before); // it looked, and found it
    QVERIFY2(failureSaid(stage).contains(said), qPrintable(failureSaid(stage)));
    QCOMPARE(movedSince(before, stage.demo), QStringList{branch});
    stage.demo.server.faults().clear();
    stage.pass(2min);

    sendAgain(stage);
    verifyOpenedOnce(stage, before);
}

/// A refresh sees that main has moved: the new preview comes by itself, and says so.
void TroublesTest::showsWhatTheBaseBecame()
{
    Stage stage;
    draft(stage);
    const auto moved = simulator::commitFiles(stage.demo.world, stage.demo.repository(), u"main"_s,
                                              {{u"README.md"_s, "# Other\n"}}, u"mfager"_s, u"README: who to call"_s);
    stage.press(Qt::Key_F5);

    QVERIFY(stage.says(u"main has moved since this preview; nothing of it changed."_s));
    QVERIFY(stage.until([&] {
        return stage.texts().filter(QString(u"Shown for main at "_s + moved.first(7) + u", content"_s)).size() == 1;
    }));
    send(stage);
    QVERIFY(stage.until([&] { return isOpened(stage); }));
    QCOMPARE(stage.demo.repository().objects.commits.value(stage.demo.head(branch)).parents, QStringList{moved});
}

/// Nobody has told the window yet: it asks before it sends.
void TroublesTest::sendsNothingForABaseThatMoved()
{
    Stage stage;
    draft(stage);
    const auto moved = simulator::commitFiles(stage.demo.world, stage.demo.repository(), u"main"_s,
                                              {{u"README.md"_s, "# Other\n"}}, u"mfager"_s, u"README: who to call"_s);
    const auto before = heldBy(stage.demo);

    send(stage);

    QVERIFY(stage.says(u"main has moved since this preview, so nothing was sent."_s));
    QCOMPARE(movedSince(before, stage.demo), QStringList{});
    stage.click(u"Show new preview"_s);
    QVERIFY(stage.until([&] {
        return stage.texts().filter(QString(u"Shown for main at "_s + moved.first(7) + u", content"_s)).size() == 1;
    }));
    QVERIFY(stage.until([&] { return stage.button(u"Create pull request"_s)->isEnabled(); }));
    send(stage);
    QVERIFY(stage.until([&] { return isOpened(stage); }));
    verifyOpenedOnce(stage, before);
    QCOMPARE(stage.demo.file(stage.demo.head(branch), u"README.md"_s), "# Other\n"_ba);
}

void TroublesTest::leavesABranchAloneThatSomebodyPushedTo_data()
{
    QTest::addColumn<bool>("isOurs");
    QTest::newRow("a branch of their own") << false;
    QTest::newRow("on top of our commit") << true;
}

void TroublesTest::leavesABranchAloneThatSomebodyPushedTo()
{
    QFETCH(const bool, isOurs);
    Stage stage;
    auto &demo = stage.demo;
    if (isOurs) {
        draft(stage);
        send(stage);
        QVERIFY(stage.until([&] { return isOpened(stage); }) && stage.rests());
    } else {
        simulator::moveBranch(demo.world, demo.repository(), branch, demo.head(u"main"_s));
    }
    const auto theirs = simulator::commitFiles(demo.world, demo.repository(), branch, {{u"README.md"_s, "# By hand\n"}},
                                               u"mfager"_s, u"By hand"_s);
    simulator::commitFiles(demo.world, demo.repository(), u"main"_s, {{u"x"_s, "y\n"}}, u"mfager"_s, u"x"_s);
    const auto before = heldBy(demo);

    stage.press(Qt::CTRL | Qt::Key_1);
    QVERIFY(stage.goTo(u"google-drive"_s));
    stage.press(Qt::Key_Space);
    send(stage); // the filled button: Open pull request…
    QVERIFY(stage.offers(isOurs ? u"Update pull request"_s : u"Create pull request"_s));
    send(stage);

    QVERIFY(stage.says(u"Somebody else has put commits on slipway/image/google-drive, so it was left alone. Merge or "
                       "close its pull request, or delete the branch."_s));
    QCOMPARE(demo.head(branch), theirs);
    QCOMPARE(movedSince(before, demo), QStringList{});
    QCOMPARE(openedSince(before, demo), QList<int>{});
}

const slipway::test::Registered<TroublesTest> registered;

} // namespace slipway::desktop

#include "troubles_test.moc"
