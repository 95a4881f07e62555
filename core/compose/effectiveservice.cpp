// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/effectiveservice.h"

#include "core/compose/servicekeys.h"

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace slipway::compose
{
namespace
{

using yaml::noNode;

constexpr QByteArrayView contextPrefix = "docker-image://";

/// `SOURCE:TARGET[:MODE]` or `TARGET`.
QByteArray shortTarget(const QByteArray &volume)
{
    const auto parts = volume.split(':');
    return parts.size() > 1 ? parts.at(1) : parts.first();
}

bool isPulledAnyway(const QString &pullPolicy)
{
    static const QStringList policies{u"always"_s, u"missing"_s, u"if_not_present"_s, u"daily"_s, u"weekly"_s};
    return policies.contains(pullPolicy) || pullPolicy.startsWith("every_"_L1);
}

/// Lays the layers of one service over each other, the first one first.
class ServiceMerge
{
public:
    explicit ServiceMerge(const QMap<QByteArray, QList<Layer>> &services)
        : m_services(services)
    {
    }

    void lay(const Layer &layer);
    [[nodiscard]] EffectiveService result(const QByteArray &name) const;

private:
    void clear(yaml::NodeId by);
    void take(const ServiceMerge &base);
    void layImages(const QList<Found> &images);
    void layFact(Found found, QString &fact) const;
    void layHooks(Found hooks);
    void layVolumes(Found volumes);
    void layBuild(Found build);
    void layContexts(Found contexts);
    void layContext(const QByteArray &name, QByteArrayView address, Found value);

    /// Lists are appended; with Compose's tags what was there goes first.
    bool startsAnew(Found value) const { return isReset(*m_stream, value) || isOverride(*m_stream, value); }
    [[nodiscard]] Spot spot(Found found) const { return {.origin = m_origin, .found = found}; }
    [[nodiscard]] std::optional<QByteArray> text(Found found) const
    {
        return textOf(*m_stream, found, *m_origin->environment);
    }

    const QMap<QByteArray, QList<Layer>> &m_services;
    const Origin *m_origin = nullptr;
    const yaml::Stream *m_stream = nullptr;
    Contest m_image;
    Spot m_nothing; ///< an `image:` without a value, which counts only where there is no other
    Contests m_hooks;
    Contests m_mounts;   ///< by target
    Contests m_contexts; ///< by name
    QString m_platform;
    QString m_pullPolicy;
    QString m_build;
};

void ServiceMerge::lay(const Layer &layer)
{
    m_origin = &layer.origin;
    m_stream = &layer.origin.file->stream;
    if (layer.removes != noNode)
        clear(layer.removes);
    if (!layer.bases.isEmpty()) {
        ServiceMerge base(m_services);
        for (const auto &under : layer.bases)
            base.lay(under);
        take(base);
    }
    if (layer.body.node == noNode)
        return;
    const auto keys = serviceKeys(*m_stream, layer.body);
    layImages(keys.images);
    layFact(keys.platform, m_platform);
    layFact(keys.pullPolicy, m_pullPolicy);
    layHooks(keys.hooks);
    layVolumes(keys.volumes);
    layBuild(keys.build);
}

void ServiceMerge::clear(yaml::NodeId by)
{
    const auto remover = spot({.node = by});
    m_image.clear(remover);
    m_nothing = {};
    m_hooks.clearAll(remover);
    m_mounts.clearAll(remover);
    m_contexts.clearAll(remover);
    m_platform.clear();
    m_pullPolicy.clear();
    m_build.clear();
}

/// A base's own resets do not reach what is under the service that extends it.
void ServiceMerge::take(const ServiceMerge &base)
{
    m_image.take(base.m_image);
    for (const auto &hook : base.m_hooks.all())
        m_hooks.append().take(hook);
    m_mounts.take(base.m_mounts);
    m_contexts.take(base.m_contexts);
    if (base.m_nothing.origin)
        m_nothing = base.m_nothing;
    for (const auto &fact : {&ServiceMerge::m_platform, &ServiceMerge::m_pullPolicy, &ServiceMerge::m_build}) {
        if (!(base.*fact).isEmpty())
            this->*fact = base.*fact;
    }
}

/// An own `image:` without a value hides those of merge keys, and leaves what earlier files say.
void ServiceMerge::layImages(const QList<Found> &images)
{
    QList<Found> values;
    for (const auto &image : images) {
        if (!isReset(*m_stream, image)) {
            values.append(image);
        } else {
            m_image.clear(spot(image));
            m_nothing = {};
        }
    }
    if (!values.isEmpty() && isNull(*m_stream, values.first())) {
        m_nothing = spot(values.first());
        return;
    }
    for (const auto &value : values | std::views::reverse) {
        if (isScalar(*m_stream, value) && !isNull(*m_stream, value))
            m_image.put(spot(value));
    }
}

void ServiceMerge::layFact(Found found, QString &fact) const
{
    if (isReset(*m_stream, found))
        fact.clear();
    else if (const auto value = text(found))
        fact = QString::fromUtf8(*value);
}

void ServiceMerge::layHooks(Found hooks)
{
    if (startsAnew(hooks))
        m_hooks.clearAll(spot(hooks));
    for (const auto items = itemsOf(*m_stream, hooks); const auto &item : items) {
        if (!isReset(*m_stream, item))
            m_hooks.append().putAll(*m_origin, item, "image");
    }
}

void ServiceMerge::layVolumes(Found volumes)
{
    if (startsAnew(volumes))
        m_mounts.clearAll(spot(volumes));
    for (const auto items = itemsOf(*m_stream, volumes); const auto &item : items) {
        if (isReset(*m_stream, item))
            continue;
        const auto isLong = isMapping(*m_stream, item);
        const auto isImage = isLong && text(findFirst(*m_stream, item, "type")) == "image" &&
                             !m_services.contains(text(findFirst(*m_stream, item, "source")).value_or(QByteArray{}));
        if (!isImage && m_mounts.isEmpty())
            continue;
        const auto target = isLong ? text(findFirst(*m_stream, item, "target")).value_or(QByteArray{})
                                   : shortTarget(text(item).value_or(QByteArray{}));
        if (isImage)
            m_mounts[target].putAll(*m_origin, item, "source");
        else
            m_mounts.clear(target, spot(item));
    }
}

void ServiceMerge::layBuild(Found build)
{
    if (startsAnew(build)) {
        m_build.clear();
        m_contexts.clearAll(spot(build));
    }
    if (build.node == noNode || isReset(*m_stream, build) || isNull(*m_stream, build))
        return;
    const auto folder = isScalar(*m_stream, build) ? text(build) : text(findFirst(*m_stream, build, "context"));
    if (folder || m_build.isEmpty())
        m_build = folder ? QString::fromUtf8(*folder) : u"."_s;
    layContexts(findFirst(*m_stream, build, "additional_contexts"));
}

void ServiceMerge::layContexts(Found contexts)
{
    if (startsAnew(contexts))
        m_contexts.clearAll(spot(contexts));
    if (isReset(*m_stream, contexts))
        return;
    for (const auto pairs = pairsOf(*m_stream, contexts); const auto &[name, value] : pairs)
        layContext(name.toByteArray(), text(value).value_or(QByteArray{}), value);
    for (const auto items = itemsOf(*m_stream, contexts); const auto &item : items) { // `name=value`
        const auto pair = text(item).value_or(QByteArray{});
        if (const auto equals = pair.indexOf('='); equals > 0)
            layContext(pair.first(equals), pair.sliced(equals + 1), item);
    }
}

void ServiceMerge::layContext(const QByteArray &name, QByteArrayView address, Found value)
{
    if (address.startsWith(contextPrefix) && !isReset(*m_stream, value))
        m_contexts[name].put(spot(value));
    else
        m_contexts.clear(name, spot(value));
}

EffectiveService ServiceMerge::result(const QByteArray &name) const
{
    EffectiveService service{
        .facts = {.name = QString::fromUtf8(name), .platform = {}, .build = {}, .pullPolicy = m_pullPolicy},
        .images = {{.kind = Kind::Service, .texts = m_image}}};
    if (!m_platform.isEmpty())
        service.facts.platform = m_platform;
    if (!isPulledAnyway(m_pullPolicy))
        service.facts.build = m_build;
    if (!m_image.winner.origin)
        service.images.first().texts.winner = m_nothing;
    const auto append = [&](Kind kind, const Contests &contests) {
        for (const auto &texts : contests.all())
            service.images.append({.kind = kind, .texts = texts});
    };
    append(Kind::Hook, m_hooks);
    append(Kind::Mount, m_mounts);
    append(Kind::Context, m_contexts);
    return service;
}

} // namespace

EffectiveService effectiveService(const Project &project, const QByteArray &name)
{
    ServiceMerge merge(project.services);
    const auto layers = project.services.constFind(name);
    for (const auto &layer : *layers)
        merge.lay(layer);
    return merge.result(name);
}

} // namespace slipway::compose
