// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/nodeid.h"
#include "core/simulator/api/pullview.h"
#include "core/simulator/publish.h"
#include "core/simulator/rest/accounts.h"
#include "core/simulator/rest/commits.h"
#include "core/simulator/rest/pulls.h"
#include "core/simulator/rest/repositories.h"
#include "core/simulator/rest/router.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator::rest
{
namespace
{

Json reviewJson(const Call &call, const PullRequest &pull, const Review &review)
{
    const QString html =
        htmlOf(call, *call.repository) + u"/pull/%1#pullrequestreview-%2"_s.arg(pull.number).arg(review.id);
    return {
        {"id", review.id},
        {"node_id", nodeId(u"PRR"_s, review.id)},
        {"user", simpleUser(call, review.author)},
        {"body", review.body},
        {"state", stateText(review.state)},
        {"html_url", html},
        {"pull_request_url", urlOf(call, pull)},
        {"_links", Json{{"html", Json{{"href", html}}}, {"pull_request", Json{{"href", urlOf(call, pull)}}}}},
        {"submitted_at", timeText(review.at)},
        {"commit_id", review.commit},
        {"author_association", associationOf(call.world, *call.repository, review.author)},
    };
}

Answer reviews(const Call &call)
{
    const auto *pull = pullOf(call);
    if (!pull)
        return notFound(call);
    return page(call, pull->reviews, [&](const Review &review) { return reviewJson(call, *pull, review); });
}

Answer files(const Call &call)
{
    const auto *pull = pullOf(call);
    if (!pull)
        return notFound(call);
    return page(call, contentOf(*call.repository, *pull).files,
                [&](const FilePatch &patch) { return fileJson(call, patch, pull->headCommit); });
}

Answer commits(const Call &call)
{
    const auto *pull = pullOf(call);
    if (!pull)
        return notFound(call);
    return page(call, contentOf(*call.repository, *pull).commits,
                [&](const ObjectId &id) { return commitJson(call, id); });
}

} // namespace

QList<Route> reviewRoutes()
{
    const auto pull = u"/repos/{owner}/{repo}/pulls/{pull_number}"_s;
    return {
        {"GET", pull + u"/reviews", For::Anyone, u"pulls/reviews#list-reviews-for-a-pull-request"_s, reviews},
        {"GET", pull + u"/files", For::Anyone, u"pulls/pulls#list-pull-requests-files"_s, files},
        {"GET", pull + u"/commits", For::Anyone, u"pulls/pulls#list-commits-on-a-pull-request"_s, commits},
    };
}

} // namespace slipway::simulator::rest
