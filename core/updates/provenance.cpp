// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/provenance.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::updates
{
namespace
{

bool isProvenance(const registry::Manifest::Layer &layer)
{
    return layer.annotations.value(u"in-toto.io/predicate-type"_s).startsWith("https://slsa.dev/provenance/"_L1);
}

/// The name of a workflow in a path or address, with the branch after it if one is there.
ProvenanceClaim workflowIn(const QString &place)
{
    static const QRegularExpression shape(
        u"\\.github/workflows/([A-Za-z0-9_.-]{1,100}\\.ya?ml)(?:@(?:refs/heads/([^\\s]{1,200}))?.*)?$"_s);
    const auto found = shape.match(place);
    return {.workflow = found.captured(1), .branch = found.captured(2)};
}

} // namespace

ProvenanceClaim claimIn(const QByteArray &statement)
{
    const auto predicate = QJsonDocument::fromJson(statement).object().value("predicate"_L1);
    const auto workflow = predicate["buildDefinition"_L1]["externalParameters"_L1]["workflow"_L1];
    const QString whole = workflow["path"_L1].toString() + u'@' + workflow["ref"_L1].toString();
    for (const auto &place :
         {QJsonValue{whole}, predicate["runDetails"_L1]["builder"_L1]["id"_L1], predicate["builder"_L1]["id"_L1],
          predicate["invocation"_L1]["configSource"_L1]["entryPoint"_L1]}) {
        if (const auto claim = workflowIn(place.toString()); !claim.workflow.isEmpty())
            return claim;
    }
    return {};
}

QCoro::Task<Result<ProvenanceClaim>> claimedProvenance(registry::Client *client, ImageRepository repository,
                                                       registry::Manifest image, std::stop_token stop)
{
    const auto child = std::ranges::find(image.children, true, &registry::Manifest::Child::isAttestation);
    if (child == image.children.end())
        co_return ProvenanceClaim{};
    const auto reference = child->digest.text();
    const auto manifest = co_await client->manifest(repository, reference, stop);
    if (!manifest)
        co_return failure(manifest.error());
    const auto layer = std::ranges::find_if(manifest->layers, isProvenance);
    if (layer == manifest->layers.end())
        co_return ProvenanceClaim{};
    const auto digest = layer->digest;
    const auto statement = co_await client->blob(repository, digest, stop);
    if (!statement)
        co_return failure(statement.error());
    co_return claimIn(*statement);
}

} // namespace slipway::updates
