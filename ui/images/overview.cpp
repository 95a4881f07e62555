// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/overview.h"

#include "ui/images/cellwords.h"
#include "ui/images/policywords.h"
#include "ui/images/reasons.h"
#include "ui/images/text.h"
#include "ui/images/times.h"
#include "ui/words/ages.h"
#include "ui/words/pages.h"

using namespace Qt::StringLiterals;

namespace slipway::images
{

using updates::Outcome;
using workspace::PullRequest;
using workspace::Row;
using workspace::Snapshot;
using workspace::State;

namespace
{

QString asSentence(const QString &text)
{
    const auto trimmed = text.trimmed();
    return trimmed.isEmpty() || trimmed.endsWith(u'.') || trimmed.endsWith(u'!') || trimmed.endsWith(u'?')
               ? trimmed
               : trimmed + u'.';
}

QString digestsOf(const VersionPair &pair)
{
    const auto from = pair.from.digest ? pair.from.digest->shortText() : QString{};
    const auto to = pair.to && pair.to->digest ? pair.to->digest->shortText() : QString{};
    QStringList known{from, to};
    known.removeAll(QString{});
    return known.join(u" → ");
}

/// "Production was not reached.", if what runs there is older than the failure elsewhere.
QString notReached(const Row &row)
{
    const auto &environment = row.running.environment;
    if (environment.isEmpty() || environment == row.failure->environment || row.running.deployedAt > row.failure->at)
        return {};
    return Text::tr("%1 was not reached.").arg(environment.first(1).toUpper() + environment.sliced(1));
}

std::optional<Trouble> failureOf(const Row &row, const Snapshot &snapshot)
{
    if (row.failure) {
        const QString then = asSentence(row.failure->description) + u' ' + notReached(row);
        return Trouble{.what = Text::tr("%1 failed on %2").arg(text(row.failure->version), row.failure->environment),
                       .then = then.trimmed()};
    }
    const auto *pull = snapshot.openFor(row);
    const auto *check = pull ? failedCheck(*pull) : nullptr;
    if (!check)
        return std::nullopt;
    return Trouble{.what = Text::tr("%1 failed in #%2").arg(check->name, QString::number(pull->number)),
                   .then = asSentence(check->summary)};
}

std::optional<Trouble> troubleOf(const Row &row, const Snapshot &snapshot, const QDateTime &now)
{
    if (row.problem)
        return Trouble{.what = asSentence(row.problem->message), .then = row.problem->remedy};
    if (row.state == State::Failed)
        return failureOf(row, snapshot);
    if (!row.judgement)
        return std::nullopt;
    if (row.judgement->outcome == Outcome::Error)
        return Trouble{.what = reasonInWords(row, now), .then = row.judgement->why, .isError = false};
    if (row.judgement->outcome == Outcome::Refused)
        return Trouble{.what = reasonInWords(row, now),
                       .then = row.judgement->why,
                       .isError = false,
                       .page = words::filePage(snapshot, snapshot.branch, row.file, row.line)};
    return std::nullopt;
}

Fact pullRequestFact(const PullRequest &pull)
{
    Fact fact{.kind = Fact::Kind::PullRequest, .value = u'#' + QString::number(pull.number), .link = pull.url};
    if (pull.stage == PullRequest::Stage::Merged) {
        fact.aside = pull.endedBy.isEmpty() ? Text::tr("merged") : Text::tr("merged by %1").arg(pull.endedBy);
        return fact;
    }
    fact.aside = checksSentence(pull);
    switch (checksOf(pull)) {
    case Checks::Passed: fact.icon = u"check"_s; break;
    case Checks::Running: fact.icon = u"state-progress"_s; break;
    case Checks::Failed: fact.icon = u"close"_s; break;
    case Checks::Neither: break;
    }
    return fact;
}

Fact platformsFact(const Row &row)
{
    Fact fact{.kind = Fact::Kind::Platforms, .value = platformNames(row.platforms)};
    if (!row.droppedPlatforms.isEmpty()) {
        const auto names = platformNames(row.droppedPlatforms);
        fact.aside =
            row.droppedPlatforms.size() == 1 ? Text::tr("%1 is gone").arg(names) : Text::tr("%1 are gone").arg(names);
        fact.isWarning = true;
    } else if (versionPair(row).to) {
        fact.aside = Text::tr("unchanged");
    }
    return fact;
}

QList<Fact> factsOf(const Row &row, const Snapshot &snapshot, const QDateTime &now)
{
    QList<Fact> facts;
    const bool isRefused = row.judgement && row.judgement->outcome == Outcome::Refused; // the message says why
    if (row.failure)
        facts.append(
            {.kind = Fact::Kind::Running, .value = text(versionPair(row).from), .aside = row.running.environment});
    else if (const auto because = newestBecause(row); !because.isEmpty() && !isRefused)
        facts.append({.kind = Fact::Kind::NewestBecause, .value = because});
    if (const auto updated = updatedAt(row); updated.isValid())
        facts.append(
            {.kind = Fact::Kind::Published, .value = wholeMoment(updated, now), .aside = words::ago(updated, now)});
    if (const auto *pull = pullRequestOf(row, snapshot))
        facts.append(pullRequestFact(*pull));
    const bool isRead = row.judgement && row.judgement->outcome != Outcome::Error && !isRefused;
    if (isRead)
        facts.append({.kind = Fact::Kind::Provenance,
                      .value = row.claimedProvenance.workflow.isEmpty()
                                   ? Text::tr("None found")
                                   : Text::tr("Claimed, %1").arg(row.claimedProvenance.workflow)});
    if (!row.platforms.isEmpty())
        facts.append(platformsFact(row));
    facts.append({.kind = Fact::Kind::Policy, .value = policyInWords(row.policy)});
    return facts;
}

} // namespace

QString factName(Fact::Kind kind)
{
    switch (kind) {
    case Fact::Kind::Running: return Text::tr("Running");
    case Fact::Kind::NewestBecause: return Text::tr("Newest because");
    case Fact::Kind::Published: return Text::tr("Published");
    case Fact::Kind::PullRequest: return Text::tr("Pull request");
    case Fact::Kind::Provenance: return Text::tr("Provenance");
    case Fact::Kind::Platforms: return Text::tr("Platforms");
    case Fact::Kind::Policy: return Text::tr("Policy");
    }
    return {};
}

Overview overviewOf(const Row &row, const Snapshot &snapshot, const QDateTime &now)
{
    const auto pair = versionPair(row);
    return {
        .versions = pair,
        .digests = digestsOf(pair),
        .trouble = troubleOf(row, snapshot, now),
        .facts = factsOf(row, snapshot, now),
    };
}

QString commitsTitle(const workspace::Between &between, const Row &row)
{
    const auto from = versionPair(row).from;
    const auto since = versionPair(row).isPush() && from.digest ? sevenOf(*from.digest) : text(from);
    if (between.count == 0)
        return Text::tr("No commits since %1").arg(since);
    return between.count == 1 ? Text::tr("1 commit since %1").arg(since)
                              : Text::tr("%n commits since %1", nullptr, between.count).arg(since);
}

QString webPage(const Row &row)
{
    const auto &repository = row.image.repository;
    if (repository.registry == "docker.io"_L1)
        return u"https://hub.docker.com/"_s + (repository.path.startsWith("library/"_L1)
                                                   ? QString{u"_/"_s + repository.path.sliced(8)}
                                                   : QString{u"r/"_s + repository.path});
    if (repository.registry == "ghcr.io"_L1)
        return u"https://ghcr.io/"_s + repository.path;
    if (repository.registry == "quay.io"_L1)
        return u"https://quay.io/repository/"_s + repository.path;
    return {};
}

QString sourcePage(const Row &row)
{
    return row.judgement && row.judgement->source ? row.judgement->source->url : QString{};
}

} // namespace slipway::images
