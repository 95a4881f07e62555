// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/nodeid.h"
#include "core/simulator/publish.h"
#include "core/simulator/rest/accounts.h"
#include "core/simulator/rest/repositories.h"
#include "core/simulator/rest/router.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator::rest
{
namespace
{

Json releaseJson(const Call &call, const Release &release)
{
    const QString url = urlOf(call, *call.repository) + u"/releases/%1"_s.arg(release.id);
    const auto upload = u"https://uploads.github.com/repos/%1/releases/%2/assets{?name,label}"_s;
    const QString archive = urlOf(call, *call.repository) + u"/%1/refs/tags/"_s + release.tag;
    return {
        {"id", release.id},
        {"node_id", nodeId(u"RE"_s, release.id)},
        {"url", url},
        {"html_url", htmlOf(call, *call.repository) + u"/releases/tag/"_s + release.tag},
        {"assets_url", url + u"/assets"},
        {"upload_url", upload.arg(fullName(*call.repository)).arg(release.id)},
        {"tarball_url", archive.arg(u"tarball"_s)},
        {"zipball_url", archive.arg(u"zipball"_s)},
        {"tag_name", release.tag},
        {"target_commitish", call.repository->defaultBranch},
        {"name", release.tag},
        {"body", release.notes},
        {"draft", false},
        {"prerelease", false},
        {"immutable", false},
        {"created_at", timeText(release.publishedAt)},
        {"published_at", timeText(release.publishedAt)},
        {"updated_at", timeText(release.publishedAt)},
        {"author", simpleUser(call, release.author)},
        {"assets", QJsonArray{}},
    };
}

Answer list(const Call &call)
{
    auto newestFirst = call.repository->releases;
    std::ranges::reverse(newestFirst);
    return page(call, newestFirst, [&](const Release &one) { return releaseJson(call, one); });
}

Answer latest(const Call &call)
{
    const auto &all = call.repository->releases;
    const auto newest = std::ranges::max_element(all, {}, &Release::publishedAt);
    return newest == all.end() ? notFound(call) : json(200, releaseJson(call, *newest));
}

Answer ofTag(const Call &call)
{
    const auto &all = call.repository->releases;
    const auto found = std::ranges::find(all, call.part("tag"_L1), &Release::tag);
    return found == all.end() ? notFound(call) : json(200, releaseJson(call, *found));
}

} // namespace

QList<Route> releaseRoutes()
{
    const auto releases = u"/repos/{owner}/{repo}/releases"_s;
    return {
        {"GET", releases, For::Anyone, u"releases/releases#list-releases"_s, list},
        {"GET", releases + u"/latest", For::Anyone, u"releases/releases#get-the-latest-release"_s, latest},
        {"GET", releases + u"/tags/{tag...}", For::Anyone, u"releases/releases#get-a-release-by-tag-name"_s, ofTag},
    };
}

} // namespace slipway::simulator::rest
