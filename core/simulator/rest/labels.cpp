// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/rest/labels.h"

#include "core/simulator/api/labels.h"
#include "core/simulator/api/nodeid.h"
#include "core/simulator/rest/repositories.h"
#include "core/simulator/rest/router.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator::rest
{
namespace
{

Json labelJson(const Call &call, const Label &label)
{
    const auto name = QString::fromLatin1(QUrl::toPercentEncoding(label.name));
    return {{"id", label.id},
            {"node_id", nodeId(u"LA"_s, label.id)},
            {"url", urlOf(call, *call.repository) + u"/labels/"_s + name},
            {"name", label.name},
            {"description", label.description}, // lists of pull requests may have no null here
            {"color", label.color},
            {"default", false}};
}

PullRequest *pullOf(const Call &call)
{
    const auto found = call.repository->pulls.find(call.part("issue_number"_L1).toInt());
    return found == call.repository->pulls.end() ? nullptr : &*found;
}

/// `{"labels": […]}` or the list by itself; names, or objects with a name.
QStringList namesIn(const Call &call)
{
    const auto document = QJsonDocument::fromJson(call.request.body);
    const auto list = document.isArray() ? document.array() : document.object().value("labels"_L1).toArray();
    QStringList names;
    for (const auto &one : list)
        names.append(one.isObject() ? one["name"_L1].toString() : one.toString());
    return names;
}

Answer all(const Call &call)
{
    return page(call, call.repository->labels, [&](const Label &label) { return labelJson(call, label); });
}

Answer ofIssue(const Call &call)
{
    const auto *pull = pullOf(call);
    return pull ? json(200, labelsJson(call, pull->labels)) : notFound(call);
}

Answer add(const Call &call)
{
    auto *pull = pullOf(call);
    if (!pull)
        return notFound(call);
    addLabels(call.world, *call.repository, *pull, namesIn(call));
    return json(200, labelsJson(call, pull->labels));
}

Answer set(const Call &call)
{
    if (auto *pull = pullOf(call))
        pull->labels.clear();
    return add(call);
}

} // namespace

QJsonArray labelsJson(const Call &call, const QStringList &names)
{
    QJsonArray labels;
    for (const auto &name : names)
        if (const auto *known = label(*call.repository, name))
            labels.append(labelJson(call, *known));
    return labels;
}

QList<Route> labelRoutes()
{
    const auto ofOne = u"/repos/{owner}/{repo}/issues/{issue_number}/labels"_s;
    return {
        {"GET", u"/repos/{owner}/{repo}/labels"_s, For::Anyone, u"issues/labels#list-labels-for-a-repository"_s, all},
        {"GET", ofOne, For::Anyone, u"issues/labels#list-labels-for-an-issue"_s, ofIssue},
        {"POST", ofOne, For::Writers, u"issues/labels#add-labels-to-an-issue"_s, add},
        {"PUT", ofOne, For::Writers, u"issues/labels#set-labels-for-an-issue"_s, set},
    };
}

} // namespace slipway::simulator::rest
