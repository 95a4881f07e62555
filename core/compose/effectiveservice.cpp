// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/effectiveservice.h"

#include "core/compose/interpolate.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::compose
{
namespace
{

using yaml::noNode;

constexpr QByteArrayView contextPrefix = "docker-image://";

bool isReset(const Layer &layer, Found found)
{
    return layer.file->stream.node(found.node).tag == "!reset";
}

bool isOverride(const Layer &layer, Found found)
{
    return layer.file->stream.node(found.node).tag == "!override";
}

Contender contender(const Layer &layer, Found found, const QByteArray &pointer)
{
    return {.place = {.file = layer.file, .node = found.node},
            .pointer = found.aliased ? QByteArray{} : pointer,
            .aliased = found.aliased,
            .environment = layer.environment};
}

QByteArray pointerOf(const Layer &layer, const char *key)
{
    return "/services" + pointerPart(layer.name) + '/' + key;
}

/// Lays the values of a key over each other, from the last layer down: the first is the one that counts.
EffectiveText layered(const QList<Layer> &layers, const char *key)
{
    EffectiveText result;
    std::optional<Contender> nothing; // an empty value counts only if there is no other
    for (auto layer = layers.crbegin(); layer != layers.crend(); ++layer) {
        if (!result.by && isReset(*layer, layer->body))
            result.by = Place{.file = layer->file, .node = layer->body.node};
        for (const auto &found : findAll(layer->file->stream, layer->body, key)) {
            if (isReset(*layer, found)) {
                if (!result.by)
                    result.by = Place{.file = layer->file, .node = found.node};
                continue;
            }
            if (!isScalar(layer->file->stream, found))
                continue;
            const auto text = contender(*layer, found, pointerOf(*layer, key));
            if (isNull(*text.place)) {
                nothing = text;
            } else if (result.by) {
                result.replaced.append(text);
            } else {
                result.winner = text;
                result.by = text.place;
            }
        }
        if (!result.by && isOverride(*layer, layer->body))
            result.by = Place{.file = layer->file, .node = layer->body.node};
    }
    if (!result.by && nothing)
        result.winner = nothing;
    return result;
}

QString textOf(const EffectiveText &text)
{
    if (!text.winner || isNull(*text.winner->place))
        return {};
    const auto effective = interpolate(text.winner->place->value, *text.winner->environment);
    return effective ? QString::fromUtf8(effective->text) : QString{};
}

/// Calls `visit(layer, value)` for a collection's value in each layer, the first layer first, from the last one on that
/// replaces what was before.
template<class Visit> void forEachLayer(const QList<Layer> &layers, const char *key, Visit visit)
{
    for (const auto &layer : layers) {
        if (isReset(layer, layer.body) || isOverride(layer, layer.body))
            visit(layer, layer.body, true);
        const auto found = findFirst(layer.file->stream, layer.body, key);
        if (found.node != noNode)
            visit(layer, found, isReset(layer, found) || isOverride(layer, found));
    }
}

/// Texts by a name that later ones replace: mounts by target, contexts by name; hooks each by its own.
class NamedTexts
{
public:
    void add(const QByteArray &name, const Contender &text)
    {
        auto &entry = m_texts[name];
        if (entry.winner)
            entry.replaced.append(*entry.winner);
        entry.winner = text;
        entry.by = text.place;
    }

    void replaceAll(const Place &by)
    {
        for (auto &entry : m_texts) {
            if (!entry.winner)
                continue;
            entry.replaced.append(*entry.winner);
            entry.winner.reset();
            entry.by = by;
        }
    }

    [[nodiscard]] QList<EffectiveText> texts(const QStringList &services) const
    {
        auto texts = m_texts.values();
        for (auto &text : texts)
            text.services = services;
        return texts;
    }

private:
    QMap<QByteArray, EffectiveText> m_texts;
};

/// The first value of a key that is a text, and after it those that it hides, as one text.
void addFirst(NamedTexts &texts, const QByteArray &name, const Layer &layer, Found mapping, const char *key)
{
    auto all = findAll(layer.file->stream, mapping, key);
    std::ranges::reverse(all);
    for (const auto &found : all) {
        if (isScalar(layer.file->stream, found) && !isReset(layer, found))
            texts.add(name, contender(layer, found, {}));
    }
}

QList<EffectiveText> hooksOf(const QList<Layer> &layers, const QStringList &services)
{
    NamedTexts texts;
    int count = 0;
    forEachLayer(layers, "pre_start", [&](const Layer &layer, Found found, bool replaces) {
        if (replaces)
            texts.replaceAll({.file = layer.file, .node = found.node});
        for (const auto &item : itemsOf(layer.file->stream, found))
            addFirst(texts, QByteArray::number(count++).rightJustified(9, '0'), layer, item, "image");
    });
    return texts.texts(services);
}

QByteArray scalarText(const Layer &layer, Found mapping, const char *key)
{
    const auto found = findFirst(layer.file->stream, mapping, key);
    if (!isScalar(layer.file->stream, found))
        return {};
    const auto effective = interpolate(layer.file->stream.node(found.node).value, *layer.environment);
    return effective ? effective->text : QByteArray{};
}

QList<EffectiveText> mountsOf(const QList<Layer> &layers, const QStringList &services, const QList<QByteArray> &names)
{
    NamedTexts texts;
    forEachLayer(layers, "volumes", [&](const Layer &layer, Found found, bool replaces) {
        if (replaces)
            texts.replaceAll({.file = layer.file, .node = found.node});
        for (const auto &item : itemsOf(layer.file->stream, found)) {
            if (isMapping(layer.file->stream, item) && scalarText(layer, item, "type") == "image" &&
                !names.contains(scalarText(layer, item, "source")))
                addFirst(texts, scalarText(layer, item, "target"), layer, item, "source");
        }
    });
    return texts.texts(services);
}

QList<EffectiveText> contextsOf(const QList<Layer> &layers, const QStringList &services)
{
    NamedTexts texts;
    forEachLayer(layers, "build", [&](const Layer &layer, Found build, bool replaces) {
        const auto &stream = layer.file->stream;
        if (replaces)
            texts.replaceAll({.file = layer.file, .node = build.node});
        const auto contexts = findFirst(stream, build, "additional_contexts");
        for (const auto &[name, value] : pairsOf(stream, contexts)) {
            if (isScalar(stream, value) && stream.node(value.node).value.startsWith(contextPrefix))
                texts.add(name, contender(layer, value, {}));
        }
        for (const auto &item : itemsOf(stream, contexts)) { // `name=value`
            const auto text = isScalar(stream, item) ? stream.node(item.node).value : QByteArrayView{};
            const auto equals = text.indexOf('=');
            if (equals > 0 && text.sliced(equals + 1).startsWith(contextPrefix))
                texts.add(text.first(equals).toByteArray(), contender(layer, item, {}));
        }
    });
    return texts.texts(services);
}

/// The context of the build whose result the image names; empty if the image is pulled.
QString buildOf(const QList<Layer> &layers, const QString &pullPolicy)
{
    static const QStringList pulled{u"always"_s, u"missing"_s, u"if_not_present"_s, u"daily"_s, u"weekly"_s};
    QString context;
    forEachLayer(layers, "build", [&](const Layer &layer, Found build, bool replaces) {
        if (replaces)
            context.clear();
        const auto &node = layer.file->stream.node(build.node);
        if (build.node == layer.body.node || isReset(layer, build) || isNull(node))
            return;
        const auto text =
            node.kind == yaml::Kind::Scalar ? node.value.toByteArray() : scalarText(layer, build, "context");
        context = text.isEmpty() ? u"."_s : QString::fromUtf8(text);
    });
    return pulled.contains(pullPolicy) || pullPolicy.startsWith("every_"_L1) ? QString{} : context;
}

} // namespace

EffectiveService effectiveService(const QByteArray &name, const QList<Layer> &layers, const QList<QByteArray> &services)
{
    EffectiveService service;
    const QStringList own{QString::fromUtf8(name)};
    const auto platform = textOf(layered(layers, "platform"));
    service.facts.name = own.first();
    if (!platform.isEmpty())
        service.facts.platform = platform;
    service.facts.pullPolicy = textOf(layered(layers, "pull_policy"));
    service.facts.build = buildOf(layers, service.facts.pullPolicy);
    service.image = layered(layers, "image");
    service.image.services = own;
    service.hooks = hooksOf(layers, own);
    service.mounts = mountsOf(layers, own, services);
    service.contexts = contextsOf(layers, own);
    return service;
}

QList<EffectiveText> effectiveModels(const Project &project)
{
    QHash<QByteArray, QStringList> users;
    for (auto it = project.services.cbegin(); it != project.services.cend(); ++it) {
        for (const auto &layer : it.value()) {
            const auto models = findFirst(layer.file->stream, layer.body, "models");
            for (const auto &[name, value] : pairsOf(layer.file->stream, models))
                users[name].append(QString::fromUtf8(it.key()));
            for (const auto &item : itemsOf(layer.file->stream, models)) {
                if (isScalar(layer.file->stream, item))
                    users[layer.file->stream.node(item.node).value.toByteArray()].append(QString::fromUtf8(it.key()));
            }
        }
    }
    QList<EffectiveText> models;
    QMap<QByteArray, NamedTexts> byName;
    for (const auto &document : project.documents) {
        const auto &stream = document.file->stream;
        const Layer layer{.file = document.file,
                          .name = {},
                          .body = {.node = stream.resolved(document.root)},
                          .environment = document.environment};
        for (const auto &[name, body] : pairsOf(stream, findFirst(stream, layer.body, "models"))) {
            if (isMapping(stream, body))
                addFirst(byName[name], name, layer, body, "model");
        }
    }
    for (auto it = byName.cbegin(); it != byName.cend(); ++it)
        models.append(it->texts(users.value(it.key())));
    return models;
}

} // namespace slipway::compose
