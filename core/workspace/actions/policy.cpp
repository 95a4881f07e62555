// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/actions/policy.h"

#include "core/config/workspacefile.h"
#include "core/updates/pullbranch.h"
#include "core/workspace/actions/base.h"
#include "core/workspace/actions/policychanges.h"
#include "core/workspace/difference.h"
#include "core/workspace/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

using Proposed = updates::PolicyChange;
using Key = Proposed::Key;

QString valueOf(const config::Hold &hold)
{
    if (const auto *day = std::get_if<QDate>(&hold))
        return day->toString(Qt::ISODate);
    if (const auto *version = std::get_if<config::HoldUntilVersion>(&hold))
        return version->version;
    return u"true"_s;
}

QString valueOf(config::Pin pin)
{
    return pin == config::Pin::Always ? u"always"_s : pin == config::Pin::Keep ? u"keep"_s : u"never"_s;
}

QString valueOf(config::Level level)
{
    return level == config::Level::Patch ? u"patch"_s : level == config::Level::Minor ? u"minor"_s : u"major"_s;
}

QList<Proposed> proposedBy(const PolicyChange &change)
{
    switch (change.kind) {
    case PolicyChange::Kind::Hold:
        return {
            {.service = change.service, .key = Key::Hold, .value = change.hold ? valueOf(*change.hold) : QString{}}};
    case PolicyChange::Kind::Pin: return {{.service = change.service, .key = Key::Pin, .value = valueOf(change.pin)}};
    case PolicyChange::Kind::Level:
        return {{.service = change.service, .key = Key::Level, .value = valueOf(change.level)}};
    case PolicyChange::Kind::Ignore: break;
    }
    QList<Proposed> all;
    for (const auto &tag : change.ignore)
        all.append({.service = change.service, .key = Key::Ignore, .value = tag});
    return all;
}

/// What the open pull request of the policy brings, as its markers say.
const github::PullRequest *openProposal(const QList<github::UpdatePull> &pulls)
{
    for (const auto &each : pulls)
        if (each.pull.state == github::PullRequest::State::Open && each.pull.branch == updates::policyBranch())
            return &each.pull;
    return nullptr;
}

/// A later change of the same key takes the place of an earlier one; ignored tags add up.
QList<Proposed> together(QList<Proposed> changes, const QList<Proposed> &later)
{
    for (const auto &change : later) {
        changes.removeIf([&](const Proposed &known) {
            return known.service == change.service && known.key == change.key &&
                   (change.key != Key::Ignore || known.value == change.value);
        });
        changes.append(change);
    }
    return changes;
}

/// The places of the changes, service by service.
QList<Place> placesOf(const QByteArray &text, const QList<Proposed> &changes)
{
    QList<Place> places;
    const auto read = config::readWorkspaceFile(text, policyFile());
    for (const auto &change : changes) {
        const Place place{.service = {},
                          .path = {u"services"_s, change.service},
                          .line = read ? read->serviceLines.value(change.service) : 0};
        if (!places.contains(place))
            places.append(place);
    }
    return places;
}

Result<Draft> draftOf(const Base &base, const QList<Proposed> &changes, const QByteArray &before,
                      const QByteArray &after)
{
    const auto told = updates::policyTextFor(changes);
    if (!told)
        return failure(told.error());
    Draft draft{.title = told->title,
                .branch = updates::policyBranch().text(),
                .into = base.branch.text(),
                .text = told->body,
                .labels = told->labels,
                .preview = {.into = base.branch.text(), .baseCommit = base.commit.id.text()},
                .policyChange = told->title};
    for (const auto &change : changes)
        draft.markers.append(updates::markerLine(updates::PolicyMarker{.service = change.service,
                                                                       .key = updates::text(change.key),
                                                                       .value = change.value,
                                                                       .base = base.commit.id}));
    draft.preview.files = {{.path = policyFile(),
                            .before = before,
                            .after = after,
                            .isNew = !base.files->tree.contains(policyFile()),
                            .places = placesOf(after, changes)}};
    draft.preview.contentHash = contentHashOf(draft.preview.files);
    return draft;
}

} // namespace

QCoro::Task<Result<Draft>> draftPolicy(ReachPointer reach, PolicyChange change, std::stop_token stop)
{
    auto asking = askOurPulls(reach, stop);
    const auto base = co_await askBase(reach, stop);
    const auto pulls = co_await asking;
    if (!base || !pulls)
        co_return failure(!base ? base.error() : pulls.error());
    if (const auto objection = goesElsewhere(*pulls, updates::policyBranch(), base->branch))
        co_return failure(*objection);
    const auto before = policyBytes(*base->files);
    const auto takesBack = change.kind == PolicyChange::Kind::Hold && !change.hold;
    const auto *open = openProposal(*pulls);
    auto changes = proposedBy(change);
    if (open)
        changes = together(proposedIn(updates::readMarkers(open->body).policies), changes);
    auto after = withPolicies(before, changes);
    if (!after && takesBack) { // there is nothing to take back but what is only proposed
        changes.removeIf([&](const Proposed &each) { return each.service == change.service && each.key == Key::Hold; });
        after = withPolicies(before, changes);
    }
    if (!after)
        co_return failure(after.error());
    if (*after == before)
        co_return failure({.kind = Error::Kind::InvalidInput,
                           .message = Text::tr("The policy of %1 says so already.").arg(change.service)});
    auto draft = draftOf(*base, changes, before, *after);
    if (draft && open) {
        draft->pullRequest = static_cast<int>(open->number.value);
        draft->titleBefore = open->title;
        draft->bodyBefore = open->body;
    }
    co_return draft;
}

} // namespace slipway::workspace
