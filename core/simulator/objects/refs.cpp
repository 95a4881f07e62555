// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/nodeid.h"
#include "core/simulator/objects/site.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator::objects
{
namespace
{

using graphql::fixed;

constexpr auto heads = "refs/heads/"_L1;

QString branchOf(const QString &ref)
{
    return ref.startsWith(heads) ? ref.sliced(heads.size()) : QString{};
}

/// What a branch asks of those who push to it, as far as the viewer meets it.
Value updateRule(const Repository &repository, const QString &ref)
{
    const auto found = repository.protections.find(branchOf(ref));
    if (found == repository.protections.end())
        return none();
    Values checks;
    for (const auto &check : found->checks)
        checks.append(check);
    return Object{.type = u"RefUpdateRule"_s,
                  .fields = {
                      {u"pattern"_s, fixed(branchOf(ref))},
                      {u"requiresSignatures"_s, fixed(found->signatures)},
                      {u"requiredApprovingReviewCount"_s, fixed(found->approvals)},
                      {u"requiredStatusCheckContexts"_s, lazily([checks] { return checks; })},
                      {u"requiresLinearHistory"_s, fixed(false)},
                      {u"requiresCodeOwnerReviews"_s, fixed(false)},
                      {u"requiresConversationResolution"_s, fixed(false)},
                      {u"allowsForcePushes"_s, fixed(false)},
                      {u"allowsDeletions"_s, fixed(false)},
                      {u"blocksCreations"_s, fixed(false)},
                      {u"viewerCanPush"_s, fixed(false)},
                      {u"viewerAllowedToDismissReviews"_s, fixed(false)},
                  }};
}

Value protectionRule(const Repository &repository, const QString &ref)
{
    const auto found = repository.protections.find(branchOf(ref));
    if (found == repository.protections.end())
        return none();
    return Object{.type = u"BranchProtectionRule"_s,
                  .interfaces = {u"Node"_s},
                  .fields = {{u"requiresStrictStatusChecks"_s, fixed(found->strict)},
                             {u"requiredApprovingReviewCount"_s, fixed(found->approvals)},
                             {u"requiresCommitSignatures"_s, fixed(found->signatures)},
                             {u"pattern"_s, fixed(branchOf(ref))}}};
}

} // namespace

Object refObject(const Site &site, Repository &repository, const QString &ref)
{
    const auto lastSlash = ref.startsWith(heads) ? heads.size() : ref.indexOf(u'/', 5) + 1;
    return {
        .type = u"Ref"_s,
        .interfaces = {u"Node"_s},
        .fields = {
            {u"id"_s, fixed(textOf({u"REF"_s, {QString::number(repository.id), ref}}))},
            {u"name"_s, fixed(ref.sliced(lastSlash))},
            {u"prefix"_s, fixed(ref.first(lastSlash))},
            {u"repository"_s, lazily([&site, &repository] { return repositoryObject(site, repository); })},
            {u"target"_s,
             lazily([&site, &repository, ref] { return commitObject(site, repository, repository.refs.value(ref)); })},
            {u"refUpdateRule"_s, lazily([&repository, ref] { return updateRule(repository, ref); })},
            {u"branchProtectionRule"_s, lazily([&repository, ref] { return protectionRule(repository, ref); })},
            {u"rules"_s,
             [](const QJsonObject &arguments) { // of rulesets: nobody has made any
                 return connectionOf(
                     u"RepositoryRuleConnection"_s, QStringList{}, [](const QString &) { return none(); }, arguments);
             }},
            {u"associatedPullRequests"_s,
             [&site, &repository, ref](const QJsonObject &arguments) {
                 auto wanted = arguments;
                 wanted.insert(u"headRefName"_s, branchOf(ref));
                 return connectionOf(
                     u"PullRequestConnection"_s, chosenPulls(repository, wanted),
                     [&](const PullRequest *pull) { return pullObject(site, repository, *pull); }, arguments);
             }},
        }};
}

} // namespace slipway::simulator::objects
