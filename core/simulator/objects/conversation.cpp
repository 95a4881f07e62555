// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/objects/conversation.h"

#include "core/simulator/api/json.h"
#include "core/simulator/api/labels.h"
#include "core/simulator/api/nodeid.h"
#include "core/simulator/api/pullview.h"
#include "core/simulator/publish.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator::objects
{
namespace
{

using graphql::fixed;

Object labelObject(const Site &site, const Repository &repository, const Label &label)
{
    return {.type = u"Label"_s,
            .interfaces = {u"Node"_s},
            .fields = {{u"id"_s, fixed(nodeId(u"LA"_s, label.id))},
                       {u"name"_s, fixed(label.name)},
                       {u"description"_s, fixed(textOrNull(label.description))},
                       {u"color"_s, fixed(label.color)},
                       {u"url"_s, fixed(QString{site.html + u'/' + fullName(repository) + u"/labels/" + label.name})}}};
}

/// An answer of somebody to the whole: a comment or a review.
Object remark(const Site &site, const Repository &repository, const QString &type, const QString &login,
              const QString &body, const QDateTime &at)
{
    return {.type = type,
            .interfaces = {u"Comment"_s, u"Node"_s},
            .fields = {
                {u"author"_s, lazily([&site, login] { return actor(site, login); })},
                {u"authorAssociation"_s, fixed(associationOf(site.world, repository, login))},
                {u"body"_s, fixed(body)},
                {u"createdAt"_s, fixed(timeText(at))},
                {u"includesCreatedEdit"_s, fixed(false)},
                {u"isMinimized"_s, fixed(false)},
                {u"minimizedReason"_s, fixed({})},
                {u"viewerDidAuthor"_s, fixed(site.viewer.login == login)},
                {u"reactionGroups"_s, lazily([] { return Values{}; })},
            }};
}

Object commentObject(const Site &site, const Repository &repository, const PullRequest &pull, const Comment &comment)
{
    const QString url = pullUrl(site, repository, pull) + u"#issuecomment-%1"_s.arg(comment.id);
    return with(remark(site, repository, u"IssueComment"_s, comment.author, comment.body, comment.at),
                {{u"id"_s, fixed(nodeId(u"IC"_s, comment.id))}, {u"url"_s, fixed(url)}});
}

Object reviewObject(const Site &site, Repository &repository, const PullRequest &pull, const Review &review)
{
    const QString url = pullUrl(site, repository, pull) + u"#pullrequestreview-%1"_s.arg(review.id);
    return with(remark(site, repository, u"PullRequestReview"_s, review.author, review.body, review.at),
                {
                    {u"id"_s, fixed(nodeId(u"PRR"_s, review.id))},
                    {u"url"_s, fixed(url)},
                    {u"state"_s, fixed(stateText(review.state))},
                    {u"submittedAt"_s, fixed(timeText(review.at))},
                    {u"commit"_s, lazily([&site, &repository, id = review.commit] {
                         return id.isEmpty() ? none() : Value{commitObject(site, repository, id)};
                     })},
                });
}

/// How it ended, as the timeline has it: merging closes it too.
Values timeline(const Site &site, Repository &repository, const PullRequest &pull, const QJsonArray &types)
{
    Values items;
    const auto add = [&](const QString &type, const QString &event, const QHash<QString, graphql::Resolver> &fields) {
        if (types.isEmpty() || types.contains(event))
            items.append(
                with({.type = type,
                      .interfaces = {u"Node"_s, u"PullRequestTimelineItems"_s},
                      .fields = {{u"actor"_s, lazily([&site, login = pull.closedBy] { return actor(site, login); })},
                                 {u"createdAt"_s, fixed(timeOrNull(pull.closedAt))}}},
                     fields));
    };
    if (pull.isMerged())
        add(u"MergedEvent"_s, u"MERGED_EVENT"_s, {{u"commit"_s, lazily([&site, &repository, id = pull.mergeCommit] {
                                                       return commitObject(site, repository, id);
                                                   })}});
    if (!pull.isOpen())
        add(u"ClosedEvent"_s, u"CLOSED_EVENT"_s, {});
    return items;
}

} // namespace

QString pullUrl(const Site &site, const Repository &repository, const PullRequest &pull)
{
    return site.html + u'/' + fullName(repository) + u"/pull/%1"_s.arg(pull.number);
}

QHash<QString, graphql::Resolver> conversation(const Site &site, Repository &repository, const PullRequest &pull)
{
    const auto review = [&](const Review &one) { return reviewObject(site, repository, pull, one); };
    return {
        {u"labels"_s, listed(u"LabelConnection"_s, pull.labels,
                             [&](const QString &name) {
                                 const auto *found = label(repository, name);
                                 return found ? Value{labelObject(site, repository, *found)} : none();
                             })},
        {u"comments"_s, listed(u"IssueCommentConnection"_s, pull.comments,
                               [&](const Comment &one) { return commentObject(site, repository, pull, one); })},
        {u"reviews"_s, listed(u"PullRequestReviewConnection"_s, pull.reviews, review)},
        {u"latestReviews"_s, listed(u"PullRequestReviewConnection"_s, pull.reviews, review)},
        {u"timelineItems"_s,
         [&](const QJsonObject &arguments) {
             return connectionOf(
                 u"PullRequestTimelineItemsConnection"_s,
                 timeline(site, repository, pull, arguments.value("itemTypes"_L1).toArray()),
                 [](const Value &item) { return item; }, arguments);
         }},
    };
}

} // namespace slipway::simulator::objects
