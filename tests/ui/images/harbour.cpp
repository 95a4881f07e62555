// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/images/harbour.h"

#include <QTimeZone>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::images::harbour
{

using namespace workspace;
using updates::Outcome;
using updates::Reason;
using updates::Risk;

namespace
{

const auto mainFile = u"docker-compose.yml"_s;

QDateTime ago(std::chrono::seconds age)
{
    return now().addDuration(-age);
}

/// A digest that begins with these digits.
Digest digest(const QString &begin)
{
    return Digest::parse(QString{u"sha256:"_s + begin.leftJustified(64, u'0')}).value();
}

ImageReference image(const QString &text)
{
    return ImageReference::parse(text).value();
}

QList<Platform> platforms(const QStringList &names)
{
    QList<Platform> all;
    for (const auto &name : names)
        all.append(Platform::parse(QString{u"linux/"_s + name}).value());
    return all;
}

config::Policy minor()
{
    return {.follow = config::Follow::Semver, .level = config::Level::Minor, .pin = config::Pin::Always};
}

/// What all rows of PitchConnect share.
Row pitchconnect(const QString &service, const QString &reference, int line)
{
    const auto written = image(QString{u"ghcr.io/pitchconnect/"_s + reference});
    return {
        .key = {.project = mainFile, .service = service},
        .image = written,
        .line = line,
        .running = {.version = {.tag = *written.tag, .digest = written.digest},
                    .environment = u"production"_s,
                    .deployedAt = ago(69h + 56min)},
        .isAutomated = true,
        .platforms = platforms({u"amd64"_s, u"arm64"_s}),
        .claimedProvenance = {.workflow = u"docker-build.yml"_s, .branch = u"main"_s},
        .policy = minor(),
        .checkedAt = ago(12s),
    };
}

Row offering(Row row, const QString &tag, const Digest &to, std::chrono::seconds age, State state)
{
    row.judgement = updates::Judgement{.outcome = Outcome::Update,
                                       .why = tag + u" is the newest."_s,
                                       .newest = tag,
                                       .candidate = updates::Candidate{.tag = tag, .digest = to}};
    row.newestCreated = ago(age);
    row.releasesBehind = 1;
    row.state = state;
    return row;
}

Row holding(Row row, const QString &tag, Reason reason, const QString &why, State state)
{
    row.judgement = updates::Judgement{.outcome = Outcome::Held, .reason = reason, .why = why, .newest = tag};
    row.state = state;
    return row;
}

Row current(Row row, std::chrono::seconds age, State state = State::UpToDate)
{
    row.judgement = updates::Judgement{
        .outcome = Outcome::Current, .why = *row.image.tag + u" is the newest."_s, .newest = row.image.tag};
    row.runningCreated = ago(age);
    row.state = state;
    return row;
}

Row calendarSync()
{
    auto row = current(pitchconnect(u"calendar-sync"_s,
                                    u"fogis-calendar-phonebook-sync:2.2.0@"_s + digest(u"b8b10c25ff9e"_s).text(), 63),
                       44min, State::Failed);
    row.running.version = {.tag = u"2.1.0"_s, .digest = digest(u"c71c0945d563"_s)};
    row.failure = DeployFailure{.environment = u"canary-1"_s,
                                .description = u"calendar-sync 2.2.0 was unhealthy for 90 s; 2.1.0 runs again"_s,
                                .version = {.tag = u"2.2.0"_s, .digest = digest(u"b8b10c25ff9e"_s)},
                                .at = ago(6min)};
    row.pullRequests = {219};
    return row;
}

Row matchProcessor()
{
    auto row = holding(
        pitchconnect(u"match-processor"_s, u"match-list-processor:1.8.3@"_s + digest(u"6312d51b40a6"_s).text(), 45),
        u"2.0.0"_s, Reason::Level, u"2.0.0 is a major version, and the policy allows minor ones."_s, State::Blocked);
    row.newestCreated = ago(51h + 15min);
    row.platforms = platforms({u"amd64"_s});
    row.droppedPlatforms = platforms({u"arm64"_s});
    row.pullRequests = {217};
    return row;
}

Row fogisApiClient(bool isTool)
{
    const auto written = isTool ? u"fogis-api-client-python:1.4.2"_s
                                : u"fogis-api-client-python:1.4.2@"_s + digest(u"bce696ab7a61"_s).text();
    auto row = offering(pitchconnect(u"fogis-api-client"_s, written, isTool ? 5 : 33), u"1.5.0"_s,
                        digest(u"25229c2d4359"_s), 27min, State::UpdateReady);
    row.isInSeveralProjects = true;
    row.pullRequests = {220};
    if (isTool) {
        row.key.project = u"tools/compose.yaml"_s;
        row.running.environment.clear();
        row.running.deployedAt = {};
    }
    return row;
}

Row logoCombiner()
{
    auto row = offering(
        pitchconnect(u"logo-combiner"_s, u"team-logo-combiner:1.1.7@"_s + digest(u"a9b7b7ebf23f"_s).text(), 70),
        u"1.1.8"_s, digest(u"313bec4f8bdb"_s), 3min, State::InProgress);
    row.policy.level = config::Level::Patch;
    row.pullRequests = {221};
    return row;
}

Row googleDrive()
{
    auto row = offering(
        pitchconnect(u"google-drive"_s, u"google-drive-service:latest@"_s + digest(u"576136e82b35"_s).text(), 5),
        u"latest"_s, digest(u"d3bd4212c1e8"_s), 5h + 1min, State::Behind);
    row.judgement->newest = {};
    row.judgement->why = u"The tag \"latest\" points to a newer image, pushed on 24 Nov, 09:31."_s;
    row.policy.follow = config::Follow::Digest;
    return row;
}

Row queue()
{
    auto row = pitchconnect(u"queue"_s, u"x:1"_s, 18);
    row.image = image(u"redis:7.4.1-alpine"_s);
    row.running.version = {.tag = u"7.4.1-alpine"_s};
    row.isAutomated = false;
    row.claimedProvenance = {};
    row.policy = {.follow = config::Follow::Regex, .minimumAge = 168h, .pin = config::Pin::Keep};
    row.platforms = platforms({u"amd64"_s, u"arm/v7"_s, u"arm64"_s});
    return offering(row, u"7.4.2-alpine"_s, digest(u"3636a55491cd"_s), 216h, State::UpdateReady);
}

Row reverseProxy()
{
    auto row = pitchconnect(u"reverse-proxy"_s, u"x:1"_s, 11);
    row.image = image(u"caddy:2.8.4"_s);
    row.running.version = {.tag = u"2.8.4"_s};
    row.isAutomated = false;
    row.claimedProvenance = {};
    row.policy = {.follow = config::Follow::Semver,
                  .hold = config::Hold{QDate{2026, 12, 1}},
                  .minimumAge = 168h,
                  .pin = config::Pin::Keep};
    row.newestCreated = ago(16 * 24h);
    return holding(row, u"2.9.1"_s, Reason::Hold, u"2.9.1 is newer, but held until 1 Dec 2026."_s, State::Held);
}

Row logs()
{
    auto row = pitchconnect(u"logs"_s, u"x:1"_s, 25);
    row.image = image(u"grafana/loki:3.2.1"_s);
    row.running.version = {.tag = u"3.2.1"_s};
    row.isAutomated = false;
    row.claimedProvenance = {};
    row.platforms = {};
    row.policy = {.follow = config::Follow::Semver, .minimumAge = 168h, .pin = config::Pin::Keep};
    row.state = State::Unknown;
    row.askAgainAt = now().addDuration(38min);
    row.judgement = updates::Judgement{.outcome = Outcome::Error,
                                       .reason = Reason::RegistryRateLimited,
                                       .why = u"docker.io asks to wait until 15:10."_s};
    return row;
}

QList<Check> checks(int running, bool isNeutral = false)
{
    QList<Check> all;
    for (const auto &name :
         {u"lint"_s, u"compose-config"_s, u"policy"_s, u"provenance"_s, u"scan"_s, u"smoke-test"_s}) {
        const bool runs = 6 - static_cast<int>(all.size()) <= running;
        all.append({.name = name,
                    .state = runs                               ? Check::State::Running
                             : isNeutral && name == "policy"_L1 ? Check::State::Neutral
                                                                : Check::State::Passed,
                    .isRequired = name != "smoke-test"_L1});
    }
    return all;
}

PullRequest pullRequest(int number, const QString &service, const QString &from, const QString &to)
{
    return {
        .number = number,
        .title = u"Update %1 to %2"_s.arg(service, to),
        .url = u"https://github.com/PitchConnect/fogis-deployment/pull/%1"_s.arg(number),
        .author = u"slipway-bot"_s,
        .branch = u"slipway/image/"_s + service,
        .into = u"main"_s,
        .openedAt = ago(14min),
        .review = PullRequest::Review::Approved,
        .mergeability = PullRequest::Mergeability::Clean,
        .labels = {u"dependencies"_s, u"docker"_s},
        .moves = {{.service = service, .from = {.tag = from}, .to = {.tag = to}}},
    };
}

QList<PullRequest> pullRequests()
{
    auto logo = pullRequest(221, u"logo-combiner"_s, u"1.1.7"_s, u"1.1.8"_s);
    logo.checks = checks(2);
    logo.mergeability = PullRequest::Mergeability::Blocked;
    auto fogis = pullRequest(220, u"fogis-api-client"_s, u"1.4.2"_s, u"1.5.0"_s);
    fogis.checks = checks(0);
    auto calendar = pullRequest(219, u"calendar-sync"_s, u"2.1.0"_s, u"2.2.0"_s);
    calendar.checks = checks(0);
    calendar.stage = PullRequest::Stage::Merged;
    calendar.endedAt = ago(10min);
    calendar.endedBy = u"bartesch"_s;
    auto match = pullRequest(217, u"match-processor"_s, u"1.8.3"_s, u"2.0.0"_s);
    match.checks = checks(0, true);
    match.author = u"mfager"_s;
    match.review = PullRequest::Review::Required;
    match.mergeability = PullRequest::Mergeability::Blocked;
    return {logo, fogis, calendar, match};
}

} // namespace

QDateTime now()
{
    return {QDate{2026, 11, 24}, QTime{13, 32}, QTimeZone::UTC};
}

Snapshot snapshot()
{
    QList<Row> rows{calendarSync(),
                    matchProcessor(),
                    fogisApiClient(false),
                    fogisApiClient(true),
                    logoCombiner(),
                    googleDrive(),
                    queue(),
                    reverseProxy(),
                    logs()};
    rows.append(current(pitchconnect(u"change-detector"_s,
                                     u"match-list-change-detector:3.0.1@"_s + digest(u"69abc3caed4e"_s).text(), 57),
                        144h));
    std::ranges::sort(rows, {}, &Row::key);
    return {
        .host = u"github.com"_s,
        .owner = u"PitchConnect"_s,
        .repository = u"fogis-deployment"_s,
        .branch = u"main"_s,
        .commit = u"f494477c83d51f09aedb3fa1f22a686f961d739c"_s,
        .person = u"bartesch"_s,
        .isDemo = true,
        .composeFiles = 2,
        .composeFileNames = {mainFile, u"tools/compose.yaml"_s},
        .rows = rows,
        .pullRequests = pullRequests(),
        .branches = {u"main"_s},
        .labels = {u"dependencies"_s, u"docker"_s, u"major"_s, u"policy"_s},
        .refreshedAt = ago(12s),
    };
}

Snapshot manyRows(int count, unsigned seed)
{
    std::mt19937 chance(seed);
    const QList<Row> patterns = snapshot().rows;
    auto all = snapshot();
    all.rows.clear();
    for (int i = 0; i < count; ++i) {
        auto row = patterns.at(static_cast<qsizetype>(chance() % static_cast<unsigned>(patterns.size())));
        row.key.service = u"service-%1"_s.arg(i, 4, 10, QChar(u'0'));
        row.line = i;
        row.isInSeveralProjects = false;
        row.image.repository = {.registry = chance() % 3 == 0 ? u"docker.io"_s : u"ghcr.io"_s,
                                .path = u"owner%1/image-%2"_s.arg(chance() % 6).arg(i)};
        all.rows.append(row);
    }
    std::ranges::sort(all.rows, {}, &Row::key);
    return all;
}

QString hostileText()
{
    const auto text = u"<b>&Save</b> %1%n <img src=x> \u202egnp.\u202c\u200b<a href=\"file:///etc\">"_s;
    return text + QString(300 - text.size(), u'W');
}

Snapshot hostileRows()
{
    auto all = snapshot();
    for (auto &row : all.rows) {
        row.key.service = hostileText() + row.key.service;
        row.image.tag = QString(128, u'9');
        row.running.version.tag = QString(128, u'8');
        row.running.environment = hostileText();
        row.claimedProvenance = {.workflow = hostileText(), .branch = hostileText()};
        if (row.judgement)
            row.judgement->why = hostileText();
        if (row.failure)
            row.failure->description = hostileText();
    }
    for (auto &pull : all.pullRequests) {
        pull.title = hostileText();
        pull.endedBy = hostileText();
    }
    std::ranges::sort(all.rows, {}, &Row::key);
    return all;
}

Details details(const RowKey &key)
{
    const auto commit = [](const QString &id, const QString &subject, const QString &author, std::chrono::minutes age) {
        return Commit{.id = id.leftJustified(40, u'0'), .subject = subject, .author = author, .at = ago(age)};
    };
    Details found{.key = key};
    if (key.service == "fogis-api-client"_L1) {
        found.between =
            Between{.count = 7,
                    .commits = {commit(u"0d1d5ac"_s, u"Cache club metadata between requests"_s, u"bartesch"_s, 37min),
                                commit(u"1e7ac50"_s, u"Retry once on HTTP 429 from FOGIS"_s, u"mfager"_s, 24h),
                                commit(u"6850645"_s, u"Add /health/ready endpoint"_s, u"bartesch"_s, 48h),
                                commit(u"e73ea76"_s, u"Bump requests to 2.32.3"_s, u"dependabot"_s, 72h),
                                commit(u"c82d4c9"_s, u"Typed responses for match list"_s, u"mfager"_s, 96h),
                                commit(u"074ab89"_s, u"Log the request id of FOGIS"_s, u"bartesch"_s, 120h),
                                commit(u"f4a030e"_s, u"Drop Python 3.10"_s, u"mfager"_s, 144h)},
                    .compareUrl = u"https://github.com/PitchConnect/fogis-api-client-python/compare/a...b"_s,
                    .releaseNotes = u"1. & <i>faster</i>\u202E\r\n2.\r\n3.\r\n4.\r\n5.\r\n6.\r\n7.\r\n8.\r\n9."_s};
        found.versions = {{.tag = u"1.5.0"_s,
                           .also = {u"1.5"_s, u"1"_s, u"latest"_s, u"main"_s, u"sha-0d1d5ac"_s},
                           .digest = digest(u"25229c2d4359"_s),
                           .created = ago(27min),
                           .isNewest = true},
                          {.tag = u"1.4.2"_s,
                           .also = {u"1.4"_s},
                           .digest = digest(u"bce696ab7a61"_s),
                           .created = ago(192h),
                           .isRunning = true}};
        for (const auto &tag : {u"1.4.1"_s, u"1.4.0"_s, u"1.3.3"_s, u"1.3.2"_s, u"1.3.1"_s, u"1.3.0"_s, u"1.2.3"_s,
                                u"1.2.2"_s, u"1.2.1"_s, u"1.2.0"_s, u"1.1.1"_s, u"1.1.0"_s, u"1.0.1"_s, u"1.0.0"_s})
            found.versions.append({.tag = tag, .created = ago(31 * 24h * (found.versions.size() - 1))});
        found.labels = {
            {u"org.opencontainers.image.licenses"_s, u"MIT"_s},
            {u"org.opencontainers.image.revision"_s, u"0d1d5ac4d1cf1f6f7e4a3c0d8b7a6958473625140"_s.first(40)},
            {u"org.opencontainers.image.source"_s, u"https://github.com/PitchConnect/fogis-api-client-python"_s},
            {u"org.opencontainers.image.title"_s, u"fogis-api-client-python"_s},
            {u"org.opencontainers.image.version"_s, u"1.5.0"_s}};
    } else if (key.service == "calendar-sync"_L1) {
        found.between = Between{
            .count = 3,
            .commits = {commit(u"6be4410"_s, u"Put contacts of a team in a phonebook group"_s, u"mfager"_s, 54min),
                        commit(u"e2bd05a"_s, u"Read settings from one file"_s, u"mfager"_s, 90h),
                        commit(u"0c11d9f"_s, u"Sync referees too"_s, u"bartesch"_s, 180h)},
            .compareUrl = u"https://github.com/PitchConnect/fogis-calendar-phonebook-sync/compare/a...b"_s};
    } else {
        found.noBetween = u"The images do not name their source."_s;
    }
    return found;
}

} // namespace slipway::images::harbour
