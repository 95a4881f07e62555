// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/workspace/samples.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace slipway::test
{
namespace
{

Digest digestOf(const QString &text)
{
    return Digest::of(text.toUtf8());
}

void judge(workspace::Row &row)
{
    row.judgement = updates::Judgement{
        .outcome = updates::Outcome::Update,
        .reason = updates::Reason::Level,
        .why = u"1.1.0 is the newest 1.x. 2.0.0 is a major version, and the policy allows minor ones."_s,
        .newest = u"2.0.0"_s,
        .skipped = {{u"2.0.0"_s, updates::Reason::Level}},
        .candidate = updates::Candidate{.tag = u"1.1.0"_s, .digest = digestOf(row.key.service)},
        .edits = {{.file = row.key.project, .line = 7, .before = u"1.0.0"_s, .after = u"1.1.0"_s}},
        .risks = {updates::Risk::Major},
        .source = updates::Source{.url = u"https://github.com/acme/web"_s,
                                  .from = u"1111111"_s,
                                  .to = u"2222222"_s,
                                  .compare = u"https://github.com/acme/web/compare/1111111...2222222"_s},
    };
    row.checkedAt = at(14, 30);
}

workspace::PullRequest pullRequest(int number, const workspace::Row &row)
{
    return {
        .number = number,
        .title = u"Update %1 to 1.1.0"_s.arg(row.key.service),
        .url = u"https://github.com/acme/deploy/pull/%1"_s.arg(number),
        .author = u"slipway-bot"_s,
        .branch = u"slipway/image/"_s + row.key.service,
        .into = u"main"_s,
        .headCommit = u"4444444444444444444444444444444444444444"_s,
        .openedAt = at(14),
        .review = workspace::PullRequest::Review::Approved,
        .mergeability = workspace::PullRequest::Mergeability::Clean,
        .labels = {u"dependencies"_s, u"docker"_s},
        .checks = {{.name = u"scan"_s,
                    .state = workspace::Check::State::Passed,
                    .isRequired = true,
                    .summary = u"No critical, 2 medium"_s,
                    .startedAt = at(14, 1),
                    .completedAt = at(14, 3)}},
        .moves = {{.service = row.key.service, .from = {.tag = u"1.0.0"_s}, .to = {.tag = u"1.1.0"_s}}},
    };
}

} // namespace

QDateTime at(int hour, int minute)
{
    return {QDate(2026, 11, 24), QTime(hour, minute), QTimeZone::UTC};
}

workspace::Row row(const QString &service, const QString &tag)
{
    workspace::Row row{.key = {.project = u"docker-compose.yml"_s, .service = service}, .image = {}};
    row.image = {.repository = {.registry = u"ghcr.io"_s, .path = u"acme/"_s + service}, .tag = tag, .digest = {}};
    row.running.version = {.tag = tag};
    return row;
}

workspace::Snapshot snapshot(int rows)
{
    workspace::Snapshot made{
        .host = u"github.com"_s, .owner = u"acme"_s, .repository = u"deploy"_s, .branch = u"main"_s};
    made.commit = u"3333333333333333333333333333333333333333"_s;
    made.composeFiles = 1;
    made.composeFileNames = {u"docker-compose.yml"_s};
    made.refreshedAt = at(14, 32);
    made.problems = {{.file = u".github/slipway.yml"_s,
                      .line = 3,
                      .column = {},
                      .severity = Problem::Severity::Warning,
                      .code = u"policy-unknown-service"_s,
                      .message = u"No project has a service web."_s}};
    for (int i = 0; i < rows; ++i) {
        auto each = row(u"service-"_s + QString::number(i).rightJustified(4, u'0'));
        each.file = u"images.yml"_s;
        judge(each);
        each.image.digest = digestOf(u"old"_s + each.key.service);
        each.running.environment = u"production"_s;
        each.running.deployedAt = at(9);
        each.newestCreated = at(13);
        each.runningCreated = at(2);
        each.releasesBehind = 2;
        each.isAutomated = true;
        each.platforms = {Platform::of(u"linux"_s, u"amd64"_s, {}), Platform::of(u"linux"_s, u"arm64"_s, u"v8"_s)};
        each.claimedProvenance = {.workflow = u"docker-build.yml"_s, .branch = u"main"_s};
        each.policy.hold = QDate(2026, 12, 1);
        each.policy.minimumAge = std::chrono::hours(72);
        if (i % 3 == 0) {
            made.pullRequests.prepend(pullRequest(i + 1, each));
            each.pullRequests = {i + 1};
            each.failure = workspace::DeployFailure{.environment = u"canary-1"_s,
                                                    .description = u"was unhealthy for 90 s"_s,
                                                    .version = {.tag = u"1.0.0"_s},
                                                    .at = at(14, 26)};
        }
        made.rows.append(each);
    }
    return made;
}

} // namespace slipway::test
