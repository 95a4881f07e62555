// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/state.h"

#include <concepts>
#include <tuple>
#include <type_traits>

/// The snapshot in the store, field by field; only stored.cpp asks.
namespace slipway::workspace
{

/// What is kept of each value, in its order. A change here is another `version` in stored.cpp.
template<class Given, class Wanted>
concept Is = std::same_as<std::remove_const_t<Given>, Wanted>;

auto fields(Is<RowKey> auto &it)
{
    return std::tie(it.project, it.service);
}
auto fields(Is<ImageVersion> auto &it)
{
    return std::tie(it.tag, it.digest);
}
auto fields(Is<Running> auto &it)
{
    return std::tie(it.version, it.environment, it.deployedAt);
}
auto fields(Is<Check> auto &it)
{
    return std::tie(it.name, it.state, it.isRequired, it.summary, it.startedAt, it.completedAt);
}
auto fields(Is<Move> auto &it)
{
    return std::tie(it.service, it.from, it.to);
}
auto fields(Is<PullRequest> auto &it)
{
    return std::tie(it.number, it.title, it.url, it.author, it.branch, it.into, it.headCommit, it.stage, it.isDraft,
                    it.openedAt, it.endedAt, it.endedBy, it.review, it.mergeability, it.newerCommits, it.labels,
                    it.checks, it.moves, it.policyChange, it.policyServices);
}
auto fields(Is<DeployFailure> auto &it)
{
    return std::tie(it.environment, it.description, it.version, it.at);
}
auto fields(Is<ImageRepository> auto &it)
{
    return std::tie(it.registry, it.path);
}
auto fields(Is<ImageReference> auto &it)
{
    return std::tie(it.repository, it.tag, it.digest);
}
auto fields(Is<Platform> auto &it)
{
    return std::tie(it.os, it.architecture, it.variant);
}
auto fields(Is<config::Policy> auto &it)
{
    return std::tie(it.follow, it.level, it.prereleases, it.match, it.order, it.hold, it.below, it.ignore,
                    it.minimumAge, it.pin, it.tag, it.platforms);
}
auto fields(Is<updates::Skipped> auto &it)
{
    return std::tie(it.tag, it.reason);
}
auto fields(Is<updates::ShownEdit> auto &it)
{
    return std::tie(it.file, it.line, it.before, it.after);
}
auto fields(Is<updates::Candidate> auto &it)
{
    return std::tie(it.tag, it.digest);
}
auto fields(Is<updates::Source> auto &it)
{
    return std::tie(it.url, it.from, it.to, it.compare);
}
auto fields(Is<updates::Judgement> auto &it)
{
    return std::tie(it.outcome, it.reason, it.why, it.newest, it.skipped, it.candidate, it.edits, it.risks, it.source,
                    it.askAgainAt);
}
auto fields(Is<updates::ProvenanceClaim> auto &it)
{
    return std::tie(it.workflow, it.branch);
}
auto fields(Is<Row> auto &it)
{
    return std::tie(it.key, it.isInSeveralProjects, it.image, it.file, it.line, it.state, it.running, it.judgement,
                    it.newestCreated, it.runningCreated, it.releasesBehind, it.isAutomated, it.platforms,
                    it.droppedPlatforms, it.claimedProvenance, it.policy, it.pullRequests, it.failure, it.checkedAt,
                    it.askAgainAt);
}
auto fields(Is<Problem> auto &it)
{
    return std::tie(it.file, it.line, it.column, it.severity, it.code, it.message);
}
auto fields(Is<Snapshot> auto &it)
{
    return std::tie(it.host, it.owner, it.repository, it.branch, it.commit, it.isDemo, it.composeFiles,
                    it.composeFileNames, it.rows, it.pullRequests, it.branches, it.labels, it.refreshedAt, it.problems);
}

} // namespace slipway::workspace
