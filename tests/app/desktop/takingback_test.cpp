// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/world.h"
#include "tests/app/desktop/held.h"
#include "tests/app/desktop/stage.h"
#include "tests/support/testcase.h"

#include <QDesktopServices>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::desktop
{

namespace
{

const auto policyFile = u".github/slipway.yml"_s;

/// Holds google-drive for a week, as the dialog proposes, up to the opened pull request.
void hold(Stage &stage)
{
    QVERIFY(stage.goTo(u"google-drive"_s));
    stage.press(Qt::Key_H);
    QVERIFY(stage.says(u"Hold google-drive?"_s));
    stage.press(Qt::Key_Return);
    QCOMPARE(stage.missing({u"1 setting in PitchConnect/fogis-deployment"_s, u"Hold google-drive until 1 Dec 2026"_s,
                            u"slipway/policy"_s, u"services › google-drive"_s, u"-  google-drive: { follow: digest }"_s,
                            u"+  google-drive: { follow: digest, hold: 2026-12-01 }"_s,
                            u"Only this setting differs; every old line still stands"_s}),
             QStringList{});
    stage.press(Qt::CTRL | Qt::Key_Return);
    QVERIFY(stage.says(u"Opened #222: Hold google-drive until 1 Dec 2026."_s));
}

/// Stands in for the person's browser.
class Browser final : public QObject
{
    Q_OBJECT

public:
    Browser() { QDesktopServices::setUrlHandler(u"https"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"https"_s); }

    QList<QUrl> opened = {};

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

/// Opens the update of google-drive as #222.
void update(Stage &stage)
{
    QVERIFY(stage.goTo(u"google-drive"_s));
    stage.press(Qt::Key_P);
    QVERIFY(stage.offers(u"Create pull request"_s));
    stage.press(Qt::CTRL | Qt::Key_Return);
    QVERIFY(stage.says(u"Opened #222 in fogis-deployment."_s));
    QVERIFY(stage.rests());
}

} // namespace

/// What a person did can be taken back from the window.
class TakingBackTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }

    void proposesAHoldAndTakesItBack();
    void keepsWhatWasProposedBefore();
    void offersTheFileThatItCannotChange();
    void closesAnUpdate();
    void writesAnotherTitle();
    void saysThatItCouldNotBeClosed();
    void saysThatItCouldNotBeTakenBack();
};

void TakingBackTest::proposesAHoldAndTakesItBack()
{
    Stage stage;
    auto &demo = stage.demo;
    const auto before = heldBy(demo);
    hold(stage);

    QCOMPARE(movedSince(before, demo), QStringList{u"slipway/policy"_s});
    QCOMPARE(openedSince(before, demo), QList{222});
    const auto head = demo.head(u"slipway/policy"_s);
    QCOMPARE(changedIn(demo, head), QStringList{policyFile});
    QCOMPARE(demo.file(head, policyFile),
             demo.file(demo.head(u"main"_s), policyFile)
                 .replace("google-drive: { follow: digest }", "google-drive: { follow: digest, hold: 2026-12-01 }"));
    QCOMPARE(demo.repository().pulls.value(222).labels, QStringList{u"policy"_s});

    stage.press(Qt::CTRL | Qt::Key_1);
    QVERIFY(stage.rests());
    QVERIFY(stage.goTo(u"google-drive"_s));
    QCOMPARE(stage.currentRow(),
             u"google-drive, behind, running latest 576136e, newest latest d3bd421, hold proposed in #222"_s);
    stage.press(Qt::CTRL | Qt::Key_Z);

    QVERIFY(stage.says(u"Closed #222."_s));
    QVERIFY(!demo.repository().pulls.value(222).isOpen());
    QVERIFY(stage.until([&] { return !stage.currentRow().contains("#222"_L1); }));
    stage.press(Qt::CTRL | Qt::Key_Z); // there is nothing more to take back
    QCOMPARE(demo.repository().pulls.lastKey(), 222);
}

/// A second proposal goes into the same pull request: closing it would take back the first one, too.
void TakingBackTest::keepsWhatWasProposedBefore()
{
    Stage stage;
    hold(stage);
    stage.press(Qt::CTRL | Qt::Key_1);
    QVERIFY(stage.goTo(u"queue"_s));
    stage.press(Qt::Key_H);
    QVERIFY(stage.says(u"Hold queue?"_s));
    stage.press(Qt::Key_Return);
    QVERIFY(stage.offers(u"Update pull request"_s));
    stage.press(Qt::CTRL | Qt::Key_Return);

    QVERIFY(stage.says(u"Updated #222 in fogis-deployment."_s));
    stage.press(Qt::CTRL | Qt::Key_Z);
    QVERIFY(stage.rests());
    QVERIFY(stage.demo.repository().pulls.value(222).isOpen());
    const auto text = stage.demo.file(stage.demo.head(u"slipway/policy"_s), policyFile);
    QVERIFY(text.contains("google-drive: { follow: digest, hold: 2026-12-01 }"));
    QCOMPARE(text.count("hold: 2026-12-01"), 3); // and reverse-proxy, which was held before
}

void TakingBackTest::offersTheFileThatItCannotChange()
{
    Stage stage;
    auto &demo = stage.demo;
    const auto text = demo.file(demo.head(u"main"_s), policyFile);
    simulator::commitFiles(demo.world, demo.repository(), u"main"_s, {{policyFile, text + "servics: {}\n"}},
                           u"mfager"_s, u"More"_s);
    QVERIFY(stage.goTo(u"google-drive"_s));
    stage.press(Qt::Key_H);
    QVERIFY(stage.says(u"Hold google-drive?"_s));
    stage.press(Qt::Key_Return);
    QVERIFY(stage.offers(u"Open file"_s));
    QVERIFY(stage.button(u"Try again"_s));

    const Browser browser;
    stage.click(u"Open file"_s);

    QCOMPARE(browser.opened,
             QList{QUrl{u"https://github.com/PitchConnect/fogis-deployment/blob/main/.github/slipway.yml"_s}});
}

void TakingBackTest::closesAnUpdate()
{
    Stage stage;
    update(stage);

    QVERIFY(stage.goTo(u"google-drive"_s));
    stage.press(Qt::Key_X);
    QVERIFY(stage.says(u"Close #222?"_s));
    stage.press(Qt::Key_Return);

    QVERIFY(stage.says(u"Closed #222."_s));
    QVERIFY(!stage.demo.repository().pulls.value(222).isOpen());
    QVERIFY(!stage.demo.head(u"slipway/image/google-drive"_s).isEmpty());
    QVERIFY(stage.says(u"google-drive, behind, latest 576136e → d3bd421"_s)); // it is offered again
}

/// Into the pull request that was just opened: Review has chosen it by then.
void TakingBackTest::writesAnotherTitle()
{
    Stage stage;
    auto &demo = stage.demo;
    update(stage);
    const auto before = heldBy(demo);
    const auto head = demo.head(u"slipway/image/google-drive"_s);

    stage.press(Qt::Key_E);
    QCOMPARE(stage.missing({u"Update #222"_s, u"#222 is open, and gets this"_s}), QStringList{});
    QVERIFY(stage.offers(u"Update pull request"_s));
    stage.press(Qt::CTRL | Qt::Key_A);
    stage.write(u"Drive: the fix"_s);
    stage.press(Qt::CTRL | Qt::Key_Return);

    QVERIFY(stage.says(u"Updated #222 in fogis-deployment."_s) ||
            stage.says(u"#222 in fogis-deployment says so already."_s));
    QCOMPARE(demo.repository().pulls.value(222).title, u"Drive: the fix"_s);
    QCOMPARE(demo.head(u"slipway/image/google-drive"_s), head);
    QCOMPARE(openedSince(before, demo), QList<int>{});
    QVERIFY(stage.rests());
}

void TakingBackTest::saysThatItCouldNotBeClosed()
{
    Stage stage;
    update(stage);
    QVERIFY(stage.goTo(u"google-drive"_s));
    stage.press(Qt::Key_X);
    QVERIFY(stage.says(u"Close #222?"_s));
    stage.demo.server.faults().strike([](const auto &request) { return request.method == "PATCH"; },
                                      simulator::badCredentials(), 100);
    stage.press(Qt::Key_Return);

    QVERIFY(stage.until([&] { return stage.button(u"Try again"_s) != nullptr; }));
    QVERIFY(stage.demo.repository().pulls.value(222).isOpen());
    stage.demo.server.faults().clear();
    stage.click(u"Try again"_s);
    QVERIFY(stage.says(u"Closed #222."_s));
    QVERIFY(!stage.button(u"Try again"_s));
    QVERIFY(!stage.demo.repository().pulls.value(222).isOpen());
}

void TakingBackTest::saysThatItCouldNotBeTakenBack()
{
    Stage stage;
    hold(stage);
    QVERIFY(stage.rests());
    stage.demo.server.faults().strike([](const auto &request) { return request.method == "PATCH"; },
                                      simulator::serverError(), 100);
    stage.click(u"Undo closes it"_s);

    QVERIFY(stage.until([&] { return stage.button(u"Try again"_s) != nullptr; }));
    stage.demo.server.faults().clear();
    stage.click(u"Try again"_s);
    QVERIFY(stage.says(u"Closed #222."_s));
    QVERIFY(!stage.demo.repository().pulls.value(222).isOpen());
}

const slipway::test::Registered<TakingBackTest> registered;

} // namespace slipway::desktop

#include "takingback_test.moc"
