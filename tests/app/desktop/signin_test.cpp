// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desktop/stage.h"
#include "tests/support/testcase.h"

#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::desktop
{
namespace
{

const auto revoked = u"github.com does not accept the token (401). It has expired or was revoked: make a new one."_s;
const auto fresh = u"ghp_1111111111111111111111111111111111111"_s;

void revokeToken(test::Demo &demo)
{
    demo.world.tokens.insert(fresh, demo.world.tokens.take(QString::fromLatin1(simulator::demoToken)));
}

} // namespace

/// A token ends while the window is open.
class SignInTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackToTheImages();
    void comesBackToAHalfWrittenPullRequest();
};

void SignInTest::comesBackToTheImages()
{
    Stage stage;
    QVERIFY(stage.goTo(u"queue"_s));
    revokeToken(stage.demo);
    stage.press(Qt::Key_F5);
    QVERIFY(stage.says(revoked));

    stage.click(u"Sign in…"_s);
    QCOMPARE(stage.missing({u"github.com"_s, u"PitchConnect/fogis-deployment"_s, revoked}), QStringList{});
    stage.click(u"Back"_s); // not now
    QVERIFY(stage.currentRow().startsWith(u"queue,"_s));

    stage.click(u"Sign in…"_s);
    stage.write(fresh);
    stage.click(u"Connect"_s);
    QVERIFY(stage.rests());

    QVERIFY(!stage.isSaid(revoked));
    QVERIFY(stage.currentRow().startsWith(u"queue,"_s));
    QVERIFY(!stage.program().session()->workspace().snapshot().problem);
}

void SignInTest::comesBackToAHalfWrittenPullRequest()
{
    Stage stage;
    QVERIFY(stage.goTo(u"google-drive"_s));
    stage.press(Qt::Key_P);
    QVERIFY(stage.says(u"1 commit, 1 file, 1 line"_s));
    stage.write(u"In my own words"_s); // over the title, which is selected
    revokeToken(stage.demo);
    stage.press(Qt::CTRL | Qt::Key_Return);
    QVERIFY(stage.says(revoked));

    stage.click(u"Sign in…"_s);
    stage.write(fresh);
    stage.click(u"Connect"_s);
    QVERIFY(stage.rests());
    QVERIFY(stage.isSaid(u"In my own words"_s));
    stage.press(Qt::CTRL | Qt::Key_Return);

    QVERIFY(stage.says(u"Opened #222 in fogis-deployment."_s));
    QCOMPARE(stage.demo.repository().pulls.value(222).title, u"In my own words"_s);
}

const slipway::test::Registered<SignInTest> registered;

} // namespace slipway::desktop

#include "signin_test.moc"
