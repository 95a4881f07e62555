// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/workspacefile.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace slipway::config;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

std::expected<WorkspaceFile, QList<Problem>> read(const QByteArray &text)
{
    return readWorkspaceFile(text, u".github/slipway.yml"_s);
}

/// The policy of `web` in a file with this text as its services' mapping.
Policy webWith(const QByteArray &policy, const QByteArray &top = {})
{
    const auto file = read("slipway: 1\n" + top + "services: { web: " + policy + " }\n");
    if (!file)
        qWarning("%s", qPrintable(file.error().first().message));
    return file ? file->policyFor(u"web"_s) : Policy{};
}

} // namespace

class WorkspaceFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKey();
    void hasTheDefaultsOfTheContract();
    void laysAServiceOverTheDefaults();
    void dropsAnInheritedPatternWhereItIsNotFollowed();
    void readsHolds();
    void readsAges();
    void followsAliases();
    void saysWhereItIsWrong_data();
    void saysWhereItIsWrong();
    void listsAllThatIsWrong();
};

void WorkspaceFileTest::readsEveryKey()
{
    const auto policy =
        webWith("{ follow: regex, match: '(?<n>\\d+)-x', order: [n], level: major, prereleases: true, hold: true, "
                "below: \"17\", ignore: [\"1.4.0\", \"1.5.*\"], minimumAge: 3d, pin: never, tag: stable, platforms: "
                "[linux/arm64] }");
    const Policy expected{
        .follow = Follow::Regex,
        .level = Level::Major,
        .prereleases = true,
        .match = u"(?<n>\\d+)-x"_s,
        .order = {u"n"_s},
        .hold = Hold{HoldForever{}},
        .below = u"17"_s,
        .ignore = {u"1.4.0"_s, u"1.5.*"_s},
        .minimumAge = 72h,
        .pin = Pin::Never,
        .tag = u"stable"_s,
        .platforms = {*Platform::parse(u"linux/arm64")},
    };
    QCOMPARE(policy, expected);
}

void WorkspaceFileTest::hasTheDefaultsOfTheContract()
{
    const auto file = read("slipway: 1\n");
    QVERIFY(file);
    QCOMPARE(file->defaults, (Policy{.follow = Follow::Auto, .level = Level::Minor, .pin = Pin::Keep}));
    QCOMPARE(file->policyFor(u"anything"_s), file->defaults);
    QVERIFY(file->compose.isEmpty());
}

void WorkspaceFileTest::laysAServiceOverTheDefaults()
{
    const auto policy =
        webWith("{ pin: always }", "platforms: [linux/amd64]\ndefaults: { level: patch, ignore: [a] }\n");
    QCOMPARE(policy.level, Level::Patch);
    QCOMPARE(policy.pin, Pin::Always);
    QCOMPARE(policy.ignore, QStringList{u"a"_s});
    QCOMPARE(policy.platforms, QList{*Platform::parse(u"linux/amd64")});
    QCOMPARE(webWith("{ ignore: [b] }", "defaults: { ignore: [a] }\n").ignore, QStringList{u"b"_s});
}

void WorkspaceFileTest::dropsAnInheritedPatternWhereItIsNotFollowed()
{
    const auto policy = webWith("{ follow: semver }", "defaults: { follow: regex, match: '(?<n>\\d+)', order: [n] }\n");
    QVERIFY(policy.match.isEmpty());
    QVERIFY(policy.order.isEmpty());
}

void WorkspaceFileTest::readsHolds()
{
    QCOMPARE(webWith("{ hold: 2026-12-31 }").hold, (Hold{QDate{2026, 12, 31}}));
    QCOMPARE(webWith("{ hold: \"8.4.2\" }").hold, (Hold{HoldUntilVersion{u"8.4.2"_s}}));
    QCOMPARE(webWith("{ hold: v9 }").hold, (Hold{HoldUntilVersion{u"v9"_s}}));
    QCOMPARE(webWith("{ hold: true }").hold, Hold{HoldForever{}});
    QCOMPARE(webWith("{ hold: TRUE }").hold, Hold{HoldForever{}});
}

void WorkspaceFileTest::readsAges()
{
    QCOMPARE(webWith("{ minimumAge: 0 }").minimumAge, 0h);
    QCOMPARE(webWith("{ minimumAge: 36h }").minimumAge, 36h);
    QCOMPARE(webWith("{ minimumAge: 2w }").minimumAge, 336h);
}

void WorkspaceFileTest::followsAliases()
{
    const auto file = read("slipway: 1\ndefaults: &base { level: patch }\nservices: { web: *base }\n");
    QVERIFY(file);
    QCOMPARE(file->policyFor(u"web"_s).level, Level::Patch);
}

void WorkspaceFileTest::saysWhereItIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QByteArray &text, int line, const QString &says) {
        QTest::newRow(name) << text << line << says;
    };
    row("no format", "defaults: {}\n", 1, u"slipway: 1"_s);
    row("another format", "slipway: 2\n", 1, u"it knows 1"_s);
    row("not YAML", "slipway: [1\n", 2, {});
    row("a list", "- slipway\n", 1, {});
    row("two documents", "slipway: 1\n---\nslipway: 1\n", 3, u"one document"_s);
    row("unknown key at the top", "slipway: 1\ncomopse: []\n", 2, u"compose"_s);
    row("unknown key in a policy", "slipway: 1\nservices:\n  web: { levl: minor }\n", 3, u"level"_s);
    row("unknown word", "slipway: 1\ndefaults: { follow: newest }\n", 2, u"auto, digest, semver, calver, regex"_s);
    row("key twice", "slipway: 1\nservices:\n  web: {}\n  web: {}\n", 4, {});
    row("pattern without order", "slipway: 1\ndefaults: { follow: regex, match: a }\n", 2,
        u"both `match` and `order`"_s);
    row("pattern that is not followed", "slipway: 1\ndefaults: { match: a, order: [n] }\n", 2, u"follow: regex"_s);
    row("no such group", "slipway: 1\ndefaults: { follow: regex, match: a, order: [n] }\n", 2, u"no group `n`"_s);
    row("no expression", "slipway: 1\ndefaults: { follow: regex, match: '(', order: [n] }\n", 2,
        u"no regular expression"_s);
    row("empty order", "slipway: 1\ndefaults: { follow: regex, match: a, order: [] }\n", 2, u"at least one"_s);
    row("no such day", "slipway: 1\ndefaults: { hold: 2026-02-30 }\n", 2, u"2026-02-30"_s);
    row("hold of days", "slipway: 1\ndefaults: { hold: 3d }\n", 2, u"`hold` must be"_s);
    row("hold of no truth", "slipway: 1\ndefaults: { hold: false }\n", 2, u"`hold` must be"_s);
    row("limit of a name", "slipway: 1\ndefaults: { below: stable-2 }\n", 2, u"`below` must be"_s);
    row("hold of nothing", "slipway: 1\ndefaults: { hold: later }\n", 2, u"`hold` must be"_s);
    row("age without unit", "slipway: 1\ndefaults: { minimumAge: 3 }\n", 2, u"`minimumAge` must be"_s);
    row("no platform", "slipway: 1\nplatforms: [arm64]\n", 2, u"arm64"_s);
    row("no tag", "slipway: 1\ndefaults: { tag: 'a b' }\n", 2, u"`tag` must be"_s);
    row("text for a truth", "slipway: 1\ndefaults: { prereleases: 'yes' }\n", 2, {});
    row("text for a list", "slipway: 1\ncompose: compose.yaml\n", 2, {});
}

void WorkspaceFileTest::saysWhereItIsWrong()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, line);
    QFETCH(const QString, says);

    const auto file = read(text);
    QVERIFY(!file);
    const auto &problem = file.error().first();
    QCOMPARE(problem.code, u"policy-invalid"_s);
    QCOMPARE(problem.file, u".github/slipway.yml"_s);
    QCOMPARE(problem.severity, Problem::Severity::Error);
    QCOMPARE(problem.line.value_or(0), line);
    QVERIFY2(problem.message.contains(says), qPrintable(problem.message));
}

void WorkspaceFileTest::listsAllThatIsWrong()
{
    const auto file = read("slipway: 1\ndefaults: { levl: minor, pin: maybe }\nservices: { web: { hold: later } }\n");
    QVERIFY(!file);
    QCOMPARE(file.error().size(), 3);
}

static const slipway::test::Registered<WorkspaceFileTest> registered;
#include "workspacefile_test.moc"
