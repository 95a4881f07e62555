// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/actions/drafting.h"

#include "core/updates/pullbranch.h"
#include "core/workspace/rows.h"

#include <algorithm>

namespace slipway::workspace
{
namespace
{

const PullRequest *carrierOf(const QList<PullRequest> &open, const QString &service)
{
    const auto found = std::ranges::find_if(
        open, [&](const PullRequest &each) { return each.policyChange.isEmpty() && carries(each, service); });
    return found == open.end() ? nullptr : &*found;
}

void addServicesOf(const PullRequest &pullRequest, QStringList &services)
{
    for (const auto &move : pullRequest.moves)
        services.append(move.service);
    services.removeDuplicates();
}

QStringList namesOf(const QList<RowKey> &keys)
{
    QStringList names;
    for (const auto &key : keys)
        names.append(key.service);
    names.removeDuplicates();
    return names;
}

} // namespace

Drafting choose(const QList<RowKey> &keys, const QList<PullRequest> &open)
{
    const auto names = namesOf(keys);
    const auto *carrier = carrierOf(open, names.first());
    const bool isOne =
        carrier && std::ranges::all_of(names, [&](const QString &name) { return carries(*carrier, name); });
    if (names.size() == 1 || isOne) {
        Drafting choice{.services = names, .branch = updates::imageBranch(names.first())};
        if (carrier) {
            addServicesOf(*carrier, choice.services);
            choice.pullRequest = carrier->number;
            if (const auto branch = BranchName::parse(carrier->branch))
                choice.branch = *branch;
        }
        return choice;
    }
    Drafting choice{.services = {}, .branch = updates::batchBranch()};
    const auto batch = std::ranges::find(open, choice.branch.text(), &PullRequest::branch);
    for (const auto &key : keys) {
        carrier = carrierOf(open, key.service);
        if (carrier && carrier->branch != choice.branch.text())
            choice.leftOut.append({key, carrier->number});
        else
            choice.services.append(key.service);
    }
    choice.services.removeDuplicates();
    if (batch != open.end()) {
        addServicesOf(*batch, choice.services);
        choice.pullRequest = batch->number;
    } else if (choice.services.size() == 1) {
        choice.branch = updates::imageBranch(choice.services.first());
    }
    return choice;
}

} // namespace slipway::workspace
