// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desktop/held.h"
#include "tests/app/desktop/stage.h"
#include "tests/support/testcase.h"
#include "ui/pullrequest/pullrequestscreen.h"
#include "ui/review/reviewscreen.h"

#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace slipway::desktop
{

namespace
{

const auto compose = u"docker-compose.yml"_s;

// What demo.md says, word for word.
const QStringList imagesScreen{
    u"10 images in 2 compose files"_s,
    u"Review 3 updates"_s,
    u"Images, 6 to look at"_s,
    u"Review, 3 to look at"_s,
    u"This is the demo. Nothing leaves this machine."_s,
    u"calendar-sync, failed, running 2.1.0, newest 2.2.0, failed on canary-1"_s,
    u"fogis-api-client in tools/compose.yaml, update ready, running 1.4.2, newest 1.5.0, pull request 220"_s,
    u"latest 576136e → d3bd421"_s,
    u"7.4.1-alpine → 7.4.2-alpine"_s,
    u"#219 merged"_s,
    u"44 min"_s,
};

const QStringList reviewOfGoogleDrive{
    u"3 await you"_s,
    u"Update google-drive to latest"_s,
    u"Behind"_s,
    u"slipway/image/google-drive → main"_s,
    u"One line changes in docker-compose.yml. latest points to a newer image, pushed on 24 Nov, 09:31; it brings 3 "
    "commits."_s,
    u"x-drive"_s,
    u"Shown for main at f494477. If it moves, you see a new preview."_s,
};

const QStringList reviewOfFogisApiClient{
    u"Update fogis-api-client to 1.5.0"_s,
    u"Ready to merge"_s,
    u"#220"_s,
    u"slipway/image/fogis-api-client → main"_s,
    u"One line changes in each of 2 files. It is the first minor release since 1.4.2 and brings 7 commits."_s,
    u"2 files, change 1 of 2"_s,
};

const auto batchText =
    u"Updates 2 images in 1 file.\n\n| service | from | to |\n|---|---|---|\n"
    "| google-drive | latest 576136e | latest d3bd421 |\n| queue | 7.4.1-alpine | 7.4.2-alpine |\n\n"
    "google-drive: [3 commits](https://github.com/PitchConnect/google-drive-service/compare/"
    "63214e80e3cdaf8d26e441a36a1f086573ae76b2...9aa53f9f9b8fc0acc5a5b2bf33347dc5de3bd025), main of 2026-11-24 08:31 "
    "UTC, 9aa53f9.\nqueue: no source repository is named.\n\nOpened with Slipway.\n"_s;

const QStringList newPullRequest{
    u"2 updates in PitchConnect/fogis-deployment"_s,
    u"Update google-drive and queue"_s,
    u"slipway/image-batch"_s,
    u"main"_s,
    batchText,
    u"2 hidden lines for Slipway"_s,
    u"Exactly this will be sent"_s,
    u"1 commit, 1 file, 2 lines"_s,
    u"services › queue"_s,
    u"Only the two image values differ; every other byte of the file is the same"_s,
    u"Both images are in the registry; 1 of 2 claims its provenance"_s,
    u"Both images still have all their platforms"_s,
    u"No open pull request has these services"_s,
    u"Shown for main at f494477, content sha256:cf840f65"_s,
};

/// One branch and one pull request came, with exactly the bytes that were shown, on the commit they were shown for.
void verifyOpened(test::Demo &demo, const Held &before, const QString &branch, bool isQueueToo)
{
    const auto base = before.refs.value(u"refs/heads/main"_s);
    QCOMPARE(movedSince(before, demo), QStringList{branch});
    QCOMPARE(openedSince(before, demo), QList{222});
    const auto head = demo.head(branch);
    const auto &commit = demo.repository().objects.commits.value(head);
    QCOMPARE(commit.parents, QStringList{base});
    QCOMPARE(changedIn(demo, head), QStringList{compose});
    QCOMPARE(demo.file(head, compose), composeWithUpdates(demo, base, isQueueToo));
    const auto &pull = demo.repository().pulls.value(222);
    QCOMPARE(pull.head, branch);
    QCOMPARE(pull.base, u"main"_s);
    QCOMPARE(commit.message.trimmed(), pull.title);
    QCOMPARE(pull.labels, (QStringList{u"dependencies"_s, u"docker"_s}));
}

} // namespace

/// From the demo's images to an opened pull request.
class OpeningTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }

    void beginsWithTheDemo();
    void byKeyboard();
    void byMouse();
    void thePageIsMadeAhead();
    void oneForEachInstead();
    void theBannerOfTheDemoIsNotAboutOtherPages();
};

/// The demo of the first page brings a server of its own, in a thread.
void OpeningTest::beginsWithTheDemo()
{
    Stage stage(Stage::As::Newcomer);
    QVERIFY(stage.says(u"Welcome to Slipway"_s));

    stage.press(Qt::Key_Tab);
    stage.press(Qt::Key_Space);

    QVERIFY(stage.rests());
    QCOMPARE(stage.missing({u"10 images in 2 compose files"_s, u"Review 3 updates"_s}), QStringList{});
    QVERIFY(stage.currentRow().startsWith(u"calendar-sync, failed"_s));
}

void OpeningTest::byKeyboard()
{
    Stage stage(Stage::As::Demo);
    const auto before = heldBy(stage.demo);
    QCOMPARE(stage.missing(imagesScreen), QStringList{});
    QVERIFY(stage.currentRow().startsWith(u"calendar-sync"_s));

    QVERIFY(stage.goTo(u"google-drive"_s));
    stage.press(Qt::Key_V);
    QCOMPARE(stage.missing(reviewOfGoogleDrive), QStringList{});
    QVERIFY(stage.goTo(u"fogis-api-client"_s));
    QCOMPARE(stage.missing(reviewOfFogisApiClient), QStringList{});

    QVERIFY(stage.goTo(u"google-drive"_s));
    stage.press(Qt::Key_Space);
    QVERIFY(stage.goTo(u"queue"_s));
    stage.press(Qt::Key_Space);
    stage.press(Qt::Key_P);
    QCOMPARE(stage.missing(newPullRequest), QStringList{});
    QCOMPARE(heldBy(stage.demo).refs, before.refs); // nothing was sent so far
    stage.press(Qt::CTRL | Qt::Key_Return);

    QVERIFY(stage.says(u"Opened #222 in fogis-deployment."_s));
    verifyOpened(stage.demo, before, u"slipway/image-batch"_s, true);
    const auto head = stage.demo.head(u"slipway/image-batch"_s);
    QCOMPARE(contentHash(stage.demo, head, compose), u"cf840f65"_s);
    const auto &pull = stage.demo.repository().pulls.value(222);
    QCOMPARE(pull.title, u"Update google-drive and queue"_s);
    QVERIFY(pull.body.startsWith(batchText));
    QCOMPARE(pull.body.count("<!-- slipway:"_L1), 2);
    QVERIFY(stage.says(u"google-drive, queue, blocked, 2 updates, #222"_s));
}

/// After the first check, when nobody waits for it.
void OpeningTest::thePageIsMadeAhead()
{
    Stage stage;
    const auto *page = stage.window().findChild<pullrequest::PullRequestScreen *>();
    QVERIFY(stage.until([&] { return (page = stage.window().findChild<pullrequest::PullRequestScreen *>()); }));
    QVERIFY(!page->isVisible());
    QCOMPARE(stage.program().pullRequestScreen(), page);
}

void OpeningTest::byMouse()
{
    Stage stage(Stage::As::Demo);
    const auto before = heldBy(stage.demo);

    stage.click(*stage.window().findChild<QTreeView *>(), u"google-drive"_s);
    stage.click(u"Review update"_s);
    QCOMPARE(stage.missing(reviewOfGoogleDrive), QStringList{});
    stage.click(u"Open pull request…"_s);
    QCOMPARE(stage.missing({u"Update google-drive to latest, main of 2026-11-24 08:31 UTC, 9aa53f9"_s,
                            u"1 commit, 1 file, 1 line"_s, u"slipway/image/google-drive"_s}),
             QStringList{});
    stage.click(u"Create pull request"_s);

    QVERIFY(stage.says(u"Opened #222 in fogis-deployment."_s));
    verifyOpened(stage.demo, before, u"slipway/image/google-drive"_s, false);
    QVERIFY(stage.rests());
    stage.click(u"Show"_s);
    QCOMPARE(stage.missing({u"Update google-drive to latest, main of 2026-11-24 08:31 UTC, 9aa53f9"_s, u"#222"_s}),
             QStringList{});
}

void OpeningTest::oneForEachInstead()
{
    Stage stage;
    const auto before = heldBy(stage.demo);
    stage.press(Qt::CTRL | Qt::Key_2);
    for (const auto &service : {u"google-drive"_s, u"queue"_s}) {
        QVERIFY(stage.goTo(service));
        stage.press(Qt::Key_Space);
    }
    stage.press(Qt::Key_P);
    QVERIFY(stage.offers(u"One for each instead"_s));
    stage.click(u"One for each instead"_s);

    for (const int turn : {1, 2}) {
        QVERIFY(stage.says(u"1 update in PitchConnect/fogis-deployment"_s +
                           (turn == 1 ? u", 1 more after it"_s : QString{})));
        QVERIFY(stage.offers(u"Create pull request"_s));
        stage.press(Qt::CTRL | Qt::Key_Return);
        QVERIFY(stage.says(u"Opened #%1 in fogis-deployment."_s.arg(221 + turn)));
    }

    QVERIFY(stage.rests());
    QVERIFY(stage.program().reviewScreen()->isVisible());
    auto branches = movedSince(before, stage.demo);
    branches.sort();
    QCOMPARE(branches, (QStringList{u"slipway/image/google-drive"_s, u"slipway/image/queue"_s}));
    QCOMPARE(openedSince(before, stage.demo), (QList{222, 223}));
    for (const auto &branch : branches)
        QCOMPARE(stage.demo.repository().objects.commits.value(stage.demo.head(branch)).parents,
                 QStringList{before.refs.value(u"refs/heads/main"_s)});
}

/// What is asked of GitHub from the page Connect does leave this machine.
void OpeningTest::theBannerOfTheDemoIsNotAboutOtherPages()
{
    const auto banner = u"This is the demo. Nothing leaves this machine."_s;
    Stage stage(Stage::As::Demo);
    QVERIFY(stage.isSaid(banner));

    stage.press(Qt::CTRL | Qt::Key_N);
    QVERIFY(stage.says(u"Connect to GitHub"_s));
    QVERIFY(!stage.isSaid(banner));
    stage.click(u"Back"_s);
    QVERIFY(stage.isSaid(banner));
}

const slipway::test::Registered<OpeningTest> registered;

} // namespace slipway::desktop

#include "opening_test.moc"
