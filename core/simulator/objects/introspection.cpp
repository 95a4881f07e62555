// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/objects/site.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator::objects
{
namespace
{

/// What `gh` looks for in these types before it asks; the rest of them is not told.
const QHash<QString, QStringList> &told()
{
    static const QHash<QString, QStringList> types{
        {u"PullRequest"_s,
         {u"isInMergeQueue"_s, u"isMergeQueueEnabled"_s, u"reviewDecision"_s, u"statusCheckRollup"_s}},
        {u"StatusCheckRollupContextConnection"_s,
         {u"checkRunCount"_s, u"checkRunCountsByState"_s, u"statusContextCount"_s, u"statusContextCountsByState"_s}},
        {u"WorkflowRun"_s, {u"event"_s, u"workflow"_s}},
        {u"Issue"_s, {u"stateReason"_s}},
        {u"Repository"_s, {u"autoMergeAllowed"_s, u"pullRequestTemplates"_s, u"visibility"_s}},
    };
    return types;
}

} // namespace

Value typeNamed(const QString &name)
{
    const auto found = told().find(name);
    if (found == told().end())
        return none();
    return Object{.type = u"__Type"_s,
                  .fields = {{u"name"_s, graphql::fixed(name)},
                             {u"fields"_s, lazily([names = *found] {
                                  Values fields;
                                  for (const auto &one : names)
                                      fields.append(
                                          Object{.type = u"__Field"_s, .fields = {{u"name"_s, graphql::fixed(one)}}});
                                  return fields;
                              })}}};
}

} // namespace slipway::simulator::objects
