// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/cellwords.h"

#include "ui/images/policywords.h"
#include "ui/images/reasons.h"
#include "ui/images/text.h"
#include "ui/images/times.h"
#include "ui/images/versions.h"
#include "ui/words/ages.h"
#include "ui/words/states.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using workspace::Check;
using workspace::PullRequest;
using workspace::Row;
using workspace::Snapshot;
using workspace::State;

namespace
{

QString pullRequestText(const PullRequest &pull)
{
    const QString number = u'#' + QString::number(pull.number);
    if (pull.stage == PullRequest::Stage::Merged)
        return Text::tr("%1 merged").arg(number);
    switch (checksOf(pull)) {
    case Checks::Passed: return Text::tr("%1, checks passed").arg(number);
    case Checks::Running: return Text::tr("%1, checks run").arg(number);
    case Checks::Failed: return Text::tr("%1, a check failed").arg(number);
    case Checks::Neither: break;
    }
    return number;
}

QString versionTooltip(const Row &row, const Snapshot &snapshot, const QDateTime &now)
{
    QStringList lines{runningSentence(row, snapshot, now), reasonOf(row, snapshot, now)};
    const auto pair = versionPair(row);
    if (pair.from.digest)
        lines.append(pair.from.digest->text());
    if (pair.to && pair.to->digest)
        lines.append(pair.to->digest->text());
    lines.removeAll(QString{});
    return lines.join(u'\n');
}

/// What keeps a row from being fine, for a screen reader.
QString need(const Row &row, const Snapshot &snapshot, const QDateTime &now)
{
    const auto *pull = snapshot.openFor(row);
    if (row.state == State::Failed && row.failure)
        return Text::tr("failed on %1").arg(row.failure->environment);
    if (row.state == State::Failed && pull && failedCheck(*pull))
        return Text::tr("%1 failed").arg(failedCheck(*pull)->name);
    if (row.state == State::Blocked && pull)
        return words::lowered(words::needOf(*pull, snapshot.person));
    if (row.state == State::Blocked || row.state == State::Held || row.state == State::Unknown) {
        return words::lowered(reasonInWords(row, now));
    }
    return {};
}

} // namespace

QString columnName(Column column)
{
    switch (column) {
    case Column::State: return Text::tr("State");
    case Column::Service: return Text::tr("Service");
    case Column::Versions: return Text::tr("Running → newest");
    case Column::PullRequest: return Text::tr("Pull request");
    case Column::Updated: return Text::tr("Updated");
    case Column::Platforms: return Text::tr("Platforms");
    case Column::Policy: return Text::tr("Policy");
    }
    return {};
}

QString cellText(const Row &row, Column column, const Snapshot &snapshot, const QDateTime &now)
{
    switch (column) {
    case Column::State: return words::word(row.state);
    case Column::Service: return row.key.service;
    case Column::Versions: return text(versionPair(row));
    case Column::PullRequest: {
        const auto *pull = pullRequestOf(row, snapshot);
        return pull ? pullRequestText(*pull) : QString{};
    }
    case Column::Updated: {
        const auto updated = updatedAt(row);
        return updated.isValid() ? words::age(updated, now) : QString{};
    }
    case Column::Platforms: return platformNames(row.platforms);
    case Column::Policy: return policyInWords(row.policy);
    }
    return {};
}

QString cellTooltip(const Row &row, Column column, const Snapshot &snapshot, const QDateTime &now)
{
    switch (column) {
    case Column::State: return reasonOf(row, snapshot, now);
    case Column::Service: {
        const QStringList lines{row.key.service, slipway::text(row.image.repository), row.key.project};
        return lines.join(u'\n');
    }
    case Column::Versions: return versionTooltip(row, snapshot, now);
    case Column::PullRequest: {
        const auto *pull = pullRequestOf(row, snapshot);
        return pull ? pull->title + u'\n' + checksSentence(*pull) : QString{};
    }
    case Column::Updated: return updatedAt(row).isValid() ? words::exactTime(updatedAt(row)) : QString{};
    case Column::Platforms:
    case Column::Policy: return cellText(row, column, snapshot, now);
    }
    return {};
}

QString packageOf(const ImageRepository &repository)
{
    const auto slash = repository.path.indexOf(u'/');
    return repository.registry == "docker.io"_L1 || slash < 0 ? repository.path : repository.path.sliced(slash + 1);
}

QString packageLine(const Row &row)
{
    const auto package = packageOf(row.image.repository);
    return row.isInSeveralProjects ? Text::tr("%1, %2").arg(package, row.key.project) : package;
}

QString runningSentence(const Row &row, const Snapshot &snapshot, const QDateTime &now)
{
    if (row.running.environment.isEmpty())
        return Text::tr("As %1 says; no deployment names this project").arg(snapshot.branch);
    return Text::tr("As deployed to %1 on %2").arg(row.running.environment, wholeMoment(row.running.deployedAt, now));
}

QString rowSentence(const Row &row, const Snapshot &snapshot, const QDateTime &now)
{
    const auto pair = versionPair(row);
    QStringList parts;
    parts.append(row.isInSeveralProjects ? Text::tr("%1 in %2").arg(row.key.service, row.key.project)
                                         : row.key.service);
    parts.append(words::word(row.state).toLower());
    parts.append(Text::tr("running %1").arg(text(pair.from)));
    if (pair.to)
        parts.append(Text::tr("newest %1").arg(text(*pair.to)));
    parts.append(need(row, snapshot, now));
    parts.append(words::lowered(proposedInWords(row, snapshot)));
    if (const auto *pull = snapshot.openFor(row))
        parts.append(Text::tr("pull request %1").arg(pull->number));
    parts.removeAll(QString{});
    return parts.join(u", ");
}

QString secondLine(const Row &row, const Snapshot &snapshot, const QDateTime &now, std::chrono::seconds interval)
{
    const auto reason = reasonOf(row, snapshot, now);
    if (!words::isStale(row.checkedAt, now, interval))
        return reason;
    const auto of = words::stateOf(row.checkedAt, now);
    return reason.isEmpty() ? of : Text::tr("%1, %2").arg(of, reason);
}

QString platformNames(const QList<Platform> &platforms)
{
    QStringList names;
    for (const auto &platform : platforms)
        names.append(platform.os == "linux"_L1 ? slipway::text(platform).sliced(6) : slipway::text(platform));
    return names.join(u", ");
}

Checks checksOf(const PullRequest &pull)
{
    const auto any = [&](Check::State state) { return std::ranges::contains(pull.checks, state, &Check::state); };
    if (any(Check::State::Failed))
        return Checks::Failed;
    if (any(Check::State::Running))
        return Checks::Running;
    return pull.checks.isEmpty() || any(Check::State::Neutral) ? Checks::Neither : Checks::Passed;
}

QString checksSentence(const PullRequest &pull)
{
    const auto count = pull.checks.size();
    const auto failed = std::ranges::find(pull.checks, Check::State::Failed, &Check::state);
    if (failed != pull.checks.end())
        return Text::tr("%1 failed").arg(failed->name);
    const auto passed = std::ranges::count_if(pull.checks, [](const Check &check) {
        return check.state == Check::State::Passed || check.state == Check::State::Neutral ||
               check.state == Check::State::Skipped;
    });
    if (count == 0)
        return {};
    if (passed < count)
        return Text::tr("%1 of %2 checks passed").arg(passed).arg(count);
    return count == 1 ? Text::tr("1 check passed") : Text::tr("%n checks passed", nullptr, static_cast<int>(count));
}

} // namespace slipway::images
