// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/plan.h"

#include <algorithm>

namespace slipway::updates
{

using namespace Qt::StringLiterals;

QString code(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Update: return u"update"_s;
    case Outcome::Current: return u"current"_s;
    case Outcome::Held: return u"held"_s;
    case Outcome::Refused: return u"refused"_s;
    case Outcome::Error: return u"error"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString code(Reason reason)
{
    switch (reason) {
    case Reason::Hold: return u"hold"_s;
    case Reason::Ignored: return u"ignored"_s;
    case Reason::Below: return u"below"_s;
    case Reason::Level: return u"level"_s;
    case Reason::MinimumAge: return u"minimum-age"_s;
    case Reason::AgeUnknown: return u"age-unknown"_s;
    case Reason::PlatformMissing: return u"platform-missing"_s;
    case Reason::SharedWaiting: return u"shared-waiting"_s;
    case Reason::OlderScheme: return u"older-scheme"_s;
    case Reason::VariableUnset: return u"variable-unset"_s;
    case Reason::VariableShared: return u"variable-shared"_s;
    case Reason::VariableComplex: return u"variable-complex"_s;
    case Reason::BuiltHere: return u"built-here"_s;
    case Reason::NeverPulled: return u"never-pulled"_s;
    case Reason::DigestOnly: return u"digest-only"_s;
    case Reason::TagNotVersion: return u"tag-not-version"_s;
    case Reason::InvalidReference: return u"invalid-reference"_s;
    case Reason::Template: return u"template"_s;
    case Reason::Escaped: return u"escaped"_s;
    case Reason::Shadowed: return u"shadowed"_s;
    case Reason::Unused: return u"unused"_s;
    case Reason::PoliciesDiffer: return u"policies-differ"_s;
    case Reason::NotManaged: return u"not-managed"_s;
    case Reason::RegistryNotFound: return u"registry-not-found"_s;
    case Reason::RegistryUnauthorized: return u"registry-unauthorized"_s;
    case Reason::RegistryRateLimited: return u"registry-rate-limited"_s;
    case Reason::RegistryUnreachable: return u"registry-unreachable"_s;
    case Reason::RegistryProtocol: return u"registry-protocol"_s;
    case Reason::TagGone: return u"tag-gone"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString code(Risk risk)
{
    switch (risk) {
    case Risk::CurrentGone: return u"current-gone"_s;
    case Risk::Major: return u"major"_s;
    case Risk::OlderBuild: return u"older-build"_s;
    case Risk::PlatformDropped: return u"platform-dropped"_s;
    case Risk::SourceChanged: return u"source-changed"_s;
    case Risk::StaleComment: return u"stale-comment"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString code(PlanPull::State state)
{
    switch (state) {
    case PlanPull::State::Created: return u"created"_s;
    case PlanPull::State::Updated: return u"updated"_s;
    case PlanPull::State::Unchanged: return u"unchanged"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

int Plan::count(Outcome outcome) const
{
    return static_cast<int>(std::ranges::count_if(references, [outcome](const PlannedReference &reference) {
        return reference.judgement && reference.judgement->outcome == outcome;
    }));
}

bool Plan::isBroken() const
{
    return std::ranges::contains(problems, Problem::Severity::Error, &Problem::severity);
}

} // namespace slipway::updates
