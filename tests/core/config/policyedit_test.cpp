// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/policyedit.h"

#include "core/config/workspacefile.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::config;

namespace
{

const QByteArray file = R"(# Which image counts as newest, and when it is offered. Read by Slipway and slipwayctl.
slipway: 1
platforms: [linux/amd64, linux/arm64]   # what the hosts are
defaults:
  level: minor
  ignore: ["0.*"]
services:
  google-drive: { follow: digest }
  logo-combiner: { level: patch }       # minor releases change the picture sizes
  queue:
    pin: keep
    ignore:
      - "7.0.*"
  reverse-proxy: { hold: 2026-12-01, pin: keep }
)";

QString said(const Result<QByteArray> &text)
{
    return text ? QString::fromUtf8(*text) : u"refused: "_s + text.error().message;
}

QString replaced(const QByteArray &before, const QByteArray &after)
{
    auto text = file;
    return QString::fromUtf8(text.replace(before, after));
}

} // namespace

/// What a person proposes in the window, as lines of slipway.yml.
class PolicyEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsUntilADay();
    void holdsForEver();
    void holdsUntilAVersion();
    void holdsAServiceThatIsNotListed();
    void takesAHoldBack();
    void ignoresAVersion();
    void ignoresBesideWhatTheDefaultsIgnore();
    void ignoresNothingTwice();
    void pins();
    void changesTheLevel();
    void makesAFileThatIsNotThere();
    void leavesAWrongFileAlone();
    void refusesWhatOtherServicesShare();
};

void PolicyEditTest::holdsUntilADay()
{
    QCOMPARE(said(withHold(file, u"google-drive"_s, QDate(2026, 12, 1))),
             replaced("{ follow: digest }", "{ follow: digest, hold: 2026-12-01 }"));
}

void PolicyEditTest::holdsForEver()
{
    QCOMPARE(said(withHold(file, u"reverse-proxy"_s, HoldForever{})), replaced("hold: 2026-12-01", "hold: true"));
}

void PolicyEditTest::holdsUntilAVersion()
{
    QCOMPARE(said(withHold(file, u"queue"_s, HoldUntilVersion{u"8.4.2"_s})),
             replaced("      - \"7.0.*\"\n", "      - \"7.0.*\"\n    hold: \"8.4.2\"\n"));
}

void PolicyEditTest::holdsAServiceThatIsNotListed()
{
    QCOMPARE(said(withHold(file, u"calendar-sync"_s, HoldForever{})),
             QString::fromUtf8(file) + u"  calendar-sync: { hold: true }\n"_s);
}

void PolicyEditTest::takesAHoldBack()
{
    QCOMPARE(said(withoutHold(file, u"reverse-proxy"_s)), replaced("{ hold: 2026-12-01, pin: keep }", "{ pin: keep }"));
}

void PolicyEditTest::ignoresAVersion()
{
    QCOMPARE(said(withIgnored(file, u"queue"_s, {u"7.4.2-alpine"_s})),
             replaced("      - \"7.0.*\"\n", "      - \"7.0.*\"\n      - \"7.4.2-alpine\"\n"));
}

void PolicyEditTest::ignoresBesideWhatTheDefaultsIgnore()
{
    QCOMPARE(said(withIgnored(file, u"google-drive"_s, {u"1.5.*"_s})),
             replaced("{ follow: digest }", "{ follow: digest, ignore: [\"0.*\", \"1.5.*\"] }"));
}

void PolicyEditTest::ignoresNothingTwice()
{
    const auto text = withIgnored(file, u"queue"_s, {u"7.0.*"_s, u"7.1.0"_s});

    QCOMPARE(readWorkspaceFile(text.value(), {})->policyFor(u"queue"_s).ignore, (QStringList{u"7.0.*"_s, u"7.1.0"_s}));
}

void PolicyEditTest::pins()
{
    QCOMPARE(said(withPin(file, u"queue"_s, Pin::Always)), replaced("    pin: keep\n", "    pin: always\n"));
}

void PolicyEditTest::changesTheLevel()
{
    QCOMPARE(said(withLevel(file, u"logo-combiner"_s, Level::Major)), replaced("level: patch", "level: major"));
}

void PolicyEditTest::makesAFileThatIsNotThere()
{
    const auto text = withHold({}, u"web"_s, HoldForever{});

    QCOMPARE(said(text), QString::fromUtf8(newWorkspaceFile()) + u"services:\n  web: { hold: true }\n"_s);
    QVERIFY(text->startsWith("# "));
}

void PolicyEditTest::leavesAWrongFileAlone()
{
    const auto text = withHold("slipway: 1\nservics: {}\n", u"web"_s, HoldForever{});

    QVERIFY(!text);
    QCOMPARE(text.error().kind, Error::Kind::InvalidInput);
    QVERIFY(text.error().message.contains(u"services"));
    QCOMPARE(text.error().remedy, u"Edit .github/slipway.yml by hand."_s);
    QCOMPARE(text.error().file, u".github/slipway.yml"_s);
}

void PolicyEditTest::refusesWhatOtherServicesShare()
{
    const auto text = withHold("slipway: 1\nservices:\n  a: &x { pin: keep }\n  b: *x\n", u"b"_s, HoldForever{});

    QVERIFY(!text);
    QVERIFY(text.error().message.contains(u"alias"));
    // and where the anchor stands, the other service would change with it
    QVERIFY(!withHold("slipway: 1\nservices:\n  a: &x { pin: keep }\n  b: *x\n", u"a"_s, HoldForever{}));
}

const slipway::test::Registered<PolicyEditTest> registered;

#include "policyedit_test.moc"
