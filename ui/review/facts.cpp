// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/facts.h"

#include "ui/review/text.h"
#include "ui/words/ages.h"

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace slipway::review
{
namespace
{

using workspace::Check;
using workspace::Preview;
using workspace::PullRequest;
using workspace::Row;
using workspace::Snapshot;
using Tone = FactLine::Tone;

/// "scan", "scan and smoke-test", "lint, scan and smoke-test".
QString listed(QStringList names)
{
    if (names.size() < 2)
        return names.join(QString{});
    const auto last = names.takeLast();
    return Text::tr("%1 and %2").arg(names.join(u", "_s), last);
}

QStringList namesIn(const PullRequest &pull, Check::State state)
{
    QStringList names;
    for (const auto &check : pull.checks)
        if (check.state == state)
            names.append(check.name);
    return names;
}

/// What a check that passed with a remark says: the end of its summary.
QString remarkOf(const PullRequest &pull)
{
    const auto neutral = std::ranges::find(pull.checks, Check::State::Neutral, &Check::state);
    if (neutral == pull.checks.end() || neutral->summary.isEmpty())
        return {};
    return Text::tr("%1: %2").arg(neutral->name, neutral->summary.section(u", "_s, -1));
}

QString lastOf(const PullRequest &pull)
{
    QDateTime last;
    for (const auto &check : pull.checks)
        if (!last.isValid() || check.completedAt > last)
            last = check.completedAt;
    return last.isValid() ? Text::tr("The last one at %1").arg(words::clockTime(last)) : QString{};
}

FactLine checksFact(const PullRequest *pull)
{
    if (!pull)
        return {Tone::Plain, Text::tr("No checks yet"), Text::tr("They run when it is opened")};
    if (pull->checks.isEmpty())
        return {Tone::Plain, Text::tr("No checks"), Text::tr("None is known of this commit")};
    const auto failed = namesIn(*pull, Check::State::Failed);
    const auto running = namesIn(*pull, Check::State::Running);
    if (!failed.isEmpty())
        return {Tone::Bad,
                failed.size() == 1 ? Text::tr("1 check failed")
                                   : Text::tr("%n checks failed", nullptr, int(failed.size())),
                listed(failed)};
    const auto count = int(pull->checks.size());
    const auto passed = Text::tr("%1 of %2 checks passed").arg(count - int(running.size())).arg(count);
    if (!running.isEmpty())
        return {Tone::Running, passed,
                running.size() == 1 ? Text::tr("%1 is running").arg(running.first())
                                    : Text::tr("%1 are running").arg(listed(running))};
    const auto remark = remarkOf(*pull);
    return {Tone::Good, passed, remark.isEmpty() ? lastOf(*pull) : remark};
}

FactLine provenanceFact(const QList<const Row *> &rows)
{
    QStringList claimed;
    for (const auto *row : rows) {
        const auto &[workflow, branch] = row->claimedProvenance;
        if (!workflow.isEmpty())
            claimed.append(branch.isEmpty() ? workflow : Text::tr("%1 on %2").arg(workflow, branch));
    }
    claimed.removeDuplicates();
    if (claimed.isEmpty())
        return {Tone::Plain, Text::tr("Provenance"), Text::tr("None found")};
    return {Tone::Plain, Text::tr("Provenance claimed"), Text::tr("%1, not verified here").arg(listed(claimed))};
}

QString platformNames(const QList<Platform> &platforms)
{
    QStringList names;
    for (const auto &platform : platforms)
        names.append(platform.os == "linux"_L1 ? text(platform).sliced(qsizetype(sizeof("linux/") - 1))
                                               : text(platform));
    return names.join(u", "_s);
}

QString fullNames(const QList<Platform> &platforms)
{
    QStringList names;
    for (const auto &platform : platforms)
        names.append(text(platform));
    return listed(names);
}

FactLine riskFact(const QList<const Row *> &rows, const std::optional<Preview> &preview)
{
    for (const auto *row : rows)
        if (!row->droppedPlatforms.isEmpty())
            return {Tone::Attention, Text::tr("Platform dropped"),
                    row->droppedPlatforms.size() == 1 ? Text::tr("%1 is gone").arg(fullNames(row->droppedPlatforms))
                                                      : Text::tr("%1 are gone").arg(fullNames(row->droppedPlatforms))};
    if (!preview)
        return {Tone::Plain, Text::tr("Risks"), Text::tr("Not known yet")};
    const bool hasRisk =
        std::ranges::any_of(preview->updates, [](const auto &update) { return !update.risks.isEmpty(); });
    if (hasRisk)
        return {Tone::Attention, Text::tr("Read before you merge"), Text::tr("See above")};
    const auto names = rows.isEmpty() ? QString{} : platformNames(rows.first()->platforms);
    return {Tone::Good, Text::tr("No risks found"), names.isEmpty() ? QString{} : Text::tr("%1 unchanged").arg(names)};
}

FactLine mergeFact(const PullRequest *pull, const Snapshot &snapshot)
{
    if (!pull)
        return {Tone::Good, Text::tr("Can be opened"),
                Text::tr("%1 at %2")
                    .arg(snapshot.branch, snapshot.commit.first(std::min<qsizetype>(7, snapshot.commit.size())))};
    const auto behind =
        pull->newerCommits > 0
            ? (pull->newerCommits == 1 ? Text::tr("%1 has 1 newer commit")
                                       : Text::tr("%1 has %n newer commits", nullptr, pull->newerCommits))
                  .arg(pull->into)
            : Text::tr("Base is current");
    switch (pull->mergeability) {
    case PullRequest::Mergeability::Conflicting: return {Tone::Bad, Text::tr("Has conflicts"), behind};
    case PullRequest::Mergeability::Clean: return {Tone::Good, Text::tr("Can be merged"), behind};
    case PullRequest::Mergeability::BaseMoved:
    case PullRequest::Mergeability::Blocked: return {Tone::Good, Text::tr("No conflicts"), behind};
    case PullRequest::Mergeability::Unknown: break;
    }
    return {Tone::Plain, Text::tr("Not known yet"), Text::tr("GitHub is still looking")};
}

/// What a risk means, as a sentence. Empty for those that a person need not know before merging.
QString sentenceOf(updates::Risk risk, const workspace::PreviewedUpdate &update, const Row *row)
{
    using updates::Risk;
    switch (risk) {
    case Risk::Major:
        return row && row->policy.level != config::Level::Major
                   ? Text::tr("It is a major version: the policy stops at %1.")
                         .arg(row->policy.level == config::Level::Minor ? Text::tr("minor") : Text::tr("patch"))
                   : Text::tr("It is a major version.");
    case Risk::PlatformDropped: {
        const auto names = fullNames(update.droppedPlatforms);
        const bool isNamed = row && std::ranges::any_of(update.droppedPlatforms, [row](const Platform &gone) {
                                 return row->policy.platforms.contains(gone);
                             });
        return isNamed ? Text::tr("The new image has no %1, which the policy names.").arg(names)
                       : Text::tr("The new image has no %1; the running one has.").arg(names);
    }
    case Risk::OlderBuild: return Text::tr("The new image was built before the one that runs.");
    case Risk::CurrentGone:
        return Text::tr("What runs now is no longer in the registry, so there is no way back to it.");
    case Risk::SourceChanged: return Text::tr("The new image names another source repository than the one that runs.");
    case Risk::StaleComment: return Text::tr("A comment on the same line still names the old version.");
    }
    return {};
}

} // namespace

QList<FactLine> factsOf(const Change &change, const Snapshot &snapshot, const std::optional<Preview> &preview,
                        const QDateTime &)
{
    const auto *pull = change.pullRequest > 0 ? snapshot.find(change.pullRequest) : nullptr;
    if (pull && pull->stage != PullRequest::Stage::Open) // what was known of it before is not asked for again
        return {pull->stage == PullRequest::Stage::Merged
                    ? FactLine{Tone::Good, Text::tr("Merged"), Text::tr("Into %1").arg(pull->into)}
                    : FactLine{Tone::Plain, Text::tr("Closed"), Text::tr("It was not merged")}};
    QList<const Row *> rows;
    for (const auto &key : change.rows)
        if (const auto *row = snapshot.find(key))
            rows.append(row);
    return {checksFact(pull), provenanceFact(rows), riskFact(rows, preview), mergeFact(pull, snapshot)};
}

std::optional<Warning> warningOf(const Preview &preview, const Snapshot &snapshot)
{
    QStringList sentences;
    for (const auto &update : preview.updates)
        for (const auto risk : update.risks)
            sentences.append(sentenceOf(risk, update, snapshot.find(update.key)));
    sentences.removeDuplicates();
    if (sentences.isEmpty())
        return std::nullopt;
    const QStringList numbers{Text::tr("One thing"), Text::tr("Two things"), Text::tr("Three things"),
                              Text::tr("Four things")};
    const auto count = sentences.size() <= numbers.size() ? numbers.at(sentences.size() - 1)
                                                          : Text::tr("%1 things").arg(sentences.size());
    return Warning{Text::tr("%1 to know before you merge").arg(count), sentences.join(u' ')};
}

} // namespace slipway::review
