// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/nodeid.h"
#include "core/simulator/api/writes.h"
#include "core/simulator/rest/commits.h"
#include "core/simulator/rest/repositories.h"
#include "core/simulator/rest/router.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator::rest
{
namespace
{

Json refJson(const Call &call, const QString &ref)
{
    const auto url = urlOf(call, *call.repository);
    const auto commit = call.repository->refs.value(ref);
    return {
        {"ref", ref},
        {"node_id", textOf({u"REF"_s, {QString::number(call.repository->id), ref}})},
        {"url", url + u"/git/"_s + ref},
        {"object", Json{{"type", u"commit"_s}, {"sha", commit}, {"url", url + u"/git/commits/"_s + commit}}},
    };
}

QString asked(const Call &call)
{
    return u"refs/"_s + call.part("ref"_L1);
}

Answer get(const Call &call)
{
    return call.repository->refs.contains(asked(call)) ? json(200, refJson(call, asked(call))) : notFound(call);
}

Answer matching(const Call &call)
{
    QStringList refs;
    for (auto ref = call.repository->refs.keyBegin(); ref != call.repository->refs.keyEnd(); ++ref)
        if (ref->startsWith(asked(call)))
            refs.append(*ref);
    return page(call, refs, [&](const QString &ref) { return refJson(call, ref); });
}

Answer refused(const Call &call, const RefObjection &objection)
{
    switch (objection.kind) {
    case RefObjection::Kind::Workflows: return notFound(call);
    case RefObjection::Kind::Exists: return refusal(call, 422, u"Reference already exists"_s);
    default: return refusal(call, 422, objection.message);
    }
}

Answer create(const Call &call)
{
    const auto body = call.body();
    const RefChange change{.ref = body["ref"_L1].toString(), .before = ObjectId{}, .after = body["sha"_L1].toString()};
    if (call.repository->refs.isEmpty())
        return refusal(call, 409, u"Git Repository is empty."_s);
    if (const auto wrong = objection(*call.repository, call.viewer, change))
        return refused(call, *wrong);
    carryOut(call.world, *call.repository, change, call.viewer.login);
    return json(201, refJson(call, change.ref));
}

Answer update(const Call &call)
{
    const auto body = call.body();
    const RefChange change{.ref = asked(call), .after = body["sha"_L1].toString(), .force = body["force"_L1].toBool()};
    if (!call.repository->refs.contains(change.ref))
        return refusal(call, 422, u"Reference does not exist"_s);
    if (const auto wrong = objection(*call.repository, call.viewer, change))
        return refused(call, *wrong);
    carryOut(call.world, *call.repository, change, call.viewer.login);
    return json(200, refJson(call, change.ref));
}

Answer remove(const Call &call)
{
    const RefChange change{.ref = asked(call), .after = {}};
    if (const auto wrong = objection(*call.repository, call.viewer, change))
        return refused(call, *wrong);
    carryOut(call.world, *call.repository, change, call.viewer.login);
    return nothing();
}

QStringList branchNames(const Repository &repository)
{
    constexpr auto heads = "refs/heads/"_L1;
    QStringList names;
    for (auto ref = repository.refs.keyBegin(); ref != repository.refs.keyEnd(); ++ref)
        if (ref->startsWith(heads))
            names.append(ref->sliced(heads.size()));
    return names;
}

Answer branches(const Call &call)
{
    return page(call, branchNames(*call.repository), [&](const QString &name) {
        const auto commit = branch(*call.repository, name);
        return Json{
            {"name", name},
            {"commit", Json{{"sha", commit}, {"url", urlOf(call, *call.repository) + u"/commits/"_s + commit}}},
            {"protected", call.repository->protections.contains(name)},
        };
    });
}

Json protectionJson(const Repository &repository, const QString &name)
{
    const auto found = repository.protections.find(name);
    const bool isProtected = found != repository.protections.end();
    const auto checks = isProtected ? found->checks : QStringList{};
    QJsonArray details;
    for (const auto &check : checks)
        details.append(Json{{"context", check}, {"app_id", QJsonValue::Null}});
    return {{"enabled", isProtected},
            {"required_status_checks", Json{{"enforcement_level", isProtected ? u"everyone"_s : u"off"_s},
                                            {"contexts", QJsonArray::fromStringList(checks)},
                                            {"checks", details}}}};
}

Answer oneBranch(const Call &call)
{
    const auto name = call.part("branch"_L1);
    const auto commit = branch(*call.repository, name);
    if (commit.isEmpty())
        return refusal(call, 404, u"Branch not found"_s);
    const QString self = urlOf(call, *call.repository) + u"/branches/"_s + name;
    return json(200,
                Json{
                    {"name", name},
                    {"commit", commitJson(call, commit)},
                    {"_links", Json{{"self", self}, {"html", htmlOf(call, *call.repository) + u"/tree/"_s + name}}},
                    {"protected", call.repository->protections.contains(name)},
                    {"protection", protectionJson(*call.repository, name)},
                    {"protection_url", self + u"/protection"},
                });
}

} // namespace

QList<Route> refRoutes()
{
    const auto refs = u"/repos/{owner}/{repo}/git/refs"_s;
    return {
        {"GET", u"/repos/{owner}/{repo}/git/ref/{ref...}"_s, For::Anyone, u"git/refs#get-a-reference"_s, get},
        {"GET", u"/repos/{owner}/{repo}/git/matching-refs/{ref...}"_s, For::Anyone,
         u"git/refs#list-matching-references"_s, matching},
        {"POST", refs, For::Writers, u"git/refs#create-a-reference"_s, create},
        {"PATCH", refs + u"/{ref...}", For::Writers, u"git/refs#update-a-reference"_s, update},
        {"DELETE", refs + u"/{ref...}", For::Writers, u"git/refs#delete-a-reference"_s, remove},
        {"GET", u"/repos/{owner}/{repo}/branches"_s, For::Anyone, u"branches/branches#list-branches"_s, branches},
        {"GET", u"/repos/{owner}/{repo}/branches/{branch...}"_s, For::Anyone, u"branches/branches#get-a-branch"_s,
         oneBranch},
    };
}

} // namespace slipway::simulator::rest
