// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/registryapi.h"
#include "tests/app/desktop/stage.h"
#include "tests/support/testcase.h"
#include "ui/words/ages.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::desktop
{
namespace
{

/// GitHub answers nothing but that it wants to be left alone; the registries answer as ever.
void limit(Stage &stage, std::chrono::seconds wait)
{
    stage.demo.server.faults().strike([](const auto &request) { return !simulator::isForRegistry(request); },
                                      simulator::secondaryLimit(wait), 10'000);
}

[[nodiscard]] QString askedUntil(const QDateTime &time)
{
    return u"GitHub asks to wait until %1."_s.arg(words::clockTime(time));
}

} // namespace

/// A limit of GitHub's is said under the header, with its end, and is over without a deed of the person.
class WaitingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }

    void saysOnceUntilWhen();
    void asksAgainWhenTheWaitIsOver();
};

void WaitingTest::saysOnceUntilWhen()
{
    Stage stage;
    const auto banner = askedUntil(stage.demo.world.now.addDuration(30min));
    limit(stage, 30min);

    stage.press(Qt::Key_F5);

    QVERIFY(stage.says(banner));
    QVERIFY(stage.rests());
    const auto texts = stage.texts();
    QVERIFY(std::ranges::none_of(texts, [](const QString &text) { return text.contains(u"no more requests"_s); }));
    stage.press(Qt::CTRL | Qt::Key_2); // it is about every screen
    QVERIFY(stage.says(banner));

    stage.demo.server.faults().clear();
    int asked = 0;
    stage.demo.isLost = [&](const auto &request) {
        asked += simulator::isForRegistry(request) ? 0 : 1;
        return false;
    };
    stage.pass(29min);
    stage.press(Qt::Key_F5);
    QVERIFY(stage.rests());
    QCOMPARE(asked, 0); // it is left alone
    QVERIFY(stage.isSaid(banner));
    stage.pass(1min);
    stage.press(Qt::Key_F5);
    QVERIFY(stage.until([&] { return !stage.isSaid(banner); }));
}

void WaitingTest::asksAgainWhenTheWaitIsOver()
{
    Stage stage;
    const auto banner = askedUntil(stage.demo.world.now.addDuration(1s));
    limit(stage, 1s);
    stage.press(Qt::Key_F5);
    QVERIFY(stage.says(banner));
    QVERIFY(stage.rests());

    stage.demo.server.faults().clear();
    stage.pass(1s);

    QVERIFY(stage.until([&] { return !stage.isSaid(banner); }));
    QVERIFY(stage.until([&] { return stage.workspace().snapshot().refreshedAt >= stage.demo.world.now; }));
    QVERIFY(!stage.workspace().snapshot().problem);
}

const test::Registered<WaitingTest> registered;

} // namespace slipway::desktop

#include "waiting_test.moc"
