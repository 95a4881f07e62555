// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/world.h"
#include "tests/app/desktop/stage.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::desktop
{
namespace
{

const auto compose = u"docker-compose.yml"_s;

/// Review, with the change of that name, as soon as its preview is there.
void review(Stage &stage, const QString &change)
{
    stage.press(Qt::CTRL | Qt::Key_2);
    QVERIFY(stage.goTo(change));
    QVERIFY(stage.until([&] { return stage.texts().filter(u"Shown for main at "_s).size() == 1; }));
    QVERIFY(stage.rests());
}

/// Somebody pushes to main, and the window hears of it.
void push(Stage &stage, const QString &path, const QByteArray &text)
{
    auto &demo = stage.demo;
    const auto before = demo.file(demo.head(u"main"_s), path);
    simulator::commitFiles(demo.world, demo.repository(), u"main"_s, {{path, text + before}}, u"mfager"_s, u"More"_s);
    stage.press(Qt::Key_F5);
}

} // namespace

/// The base moves below what Review shows.
class MovedBaseTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }

    void showsWhatTheMoveChangedInThePreview()
    {
        Stage stage;
        review(stage, u"google-drive"_s);

        push(stage, compose, "# Who to call: mfager\n");

        QVERIFY(stage.says(u"main has moved since this preview. Here is the new one; 1 file changed."_s));
        stage.click(u"Show difference"_s);
        QVERIFY(stage.says(u"+# Who to call: mfager"_s));
        QVERIFY(stage.isSaid(u"What differs from the old preview"_s));
        QCOMPARE(stage.texts().filter(u"latest@sha256"_s).size(), 0);
        stage.click(u"Show new preview"_s);
        QVERIFY(!stage.isSaid(u"+# Who to call: mfager"_s));
        QVERIFY(stage.isSaid(u"Changes"_s));
        QVERIFY(stage.offers(u"Show difference"_s));
    }

    void saysThatNothingOfThePreviewChanged()
    {
        Stage stage;
        review(stage, u"google-drive"_s);

        push(stage, u"README.md"_s, "# Other\n");

        QVERIFY(stage.says(u"main has moved since this preview; nothing of it changed."_s));
        QVERIFY(!stage.button(u"Show difference"_s));
    }

    /// What an open pull request changes stays what it is.
    void saysSoOfAPullRequestToo()
    {
        Stage stage;
        review(stage, u"fogis-api-client"_s);

        push(stage, compose, "# Who to call: mfager\n");

        QVERIFY(stage.says(u"main has moved since this preview; nothing of it changed."_s));
    }

    void saysNothingOfAnotherChange()
    {
        Stage stage;
        review(stage, u"google-drive"_s);
        push(stage, compose, "# Who to call: mfager\n");
        QVERIFY(stage.offers(u"Show difference"_s));
        stage.click(u"Show difference"_s);

        stage.press(Qt::CTRL | Qt::Key_2);
        QVERIFY(stage.goTo(u"queue"_s));

        QVERIFY(stage.says(u"Update queue to 7.4.2-alpine"_s));
        QVERIFY(!stage.button(u"Show new preview"_s));
        QVERIFY(stage.isSaid(u"Changes"_s));
    }

    void saysSoOfAPullRequestThatGotACommit()
    {
        Stage stage;
        auto &demo = stage.demo;
        review(stage, u"fogis-api-client"_s);
        const auto branch = u"slipway/image/fogis-api-client"_s;
        const QByteArray text = "# By hand\n" + demo.file(demo.head(branch), compose);
        simulator::commitFiles(demo.world, demo.repository(), branch, {{compose, text}}, u"mfager"_s, u"By hand"_s);

        stage.press(Qt::Key_F5);

        QVERIFY(stage.says(u"#220 has changed since this preview. Here is the new one; 1 file changed."_s));
    }
};

const slipway::test::Registered<MovedBaseTest> registered;

} // namespace slipway::desktop

#include "movedbase_test.moc"
