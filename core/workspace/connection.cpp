// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/connection.h"

#include "core/base/json.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

struct Parts
{
    QString api;
    QString repository;
    QString branch;
};

Parts readParts(const json::Value &in)
{
    return {.api = in["api"_L1].text(), .repository = in["repository"_L1].text(), .branch = in["branch"_L1].text()};
}

} // namespace

QString idOf(const Connection &connection)
{
    const auto branch = connection.branch ? u'@' + connection.branch->text() : QString{};
    return connection.host.name.toLower() + u'/' + connection.repository.text().toLower() + branch;
}

QByteArray rememberedOf(const Connection &connection)
{
    return QJsonDocument(QJsonObject{
                             {u"api"_s, connection.host.rest.toString()},
                             {u"repository"_s, connection.repository.text()},
                             {u"branch"_s, connection.branch ? connection.branch->text() : QString{}},
                         })
        .toJson(QJsonDocument::Compact);
}

std::optional<Connection> connectionFrom(const QByteArray &remembered)
{
    const auto parts = json::decode(remembered, readParts);
    if (!parts)
        return std::nullopt;
    const auto host = github::hostAt(parts->api);
    const auto repository = RepositoryId::parse(parts->repository);
    const auto branch = BranchName::parse(parts->branch);
    if (!host || !repository || (!branch && !parts->branch.isEmpty()))
        return std::nullopt;
    return Connection{
        .host = *host, .repository = *repository, .branch = branch ? std::optional(*branch) : std::nullopt};
}

} // namespace slipway::workspace
