// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/ui/images/harbour.h"
#include "ui/images/cellwords.h"
#include "ui/images/overview.h"
#include "ui/images/policywords.h"
#include "ui/images/reasons.h"
#include "ui/images/versions.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::images
{

using updates::Outcome;
using updates::Reason;
using workspace::Row;
using workspace::Snapshot;
using workspace::State;

namespace
{

const auto mainFile = u"docker-compose.yml"_s;

Row rowOf(const QString &service, const QString &project = mainFile)
{
    return *harbour::snapshot().find({project, service});
}

/// All facts as "name: value · aside".
QStringList facts(const Row &row)
{
    QStringList lines;
    const auto facts = overviewOf(row, harbour::snapshot(), harbour::now()).facts;
    for (const auto &fact : facts)
        lines.append(factName(fact.kind) + u": "_s + fact.value +
                     (fact.aside.isEmpty() ? u""_s : u" · "_s + fact.aside));
    return lines;
}

} // namespace

class WordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }

    void cellsSayWhatTheDemoSays_data();
    void cellsSayWhatTheDemoSays();
    void sayWhatTheTimeOfARunningVersionRestsOn();
    void aRowIsASentence_data();
    void aRowIsASentence();
    void everyReasonHasItsWords_data();
    void everyReasonHasItsWords();
    void aMajorVersionAboveAnUpdateIsNotTheUpdate();
    void theFailedPaneSaysWhatHappened();
    void thePaneSaysWhyAndSinceWhen();
    void whyTheNewestIsTheNewest_data();
    void whyTheNewestIsTheNewest();
    void policies_data();
    void policies();
    void oldAnswersSayOfWhenTheyAre();
    void aProposedChangeIsNamedUntilItIsMerged();
    void anActionThatWentWrongStandsInItsRow();
    void whatIsRefusedLeadsToItsFile();
    void whatNobodyAskedForIsNotBeingChecked();
    void checksComeToOneVerdict();
    void textsFromOutsideArePutInWhole();
    void imagesHaveAPageWhereTheirRegistryHasOne();
};

void WordsTest::cellsSayWhatTheDemoSays_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("project");
    QTest::addColumn<QString>("expected");

    const auto add = [](const char *service, const QString &project, const QString &expected) {
        QTest::addRow("%s in %s", service, qPrintable(project)) << QString::fromLatin1(service) << project << expected;
    };
    add("calendar-sync", mainFile,
        u"Failed | fogis-calendar-phonebook-sync | 2.1.0 → 2.2.0 | 2.2.0 failed on canary-1, 2.1.0 runs | #219 merged | 44 min"_s);
    add("match-processor", mainFile,
        u"Blocked | match-list-processor | 1.8.3 → 2.0.0 | Major version, 2 days | #217 | 2 days"_s);
    add("fogis-api-client", mainFile,
        u"Update ready | fogis-api-client-python, docker-compose.yml | 1.4.2 → 1.5.0 | 1 release, 27 min | #220, checks passed | 27 min"_s);
    add("fogis-api-client", u"tools/compose.yaml"_s,
        u"Update ready | fogis-api-client-python, tools/compose.yaml | 1.4.2 → 1.5.0 | 1 release, 27 min | #220, checks passed | 27 min"_s);
    add("logo-combiner", mainFile,
        u"In progress | team-logo-combiner | 1.1.7 → 1.1.8 | 1 release, 3 min | #221, checks run | 3 min"_s);
    add("google-drive", mainFile,
        u"Behind | google-drive-service | latest 576136e → d3bd421 | 1 push, 5 hours |  | 5 h"_s);
    add("change-detector", mainFile,
        u"Up to date | match-list-change-detector | 3.0.1 | Newest since 6 days |  | 6 days"_s);
    add("queue", mainFile,
        u"Update ready | library/redis | 7.4.1-alpine → 7.4.2-alpine | 1 release, 9 days |  | 9 days"_s);
    add("reverse-proxy", mainFile, u"Held | library/caddy | 2.8.4 → 2.9.1 | Until 1 Dec 2026 |  | 16 days"_s);
    add("logs", mainFile, u"Unknown | grafana/loki | 3.2.1 | Rate limit until 15:10 |  | "_s);
}

void WordsTest::cellsSayWhatTheDemoSays()
{
    QFETCH(const QString, service);
    QFETCH(const QString, project);
    QFETCH(const QString, expected);
    const auto all = harbour::snapshot();
    const auto row = rowOf(service, project);
    const auto cell = [&](Column column) { return cellText(row, column, all, harbour::now()); };

    const QStringList cells{cell(Column::State),       packageLine(row),
                            cell(Column::Versions),    secondLine(row, all, harbour::now(), 60s),
                            cell(Column::PullRequest), cell(Column::Updated)};

    QCOMPARE(cells.join(u" | "), expected);
    QCOMPARE(cell(Column::Service), service);
}

void WordsTest::sayWhatTheTimeOfARunningVersionRestsOn()
{
    const auto all = harbour::snapshot();

    QCOMPARE(runningSentence(rowOf(u"change-detector"_s), all, harbour::now()),
             u"As deployed to production on 21 Nov, 16:36"_s);
    QCOMPARE(runningSentence(rowOf(u"fogis-api-client"_s, u"tools/compose.yaml"_s), all, harbour::now()),
             u"As main says; no deployment names this project"_s);
}

void WordsTest::aRowIsASentence_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("project");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("failed") << u"calendar-sync"_s << mainFile
                            << u"calendar-sync, failed, running 2.1.0, newest 2.2.0, failed on canary-1"_s;
    QTest::newRow("ready")
        << u"fogis-api-client"_s << u"tools/compose.yaml"_s
        << u"fogis-api-client in tools/compose.yaml, update ready, running 1.4.2, newest 1.5.0, pull request 220"_s;
    QTest::newRow("blocked")
        << u"match-processor"_s << mainFile
        << u"match-processor, blocked, running 1.8.3, newest 2.0.0, needs your approval, pull request 217"_s;
    QTest::newRow("behind") << u"google-drive"_s << mainFile
                            << u"google-drive, behind, running latest 576136e, newest latest d3bd421"_s;
    QTest::newRow("held") << u"reverse-proxy"_s << mainFile
                          << u"reverse-proxy, held, running 2.8.4, newest 2.9.1, until 1 Dec 2026"_s;
    QTest::newRow("unknown") << u"logs"_s << mainFile << u"logs, unknown, running 3.2.1, rate limit until 15:10"_s;
    QTest::newRow("up to date") << u"change-detector"_s << mainFile << u"change-detector, up to date, running 3.0.1"_s;
}

void WordsTest::aRowIsASentence()
{
    QFETCH(const QString, service);
    QFETCH(const QString, project);
    QFETCH(const QString, sentence);

    QCOMPARE(rowSentence(rowOf(service, project), harbour::snapshot(), harbour::now()), sentence);
}

void WordsTest::everyReasonHasItsWords_data()
{
    QTest::addColumn<Reason>("reason");
    for (int i = 0; i <= static_cast<int>(Reason::TagGone); ++i)
        QTest::newRow(qPrintable(updates::code(static_cast<Reason>(i)))) << static_cast<Reason>(i);
}

/// A reason belongs to one outcome; there it must have words, short enough for a second line.
void WordsTest::everyReasonHasItsWords()
{
    QFETCH(const Reason, reason);
    QString words;
    for (const auto outcome : {Outcome::Held, Outcome::Refused, Outcome::Error}) {
        auto row = rowOf(u"reverse-proxy"_s);
        row.judgement->outcome = outcome;
        row.judgement->reason = reason;
        words += reasonInWords(row, harbour::now());
    }

    QVERIFY(!words.isEmpty());
    QVERIFY2(words.size() <= 36, qPrintable(words));
}

void WordsTest::aMajorVersionAboveAnUpdateIsNotTheUpdate()
{
    auto row = rowOf(u"fogis-api-client"_s);
    QCOMPARE(row.judgement->outcome, Outcome::Update);
    row.judgement->newest = u"2.0.0"_s;
    row.judgement->reason = Reason::Level; // why that is not taken

    QCOMPARE(reasonOf(row, harbour::snapshot(), harbour::now()), u"1 release, 27 min"_s);
}

void WordsTest::theFailedPaneSaysWhatHappened()
{
    const auto row = rowOf(u"calendar-sync"_s);
    const auto pane = overviewOf(row, harbour::snapshot(), harbour::now());

    QVERIFY(pane.trouble);
    QCOMPARE(pane.trouble->what, u"2.2.0 failed on canary-1"_s);
    QCOMPARE(pane.trouble->then,
             u"calendar-sync 2.2.0 was unhealthy for 90 s; 2.1.0 runs again. Production was not reached."_s);
    QCOMPARE(facts(row), (QStringList{
                             u"Running: 2.1.0 · production"_s,
                             u"Published: 24 Nov, 13:48 · 44 min ago"_s,
                             u"Pull request: #219 · merged by bartesch"_s,
                             u"Provenance: Claimed, docker-build.yml"_s,
                             u"Platforms: amd64, arm64 · unchanged"_s,
                             u"Policy: Minor, pinned by digest"_s,
                         }));
    QCOMPARE(commitsTitle(*harbour::details(row.key).between, row), u"3 commits since 2.1.0"_s);
}

void WordsTest::thePaneSaysWhyAndSinceWhen()
{
    const auto row = rowOf(u"fogis-api-client"_s);
    const auto pane = overviewOf(row, harbour::snapshot(), harbour::now());

    QCOMPARE(text(pane.versions), u"1.4.2 → 1.5.0"_s);
    QCOMPARE(pane.digests, u"bce696ab7a61 → 25229c2d4359"_s);
    QVERIFY(!pane.trouble);
    QCOMPARE(facts(row), (QStringList{
                             u"Newest because: Highest 1.x release that \"minor\" allows"_s,
                             u"Published: 24 Nov, 14:05 · 27 min ago"_s,
                             u"Pull request: #220 · 6 checks passed"_s,
                             u"Provenance: Claimed, docker-build.yml"_s,
                             u"Platforms: amd64, arm64 · unchanged"_s,
                             u"Policy: Minor, pinned by digest"_s,
                         }));
    QCOMPARE(commitsTitle(*harbour::details(row.key).between, row), u"7 commits since 1.4.2"_s);
}

void WordsTest::whyTheNewestIsTheNewest_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("because");

    QTest::newRow("minor") << u"change-detector"_s << u"Highest 3.x release that \"minor\" allows"_s;
    QTest::newRow("patch") << u"logo-combiner"_s << u"Highest 1.1.x release that \"patch\" allows"_s;
    QTest::newRow("digest") << u"google-drive"_s << u"The digest that \"latest\" points to"_s;
    QTest::newRow("pattern") << u"queue"_s << u"Highest tag that the pattern matches"_s;
    QTest::newRow("held") << u"reverse-proxy"_s << u"Held until 1 Dec 2026"_s;
    QTest::newRow("above the level") << u"match-processor"_s << u"2.0.0 is newer, but the policy stops at minor"_s;
    QTest::newRow("unknown") << u"logs"_s << u"docker.io asks to wait until 15:10."_s;
}

void WordsTest::whyTheNewestIsTheNewest()
{
    QFETCH(const QString, service);
    QFETCH(const QString, because);

    QCOMPARE(newestBecause(rowOf(service)), because);
}

void WordsTest::policies_data()
{
    using namespace config;
    QTest::addColumn<Policy>("policy");
    QTest::addColumn<QString>("words");

    QTest::newRow("as it is without a file") << Policy{} << u"Minor"_s;
    QTest::newRow("pinned") << Policy{.follow = Follow::Semver, .pin = Pin::Always} << u"Minor, pinned by digest"_s;
    QTest::newRow("patch, old enough") << Policy{.level = Level::Patch, .minimumAge = 168h} << u"Patch, after 7 days"_s;
    QTest::newRow("hours") << Policy{.level = Level::Major, .minimumAge = 36h} << u"Major, after 36 hours"_s;
    QTest::newRow("digest") << Policy{.follow = Follow::Digest, .pin = Pin::Always} << u"Each push, pinned by digest"_s;
    QTest::newRow("held") << Policy{.hold = Hold{QDate{2026, 12, 1}}} << u"Minor, held until 1 Dec 2026"_s;
    QTest::newRow("held for ever") << Policy{.hold = Hold{HoldForever{}}} << u"Minor, held"_s;
    QTest::newRow("all the rest") << Policy{.follow = Follow::Regex,
                                            .prereleases = true,
                                            .below = u"8"_s,
                                            .ignore = {u"7.1.0"_s, u"7.2.*"_s},
                                            .pin = Pin::Never}
                                  << u"By pattern, never pinned, below 8, with pre-releases, without 7.1.0, 7.2.*"_s;
}

void WordsTest::policies()
{
    QFETCH(const config::Policy, policy);
    QFETCH(const QString, words);

    QCOMPARE(policyInWords(policy), words);
}

void WordsTest::oldAnswersSayOfWhenTheyAre()
{
    auto row = rowOf(u"fogis-api-client"_s);
    const auto all = harbour::snapshot();
    const auto line = [&](std::chrono::seconds age) {
        row.checkedAt = harbour::now().addDuration(-age);
        return secondLine(row, all, harbour::now(), 60s);
    };

    QCOMPARE(line(300s), u"1 release, 27 min"_s);
    QCOMPARE(line(301s), u"State of 14:26, 1 release, 27 min"_s);
    row.judgement.reset();
    QCOMPARE(line(301s), u"State of 14:26"_s);
    row.checkedAt = {};
    QCOMPARE(secondLine(row, all, harbour::now(), 60s), QString{}); // never asked is not old
}

void WordsTest::aProposedChangeIsNamedUntilItIsMerged()
{
    auto all = harbour::snapshot();
    workspace::PullRequest pull{.number = 222, .policyChange = u"Hold google-drive until 1 Dec 2026"_s};
    auto row = rowOf(u"google-drive"_s);
    row.pullRequests = {222};
    const auto line = [&] {
        all.pullRequests = {pull};
        return secondLine(row, all, harbour::now(), 60s);
    };

    QCOMPARE(line(), u"Hold proposed in #222"_s);
    pull.policyChange = u"Let google-drive follow versions"_s;
    QCOMPARE(line(), u"Change of policy proposed in #222"_s);
    pull.stage = workspace::PullRequest::Stage::Merged;
    QCOMPARE(line(), u"1 push, 5 hours"_s);
}

void WordsTest::anActionThatWentWrongStandsInItsRow()
{
    auto row = rowOf(u"google-drive"_s);
    row.problem = Error{.kind = Error::Kind::Offline,
                        .message = u"Could not hold google-drive, so it is as before: GitHub did not answer."_s,
                        .remedy = u"Try again."_s};

    QCOMPARE(secondLine(row, harbour::snapshot(), harbour::now(), 60s), row.problem->message);
    const auto trouble = overviewOf(row, harbour::snapshot(), harbour::now()).trouble;
    QVERIFY(trouble);
    QCOMPARE(trouble->what, row.problem->message);
    QCOMPARE(trouble->then, u"Try again."_s);
}

/// What Slipway does not guess, a person edits in the file where it stands.
void WordsTest::whatIsRefusedLeadsToItsFile()
{
    auto row = rowOf(u"google-drive"_s);
    row.file = u"images.yml"_s;
    row.line = 7;
    row.judgement->outcome = Outcome::Refused;
    row.judgement->reason = Reason::VariableUnset;
    auto snapshot = harbour::snapshot();
    snapshot.branch = u"main"_s;

    const auto trouble = overviewOf(row, snapshot, harbour::now()).trouble;

    QVERIFY(trouble);
    QVERIFY2(trouble->page.endsWith(u"/blob/main/images.yml#L7"), qPrintable(trouble->page));
    const auto facts = overviewOf(row, snapshot, harbour::now()).facts;
    QVERIFY(!std::ranges::contains(facts, Fact::Kind::NewestBecause, &Fact::kind)); // nothing is
    row.judgement->outcome = Outcome::Error;
    QCOMPARE(overviewOf(row, snapshot, harbour::now()).trouble->page, QString{});
}

void WordsTest::whatNobodyAskedForIsNotBeingChecked()
{
    auto row = rowOf(u"google-drive"_s);
    row.judgement.reset();
    row.state = workspace::State::NotChecked;

    QCOMPARE(cellText(row, Column::State, harbour::snapshot(), harbour::now()), u"Not checked"_s);
    const auto sentence = rowSentence(row, harbour::snapshot(), harbour::now());
    QVERIFY2(sentence.startsWith(u"google-drive, not checked"), qPrintable(sentence));
}

void WordsTest::checksComeToOneVerdict()
{
    using enum workspace::Check::State;
    const auto pull = [](const QList<workspace::Check::State> &states) {
        workspace::PullRequest made{.number = 1};
        for (const auto state : states)
            made.checks.append({.name = u"check-%1"_s.arg(made.checks.size() + 1), .state = state});
        return made;
    };

    QCOMPARE(checksOf(pull({})), Checks::Neither);
    QCOMPARE(checksSentence(pull({})), QString{});
    QCOMPARE(checksOf(pull({Passed})), Checks::Passed);
    QCOMPARE(checksSentence(pull({Passed})), u"1 check passed"_s);
    QCOMPARE(checksOf(pull({Passed, Skipped})), Checks::Passed);
    QCOMPARE(checksSentence(pull({Passed, Neutral})), u"2 checks passed"_s);
    QCOMPARE(checksOf(pull({Passed, Neutral})), Checks::Neither);
    QCOMPARE(checksOf(pull({Passed, Running})), Checks::Running);
    QCOMPARE(checksSentence(pull({Passed, Running, Running})), u"1 of 3 checks passed"_s);
    QCOMPARE(checksOf(pull({Running, Failed})), Checks::Failed);
    QCOMPARE(checksSentence(pull({Running, Failed})), u"check-2 failed"_s);
}

/// A `%1` in a name is not a place for another text.
void WordsTest::textsFromOutsideArePutInWhole()
{
    const auto name = u"%1%2%n"_s;
    auto row = rowOf(u"calendar-sync"_s);
    row.failure->environment = name;
    row.failure->version = {.tag = name};
    row.running = {.version = {.tag = name}, .environment = name, .deployedAt = harbour::now()};
    row.key.project = name;
    row.isInSeveralProjects = true;
    row.image.repository.path = u"owner/"_s + name;

    QCOMPARE(packageLine(row), name + u", "_s + name);
    QCOMPARE(secondLine(row, harbour::snapshot(), harbour::now(), 60s), u"%1 failed on %1"_s.replace(u"%1"_s, name));
    QVERIFY(runningSentence(row, harbour::snapshot(), harbour::now()).startsWith(u"As deployed to "_s + name));
    QVERIFY(rowSentence(row, harbour::snapshot(), harbour::now()).endsWith(u"failed on "_s + name));
}

void WordsTest::imagesHaveAPageWhereTheirRegistryHasOne()
{
    QCOMPARE(webPage(rowOf(u"queue"_s)), u"https://hub.docker.com/_/redis"_s);
    QCOMPARE(webPage(rowOf(u"logs"_s)), u"https://hub.docker.com/r/grafana/loki"_s);
    QCOMPARE(webPage(rowOf(u"google-drive"_s)), u"https://ghcr.io/pitchconnect/google-drive-service"_s);
    auto row = rowOf(u"queue"_s);
    row.image.repository.registry = u"registry.example.com:5000"_s;
    QCOMPARE(webPage(row), QString{});
}

namespace
{
const test::Registered<WordsTest> registered;
}

} // namespace slipway::images

#include "words_test.moc"
