// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desktop/stage.h"
#include "tests/support/testcase.h"

#include <QAction>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::desktop
{

namespace
{

bool isEnabled(Stage &stage, const QString &command)
{
    const auto commands = stage.window().commands();
    for (const auto *each : commands)
        if (each->objectName() == command)
            return each->isEnabled();
    return false;
}

} // namespace

/// What can be done, and what not, while something is being sent and while nothing can be.
class SendingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }

    void quittingAsksFirst_data();
    void quittingAsksFirst();
    void offlineNothingIsOfferedThatSends();
};

void SendingTest::quittingAsksFirst_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("Quit") << int(Qt::Key_Q);
    QTest::newRow("Close window") << int(Qt::Key_W);
}

void SendingTest::quittingAsksFirst()
{
    QFETCH(const int, key);
    Stage stage;
    QVERIFY(stage.goTo(u"google-drive"_s));
    stage.press(Qt::Key_P);
    QVERIFY(stage.offers(u"Create pull request"_s));
    int asked = 0;
    stage.demo.afterRequest = [&](const auto &request) {
        if (!request.path.endsWith("/git/trees"_L1) || std::exchange(asked, 1) > 0)
            return;
        stage.press(Qt::CTRL | static_cast<Qt::Key>(key));
        stage.window().close(); // as the system may, once more
        asked = int(stage.window().findChildren<QDialog *>().size());
    };

    stage.press(Qt::CTRL | Qt::Key_Return);

    QVERIFY(stage.says(u"Quit while a pull request is being sent?"_s));
    QCOMPARE(asked, 1);
    QVERIFY(stage.window().isVisible());
    stage.click(u"Cancel"_s);
    QVERIFY(stage.says(u"Opened #222 in fogis-deployment."_s));
    QVERIFY(stage.window().isVisible());
    QVERIFY(stage.window().close());
}

void SendingTest::offlineNothingIsOfferedThatSends()
{
    Stage stage;
    stage.press(Qt::CTRL | Qt::Key_2);
    QVERIFY(stage.rests());
    QVERIFY(isEnabled(stage, u"review.edit"_s));
    QVERIFY(isEnabled(stage, u"review.close"_s));

    stage.demo.isLost = [](const auto &) { return true; };
    stage.press(Qt::Key_F5);
    QVERIFY(stage.until([&] { return stage.workspace().snapshot().offlineSince.isValid(); }));

    QVERIFY(stage.until([&] { return !isEnabled(stage, u"review.edit"_s); }));
    QVERIFY(!isEnabled(stage, u"review.close"_s));
}

const test::Registered<SendingTest> registered;

} // namespace slipway::desktop

#include "sending_test.moc"
