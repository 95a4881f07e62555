// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/reasons.h"

#include "core/image/version.h"
#include "ui/images/policywords.h"
#include "ui/images/text.h"
#include "ui/images/times.h"
#include "ui/images/versions.h"
#include "ui/words/ages.h"
#include "ui/words/plain.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using updates::Outcome;
using updates::Reason;
using updates::Risk;
using workspace::Check;
using workspace::PullRequest;
using workspace::Row;
using workspace::Snapshot;
using workspace::State;

namespace
{

QString ageOf(const QDateTime &time, const QDateTime &now)
{
    return time.isValid() ? spokenAge(time, now) : QString{};
}

QString joined(const QString &what, const QString &age)
{
    if (what.isEmpty() || age.isEmpty())
        return what + age;
    return Text::tr("%1, %2").arg(what, age);
}

/// How far the newest is ahead: "3 releases", "Major version", "1 push".
QString distance(const Row &row)
{
    const auto pair = versionPair(row);
    // An update may have a reason too: of a newer one above it.
    const bool isHeldByLevel = row.judgement->outcome == Outcome::Held && row.judgement->reason == Reason::Level;
    if (isHeldByLevel || row.judgement->risks.contains(Risk::Major))
        return row.policy.level == config::Level::Patch && !row.judgement->risks.contains(Risk::Major)
                   ? Text::tr("Above patch level")
                   : Text::tr("Major version");
    if (pair.isPush() && !pair.from.digest)
        return Text::tr("Not pinned by digest yet");
    if (pair.isPush())
        return row.releasesBehind > 1 ? Text::tr("%n pushes", nullptr, row.releasesBehind) : Text::tr("1 push");
    if (row.releasesBehind == 1)
        return Text::tr("1 release");
    return row.releasesBehind > 1 ? Text::tr("%n releases", nullptr, row.releasesBehind) : QString{};
}

QString holdInWords(const std::optional<config::Hold> &hold)
{
    const auto limit = hold ? limitOf(*hold) : QString{};
    return limit.isEmpty() ? Text::tr("On hold") : Text::tr("Until %1").arg(limit);
}

QString heldInWords(const Row &row, Reason reason, const QDateTime &now)
{
    const auto tag = row.judgement->newest.value_or(QString{});
    switch (reason) {
    case Reason::Hold: return holdInWords(row.policy.hold);
    case Reason::Ignored: return Text::tr("%1 is ignored").arg(tag);
    case Reason::Below: return Text::tr("%1 is not below %2").arg(tag, row.policy.below.value_or(QString{}));
    case Reason::Level: return joined(distance(row), ageOf(row.newestCreated, now));
    case Reason::MinimumAge: return Text::tr("Until it is %1 old").arg(span(row.policy.minimumAge));
    case Reason::AgeUnknown: return Text::tr("%1 does not tell its age").arg(tag);
    case Reason::PlatformMissing: return Text::tr("%1 lacks a platform").arg(tag);
    case Reason::SharedWaiting: return Text::tr("Waits for images that share its tag");
    case Reason::OlderScheme: return Text::tr("%1 is an older numbering").arg(tag);
    default: return {};
    }
}

QString refusedInWords(Reason reason)
{
    switch (reason) {
    case Reason::VariableUnset: return Text::tr("Its variable has no value");
    case Reason::VariableShared: return Text::tr("Images share its variable");
    case Reason::VariableComplex: return Text::tr("Put together from variables");
    case Reason::BuiltHere: return Text::tr("Built here, not pulled");
    case Reason::NeverPulled: return Text::tr("Never pulled");
    case Reason::DigestOnly: return Text::tr("A digest without a tag");
    case Reason::TagNotVersion: return Text::tr("The tag is no version");
    case Reason::InvalidReference: return Text::tr("Not an image reference");
    case Reason::Template: return Text::tr("A template fills it in");
    case Reason::Escaped: return Text::tr("Written with escapes");
    case Reason::Shadowed: return Text::tr("Another file replaces it");
    case Reason::Unused: return Text::tr("No service uses it");
    case Reason::PoliciesDiffer: return Text::tr("Policies on one line differ");
    case Reason::NotManaged: return Text::tr("Shown, not changed");
    default: return {};
    }
}

QString unknownInWords(const Row &row, Reason reason, const QDateTime &now)
{
    switch (reason) {
    case Reason::RegistryNotFound: return Text::tr("Not in the registry");
    case Reason::RegistryUnauthorized: return Text::tr("No rights to read this package");
    case Reason::RegistryRateLimited:
        return row.askAgainAt.isValid() ? Text::tr("Rate limit until %1").arg(words::dayAndTime(row.askAgainAt, now))
                                        : Text::tr("Rate limit");
    case Reason::RegistryUnreachable: return Text::tr("The registry does not answer");
    case Reason::RegistryProtocol: return Text::tr("The registry's answer is not clear");
    case Reason::TagGone: return Text::tr("The tag is gone");
    default: return {};
    }
}

QString failedInWords(const Row &row, const Snapshot &snapshot)
{
    if (row.failure) {
        const auto version = text(row.failure->version);
        const auto runs = text(versionPair(row).from);
        return version == runs ? Text::tr("%1 failed on %2").arg(version, row.failure->environment)
                               : Text::tr("%1 failed on %2, %3 runs").arg(version, row.failure->environment, runs);
    }
    const auto *pull = snapshot.openFor(row);
    const auto *check = pull ? failedCheck(*pull) : nullptr;
    return check ? Text::tr("%1 failed in #%2").arg(check->name, QString::number(pull->number)) : QString{};
}

/// "Highest 1.x release that "minor" allows"; empty where the tag is no such version.
QString highest(const Row &row, const QString &tag)
{
    const auto version = parseVersion(tag);
    if (!version || version->isCalendar() ||
        (row.policy.follow != config::Follow::Auto && row.policy.follow != config::Follow::Semver))
        return {};
    if (row.policy.level == config::Level::Major)
        return Text::tr("Highest release");
    const auto kept = row.policy.level == config::Level::Minor ? 1 : 2;
    if (version->numbers.size() <= kept)
        return Text::tr("Highest release");
    QStringList line;
    for (qsizetype i = 0; i < kept; ++i)
        line.append(version->numbers.at(i).toString());
    return Text::tr("Highest %1.x release that \"%2\" allows")
        .arg(line.join(u'.'), kept == 1 ? u"minor"_s : u"patch"_s);
}

QString offeredBecause(const Row &row)
{
    const auto pair = versionPair(row);
    const auto tag = row.judgement->candidate ? row.judgement->candidate->tag : row.image.tag.value_or(QString{});
    if (row.policy.follow == config::Follow::Digest || (pair.isPush() && !parseVersion(tag)))
        return Text::tr("The digest that \"%1\" points to").arg(tag);
    if (row.policy.follow == config::Follow::Regex)
        return Text::tr("Highest tag that the pattern matches");
    return highest(row, tag);
}

QString heldBecause(const Row &row)
{
    const auto tag = row.judgement->newest.value_or(QString{});
    if (row.judgement->reason == Reason::Level)
        return Text::tr("%1 is newer, but the policy stops at %2")
            .arg(tag, row.policy.level == config::Level::Patch ? Text::tr("patch") : Text::tr("minor"));
    const auto limit = row.policy.hold ? limitOf(*row.policy.hold) : QString{};
    return row.judgement->reason == Reason::Hold && !limit.isEmpty() ? Text::tr("Held until %1").arg(limit) : QString{};
}

} // namespace

const Check *failedCheck(const PullRequest &pull)
{
    const auto found = std::ranges::find_if(
        pull.checks, [](const Check &check) { return check.isRequired && check.state == Check::State::Failed; });
    return found == pull.checks.end() ? nullptr : &*found;
}

QDateTime updatedAt(const Row &row)
{
    return row.newestCreated.isValid() ? row.newestCreated : row.runningCreated;
}

const PullRequest *pullRequestOf(const Row &row, const Snapshot &snapshot)
{
    if (const auto *open = snapshot.openFor(row))
        return open;
    const auto to = versionPair(row).to;
    const auto brings = [&](const workspace::Move &move) {
        return move.service == row.key.service && to && move.to.tag == to->tag;
    };
    for (const auto number : row.pullRequests) {
        const auto *pull = snapshot.find(number);
        if (pull && pull->stage == PullRequest::Stage::Merged && std::ranges::any_of(pull->moves, brings))
            return pull;
    }
    return nullptr;
}

QString reasonInWords(const Row &row, const QDateTime &now)
{
    if (!row.judgement || !row.judgement->reason)
        return {};
    switch (row.judgement->outcome) {
    case Outcome::Held: return heldInWords(row, *row.judgement->reason, now);
    case Outcome::Refused: return refusedInWords(*row.judgement->reason);
    case Outcome::Error: return unknownInWords(row, *row.judgement->reason, now);
    case Outcome::Update:
    case Outcome::Current: return {};
    }
    return {};
}

QString proposedInWords(const Row &row, const Snapshot &snapshot)
{
    for (const auto number : row.pullRequests) {
        const auto *pull = snapshot.find(number);
        if (!pull || pull->policyChange.isEmpty() || pull->stage != PullRequest::Stage::Open)
            continue;
        const auto deed = pull->policyChange.section(u' ', 0, 0);
        const bool isKnown = deed == "Hold"_L1 || deed == "Ignore"_L1 || deed == "Pin"_L1;
        return Text::tr("%1 proposed in #%2")
            .arg(isKnown ? deed : Text::tr("Change of policy"), QString::number(number));
    }
    return {};
}

QString reasonOf(const Row &row, const Snapshot &snapshot, const QDateTime &now)
{
    if (row.problem)
        return words::prose(row.problem->message);
    if (const auto proposed = proposedInWords(row, snapshot); !proposed.isEmpty())
        return proposed;
    if (row.state == State::Failed)
        return failedInWords(row, snapshot);
    if (!row.judgement)
        return {};
    switch (row.judgement->outcome) {
    case Outcome::Update: return joined(distance(row), ageOf(row.newestCreated, now));
    case Outcome::Current: {
        const auto age = ageOf(updatedAt(row), now);
        return age.isEmpty() ? Text::tr("Newest") : Text::tr("Newest since %1").arg(age);
    }
    default: return reasonInWords(row, now);
    }
}

QString newestBecause(const Row &row)
{
    if (!row.judgement)
        return {};
    const auto isOffered = row.judgement->outcome == Outcome::Update || row.judgement->outcome == Outcome::Current;
    const auto because = isOffered ? offeredBecause(row) : heldBecause(row);
    return because.isEmpty() ? words::prose(row.judgement->why) : because;
}

} // namespace slipway::images
