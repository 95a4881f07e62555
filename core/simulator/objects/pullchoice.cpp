// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/objects/site.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator::objects
{
namespace
{

bool hasState(const PullRequest &pull, const QJsonArray &states)
{
    const auto state = pull.isMerged() ? u"MERGED"_s : pull.isOpen() ? u"OPEN"_s : u"CLOSED"_s;
    return states.isEmpty() || states.contains(state);
}

bool hasLabel(const PullRequest &pull, const QJsonArray &labels)
{
    return labels.isEmpty() || std::ranges::any_of(labels, [&](const QJsonValue &label) {
               return pull.labels.contains(label.toString(), Qt::CaseInsensitive);
           });
}

} // namespace

/// Oldest first where no order is asked for.
QList<const PullRequest *> chosenPulls(const Repository &repository, const QJsonObject &arguments)
{
    const auto head = arguments.value("headRefName"_L1).toString(), base = arguments.value("baseRefName"_L1).toString();
    // One state comes as itself where a list of one is meant.
    const auto states = arguments.value("states"_L1);
    const auto wanted = states.isString() ? QJsonArray{states} : states.toArray();
    QList<const PullRequest *> list;
    for (const auto &pull : repository.pulls)
        if (hasState(pull, wanted) && hasLabel(pull, arguments.value("labels"_L1).toArray()) &&
            (head.isEmpty() || pull.head == head) && (base.isEmpty() || pull.base == base))
            list.append(&pull);
    const auto order = arguments.value("orderBy"_L1).toObject();
    if (order.value("field"_L1) == "UPDATED_AT"_L1)
        std::ranges::stable_sort(list, {}, &PullRequest::updatedAt);
    if (order.value("direction"_L1) == "DESC"_L1)
        std::ranges::reverse(list);
    return list;
}

} // namespace slipway::simulator::objects
