// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/rest/router.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace slipway::simulator::rest
{
namespace
{

const QList<Route> &allRoutes()
{
    static const QList<Route> routes = metaRoutes() + accountRoutes() + repositoryRoutes() + commitRoutes() +
                                       contentRoutes() + refRoutes() + gitObjectRoutes() + pullRoutes() +
                                       reviewRoutes() + labelRoutes() + checkRoutes() + deploymentRoutes() +
                                       releaseRoutes() + packageRoutes();
    return routes;
}

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toLatin1());
}

using Parts = QHash<QString, QString>;

/// What stands for the names in a route's path; nothing if the path is another.
std::optional<Parts> match(const QString &path, const QString &route)
{
    const auto given = path.split(u'/'), wanted = route.split(u'/');
    Parts parts;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const auto &want = wanted.at(i);
        if (want.endsWith("...}"_L1) && i < given.size()) {
            parts.insert(want.sliced(1, want.size() - 5), decoded(given.sliced(i).join(u'/')));
            return given.at(i).isEmpty() ? std::nullopt : std::optional{parts};
        }
        if (i >= given.size())
            return {};
        if (want.startsWith(u'{') && !given.at(i).isEmpty())
            parts.insert(want.sliced(1, want.size() - 2), decoded(given.at(i)));
        else if (want != given.at(i))
            return {};
    }
    return given.size() == wanted.size() ? std::optional{parts} : std::nullopt;
}

QString pathOf(const Request &request)
{
    return request.path.startsWith("/api/v3"_L1) ? request.path.sliced(7) : request.path;
}

/// Why this viewer gets no answer; nothing if they do. Whoever may not see a repository learns nothing of it.
std::optional<Answer> objection(const Call &call, For who)
{
    if (call.parts.contains(u"repo"_s) && (!call.repository || !maySee(call.viewer, *call.repository)))
        return notFound(call);
    const bool isSignedIn = call.viewer.kind != Viewer::Kind::Nobody;
    if (who != For::Anyone && !isSignedIn)
        return refusal(call, 401, u"Requires authentication"_s);
    if (who == For::Packages && !hasScope(call.viewer, u"read:packages"_s)) {
        auto answer = refusal(call, 403,
                              call.viewer.kind == Viewer::Kind::FineGrained
                                  ? u"Resource not accessible by personal access token"_s
                                  : u"You need at least read:packages scope to list packages."_s);
        answer.headers.append("X-Accepted-OAuth-Scopes", "read:packages");
        return answer;
    }
    if (who == For::Writers && !mayWrite(call.viewer, *call.repository)) {
        if (call.viewer.kind == Viewer::Kind::FineGrained)
            return refusal(call, 403, u"Resource not accessible by personal access token"_s);
        return notFound(call);
    }
    return {};
}

} // namespace

Answer dispatch(Call call)
{
    const auto method = call.request.method == "HEAD" ? QByteArray{"GET"} : call.request.method;
    for (const auto &route : allRoutes()) {
        const auto parts = route.method == method ? match(pathOf(call.request), route.path) : std::nullopt;
        if (!parts)
            continue;
        call.parts = *parts;
        call.docs = route.docs;
        call.repository = repository(call.world, call.part("owner"_L1), call.part("repo"_L1));
        if (auto refused = objection(call, route.who))
            return *std::move(refused);
        return route.answer(call);
    }
    return notFound(call);
}

} // namespace slipway::simulator::rest
