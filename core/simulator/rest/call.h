// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/api/json.h"
#include "core/simulator/api/memory.h"
#include "core/simulator/api/viewer.h"
#include "core/simulator/exchange.h"
#include "core/simulator/world.h"

/// GitHub's REST API over the world: one file for each family of operations. Source: GitHub's OpenAPI description.
namespace slipway::simulator::rest
{

/// Where things are found on the host that was asked, as the addresses in answers say.
struct Links
{
    QString api;  ///< "https://api.github.com", "https://ghes.example/api/v3"
    QString html; ///< "https://github.com"
};

enum class Version { Of2022, Of2026 }; ///< 2022-11-28, 2026-03-10

/// One request, and all that is needed to answer it.
struct Call
{
    World &world;
    Memory &memory;
    const Request &request;
    const Viewer &viewer;
    Links links;
    Version version;
    QString docs = {};                  ///< the page about this operation, below docs.github.com/rest
    QHash<QString, QString> parts = {}; ///< what stands in the path for {pull_number} and the like, decoded
    Repository *repository = nullptr;   ///< of {owner}/{repo}; always there if the path has them

    [[nodiscard]] QString part(QLatin1StringView name) const { return parts.value(name); }
    [[nodiscard]] QString query(QLatin1StringView name) const
    {
        return request.query.queryItemValue(name, QUrl::FullyDecoded);
    }
    /// GitHub Enterprise Server, whose API is found below /api/v3.
    [[nodiscard]] bool isEnterprise() const { return links.api.endsWith(QLatin1StringView{"/api/v3"}); }
    /// The body as JSON; an empty object if it is none.
    [[nodiscard]] QJsonObject body() const;
    [[nodiscard]] bool accepts(QByteArrayView mediaType) const; ///< "application/vnd.github.diff"
};

[[nodiscard]] Answer json(int status, const QJsonObject &value);
[[nodiscard]] Answer json(int status, const QJsonArray &value);
[[nodiscard]] Answer nothing(); ///< 204
[[nodiscard]] Answer text(const QByteArray &type, const QByteArray &body);

/// An error as GitHub writes it, with the page about the operation.
[[nodiscard]] Answer refusal(const Call &call, int status, const QString &message);
[[nodiscard]] Answer notFound(const Call &call);

/// What is wrong with one field: 422 "Validation Failed".
struct Invalid
{
    QString resource; ///< "PullRequest"
    QString field = {};
    QString code = QStringLiteral("custom"); ///< missing, missing_field, invalid, already_exists, custom
    QString message = {};
};
[[nodiscard]] Answer invalid(const Call &call, const Invalid &what);

/// The page of a list that was asked for, as JSON made by `each`, with the Link header of its neighbours.
template<class List, class Each> [[nodiscard]] Answer page(const Call &call, const List &list, Each each);

/// A part of a list.
struct Slice
{
    qsizetype begin;
    qsizetype end;
};
/// per_page and page, as far as there is anything.
[[nodiscard]] Slice sliceOf(const Call &call, qsizetype total);
/// The Link header: first, prev, next, last; empty if the list has one page.
[[nodiscard]] QByteArray linksOf(const Call &call, qsizetype total);

template<class List, class Each> Answer page(const Call &call, const List &list, Each each)
{
    const auto slice = sliceOf(call, list.size());
    QJsonArray items;
    for (auto i = slice.begin; i < slice.end; ++i)
        items.append(each(list.at(i)));
    auto answer = json(200, items);
    if (const auto links = linksOf(call, list.size()); !links.isEmpty())
        answer.headers.append("Link", links);
    return answer;
}

} // namespace slipway::simulator::rest
