// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/actions/proposal.h"

#include "core/compose/pin.h"
#include "core/updates/changes.h"
#include "core/updates/survey.h"
#include "core/workspace/actions/policychanges.h"
#include "core/workspace/difference.h"
#include "core/workspace/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

std::unexpected<Error> notPossible()
{
    return failure(
        {.kind = Error::Kind::InvalidInput, .message = Text::tr("The change cannot be made on these files.")});
}

const updates::UpdateMarker *markerFor(const compose::Site &site, const QList<updates::UpdateMarker> &markers)
{
    const auto found = std::ranges::find_if(
        markers, [&](const updates::UpdateMarker &marker) { return site.use.services.contains(marker.service); });
    return found == markers.end() ? nullptr : &*found;
}

Result<QList<compose::TextEdit>> editsFor(const updates::Survey &survey, const QList<updates::UpdateMarker> &markers)
{
    QList<compose::TextEdit> all;
    for (const auto &site : survey.sites) {
        const auto *marker = site.use.kind == compose::Kind::Service ? markerFor(site, markers) : nullptr;
        if (!marker || !site.use.image)
            continue;
        const auto tag = marker->to.tag.isEmpty() ? std::nullopt : std::optional(marker->to.tag);
        const auto edits = compose::pinEdits(site, tag, marker->to.digest);
        if (!edits)
            return notPossible();
        all += *edits;
    }
    return all;
}

} // namespace

Result<updates::RepositoryFilesPointer> filesWith(const updates::RepositoryFilesPointer &base,
                                                  const updates::Markers &markers)
{
    const auto reader = updates::repositoryReader(base);
    const auto survey = updates::survey({.source = reader}, updates::Keep::Places);
    if (!survey)
        return failure(survey.error());
    const auto edits = editsFor(*survey, markers.updates);
    if (!edits)
        return failure(edits.error());
    const auto changes = updates::changesOf(reader, survey->sites, *edits);
    if (!changes.problems.isEmpty())
        return notPossible();
    QMap<QString, QByteArray> bytes;
    for (const auto &change : changes.files)
        bytes.insert(updates::targetOf(*base, change.name), change.after);
    if (!markers.policies.isEmpty()) {
        const auto policy = withPolicies(policyBytes(*base), proposedIn(markers.policies));
        if (!policy)
            return failure(policy.error());
        bytes.insert(policyFile(), *policy);
    }
    return withBytes(base, bytes);
}

bool isOurWriting(const updates::RepositoryFilesPointer &base, const updates::RepositoryFilesPointer &head,
                  const updates::Markers &markers)
{
    if (markers.updates.isEmpty() && markers.policies.isEmpty())
        return false;
    const auto written = filesWith(base, markers);
    if (!written)
        return false;
    return std::ranges::equal((*written)->tree.asKeyValueRange(), head->tree.asKeyValueRange(),
                              [](const auto &ours, const auto &theirs) {
                                  return ours.first == theirs.first && ours.second.blob == theirs.second.blob &&
                                         ours.second.kind == theirs.second.kind;
                              });
}

} // namespace slipway::workspace
