// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/effectiveservice.h"

#include <QHash>
#include <QSet>

namespace slipway::compose
{
namespace
{

/// The models that a service uses after all its layers: of each a list of names, or a mapping by name.
QSet<QByteArray> modelsOf(const QList<Layer> &layers)
{
    QSet<QByteArray> names;
    for (const auto &layer : layers) {
        if (layer.removes != yaml::noNode)
            names.clear();
        if (!layer.bases.isEmpty())
            names += modelsOf(layer.bases);
        const auto &stream = layer.origin.file->stream;
        const auto models = findFirst(stream, layer.body, "models");
        if (isReset(stream, models) || isOverride(stream, models))
            names.clear();
        if (isReset(stream, models))
            continue;
        for (const auto pairs = pairsOf(stream, models); const auto &pair : pairs)
            names.insert(pair.key.toByteArray());
        for (const auto items = itemsOf(stream, models); const auto &item : items) {
            if (auto name = textOf(stream, item, *layer.origin.environment))
                names.insert(*std::move(name));
        }
    }
    return names;
}

QHash<QByteArray, QStringList> usersByModel(const Project &project)
{
    QHash<QByteArray, QStringList> users;
    for (auto service = project.services.cbegin(); service != project.services.cend(); ++service) {
        for (const auto used = modelsOf(*service); const auto &model : used)
            users[model].append(QString::fromUtf8(service.key()));
    }
    return users;
}

void layModels(const LoadedDocument &document, Contests &models)
{
    const auto &origin = document.origin;
    const auto &stream = origin.file->stream;
    const auto section = findFirst(stream, {.node = document.root}, "models");
    if (isReset(stream, section) || isOverride(stream, section))
        models.clearAll({.origin = &origin, .found = section});
    if (isReset(stream, section))
        return;
    for (const auto pairs = pairsOf(stream, section); const auto &[key, body] : pairs) {
        const auto name = key.toByteArray();
        if (isReset(stream, body) || isOverride(stream, body))
            models.clear(name, {.origin = &origin, .found = body});
        if (isMapping(stream, body) && !isReset(stream, body))
            models[name].putAll(origin, body, "model");
    }
}

} // namespace

QList<EffectiveModel> effectiveModels(const Project &project)
{
    Contests models;
    for (const auto &document : project.documents)
        layModels(document, models);
    if (models.isEmpty())
        return {};
    const auto users = usersByModel(project);
    QList<EffectiveModel> effective;
    for (const auto &[name, texts] : models.all().asKeyValueRange())
        effective.append({.texts = texts, .services = users.value(name)});
    return effective;
}

} // namespace slipway::compose
