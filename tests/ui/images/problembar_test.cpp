// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/projects.h"
#include "tests/support/testcase.h"
#include "tests/ui/images/stage.h"
#include "ui/feedback/messagebar.h"
#include "ui/images/problembar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using workspace::Snapshot;

namespace
{

Problem problem(Problem::Severity severity, const QString &file, const QString &message)
{
    return {
        .file = file, .line = 12, .column = 3, .severity = severity, .code = u"duplicate-key"_s, .message = message};
}

/// As after a refresh that found a compose file broken, and something odd in another one.
Snapshot broken()
{
    auto all = harbour::snapshot();
    all.commit = u"f494477c83d51f09aedb3fa1f22a686f961d739c"_s;
    all.problems = {
        problem(Problem::Severity::Warning, u"tools/compose #1.yaml"_s, u"Nothing uses the variable LOKI_TAG."_s),
        problem(Problem::Severity::Error, u"docker-compose.yml"_s, u"The key \"image\" is there twice."_s)};
    return all;
}

/// The bar of the Images screen, as a person reads and presses it.
struct Shown
{
    explicit Shown(const Snapshot &snapshot)
        : stage({1360, 860}, snapshot)
    {
    }

    [[nodiscard]] ProblemBar &bar() { return *stage.screen().findChild<ProblemBar *>(); }
    [[nodiscard]] QString says() { return message().what + u' ' + message().more; }
    [[nodiscard]] const feedback::Message &message() { return bar().findChild<feedback::MessageBar *>()->message(); }
    [[nodiscard]] QPushButton *button(const QString &text)
    {
        const auto buttons = bar().findChildren<QPushButton *>();
        for (auto *button : buttons) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }
    [[nodiscard]] QToolButton &close() { return *bar().findChild<QToolButton *>(); }

    Stage stage;
};

} // namespace

class ProblemBarTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrongWithAFileAndWhere()
    {
        Shown shown(broken());
        const QSignalSpy followed(&shown.stage.screen(), &ImagesScreen::linkActivated);

        QVERIFY(shown.bar().isVisible());
        QCOMPARE(shown.message().kind, feedback::Message::Kind::Failure); // errors before warnings
        QCOMPARE(shown.says(), u"The key \"image\" is there twice. docker-compose.yml, line 12, column 3 on "
                               "main. The next check reads what was mended there."_s);
        shown.button(u"Open on GitHub"_s)->click();
        QCOMPARE(followed.last().first(),
                 u"https://github.com/PitchConnect/fogis-deployment/blob/f494477c83d51f09aedb3fa1f22a686f961d739c/"
                 "docker-compose.yml#L12"_s);
    }

    void goesThroughSeveral()
    {
        Shown shown(broken());
        const QSignalSpy followed(&shown.stage.screen(), &ImagesScreen::linkActivated);

        shown.button(u"Next problem"_s)->click();
        QCOMPARE(shown.message().kind, feedback::Message::Kind::Attention);
        QCOMPARE(shown.message().what, u"Nothing uses the variable LOKI_TAG."_s);
        shown.button(u"Open on GitHub"_s)->click();
        QVERIFY(followed.last().first().toString().endsWith(u"/tools/compose%20%231.yaml#L12"_s));
        shown.button(u"Next problem"_s)->click();
        QCOMPARE(shown.message().what, u"The key \"image\" is there twice."_s);
    }

    void copiesThemAll()
    {
        Shown shown(broken());

        shown.button(u"Copy details"_s)->click();

        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"docker-compose.yml:12:3: The key \"image\" is there twice. (duplicate-key)\n"
                 "tools/compose #1.yaml:12:3: Nothing uses the variable LOKI_TAG. (duplicate-key)"_s);
    }

    void staysClosedUntilSomethingElseIsWrong()
    {
        Shown shown(broken());

        shown.close().click();
        QVERIFY(!shown.bar().isVisible());
        auto again = broken();
        again.rows.first().releasesBehind = 7; // another refresh, the same problems
        shown.stage.screen().apply(again);
        QVERIFY(!shown.bar().isVisible());
        again.problems.removeFirst();
        shown.stage.screen().apply(again);
        QVERIFY(shown.bar().isVisible());
        again.problems.clear();
        shown.stage.screen().apply(again);
        QVERIFY(!shown.bar().isVisible());
    }

    void leavesItToTheEmptyViewThatThereIsNoComposeFile()
    {
        auto all = harbour::snapshot();
        all.rows.clear();
        all.composeFileNames.clear();
        all.problems = {{.file = u"compose.yaml"_s,
                         .line = {},
                         .column = {},
                         .code = u"file-missing"_s,
                         .message = compose::withoutBaseFile()}};
        Shown shown(all);
        QVERIFY(!shown.bar().isVisible());

        all.problems.first().message = u"There is no such file."_s; // one that slipway.yml lists
        shown.stage.screen().apply(all);
        QVERIFY(shown.bar().isVisible());

        all.problems.clear(); // a pattern of slipway.yml that fits nothing
        shown.stage.screen().apply(all);
        QVERIFY(texts(shown.stage.window()).contains(u"There is no compose file in fogis-deployment."_s));

        all.problems.append(problem(Problem::Severity::Error, u".github/slipway.yml"_s, u"It is no YAML."_s));
        shown.stage.screen().apply(all);
        QVERIFY(shown.bar().isVisible());
    }

    void saysWhyARefreshFailedFirst()
    {
        auto all = broken();
        all.problem = Error{.kind = Error::Kind::Timeout, .message = u"GitHub did not answer in 30 s."_s};
        Shown shown(all);

        QCOMPARE(shown.message().what, u"GitHub did not answer in 30 s."_s);
        QVERIFY(!shown.close().isVisible());
        shown.button(u"Try again"_s)->click();
        QCOMPARE(shown.stage.asked.last(), u"checkNow"_s);

        shown.stage.screen().apply(broken());
        QCOMPARE(shown.message().what, u"The key \"image\" is there twice."_s);
    }

    void asksForAnotherTokenWhereOneHelps_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("button");
        QTest::newRow("401") << Error::Kind::Unauthorized << u"Sign in…"_s;
        QTest::newRow("a scope is missing") << Error::Kind::Forbidden << u"Sign in…"_s;
        QTest::newRow("not seen with this token") << Error::Kind::NotFound << u"Connect again…"_s;
    }

    void asksForAnotherTokenWhereOneHelps()
    {
        QFETCH(const Error::Kind, kind);
        QFETCH(const QString, button);
        auto all = harbour::snapshot();
        all.problem = Error{.kind = kind, .message = u"The token does not do."_s};
        Shown shown(all);

        shown.button(button)->click();
        QCOMPARE(shown.stage.asked.last(), u"signIn"_s);

        all.rows.clear(); // then the empty view says it
        shown.stage.screen().apply(all);
        QVERIFY(!shown.bar().isVisible());
        const auto buttons = shown.stage.screen().findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(
            buttons, [&](const QPushButton *each) { return each->isVisible() && each->text() == button; });
        QVERIFY(found != buttons.end());
        shown.stage.asked.clear();
        (*found)->click();
        QCOMPARE(shown.stage.asked, QStringList{u"signIn"_s});
    }

    void isAllThereIsWithoutRows()
    {
        auto all = broken();
        all.rows.clear();
        Shown shown(all);

        QVERIFY(shown.bar().isVisible());
        const auto labels = shown.stage.screen().findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() &&
                   label->text() == u"No image could be read from the compose files of fogis-deployment."_s;
        }));
    }
};

namespace
{
const test::Registered<ProblemBarTest> registered;
}

} // namespace slipway::images

#include "problembar_test.moc"
