// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/sites.h"

#include "core/compose/effectiveservice.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace slipway::compose
{
namespace
{

constexpr QByteArrayView contextPrefix = "docker-image://";

QString spot(const Place &place)
{
    return QCoreApplication::translate("compose", "%1 line %2").arg(place.file->name).arg(place->line);
}

/// Where the tag stands; without one, the end of the name or the digest.
Via viaOf(const Effective &effective, const std::optional<ReferenceParts> &parts)
{
    if (!effective.unset.isEmpty() || (!parts && !effective.empty.isEmpty()))
        return Via::Unset;
    if (!parts)
        return Via::Text;
    const auto at = parts->hasTag ? parts->tagBegin : parts->hasDigest ? parts->digestBegin : parts->nameEnd - 1;
    const auto end = parts->hasTag ? parts->tagEnd : at + 1;
    auto via = Via::Text;
    for (const auto &run : effective.runs) {
        if (run.end <= at || run.begin >= end)
            continue;
        if (run.from == Run::From::EnvFile || (run.from == Run::From::Nowhere && run.variable))
            return Via::EnvFile;
        if (run.from != Run::From::Text)
            via = Via::Default;
    }
    return via;
}

/// The text behind a build context's prefix, with its runs moved along.
Effective withoutPrefix(Effective effective, qsizetype length)
{
    effective.text.remove(0, length);
    QList<Run> runs;
    for (auto run : std::as_const(effective.runs)) {
        const auto cut = std::clamp<qsizetype>(length - run.begin, 0, run.end - run.begin);
        run.begin = std::max<qsizetype>(0, run.begin - length);
        run.end -= length;
        run.offset += cut;
        if (run.end > run.begin)
            runs.append(run);
    }
    effective.runs = runs;
    return effective;
}

/// What is only known once all projects were seen: the effective text and what it names.
void interpret(Site &site)
{
    auto effective = interpolate(site.place->value, *site.environment);
    if (!effective)
        return; // a mistake in a variable has made the project an error already
    const auto prefix = site.use.kind == Kind::Context ? effective->text.indexOf(contextPrefix) : -1;
    site.effective = prefix < 0 ? *effective : withoutPrefix(*effective, prefix + contextPrefix.size());
    const auto text = QString::fromUtf8(site.effective.text);
    const auto mustBeText = isNumberOrBool(*site.place);
    const auto parts = mustBeText ? std::nullopt : referenceParts(text);
    if (const auto image = ImageReference::parse(text); image && parts)
        site.use.image = *image;
    site.use.via = viaOf(site.effective, parts);
}

} // namespace

/// The references of one project on their way into the collection.
class ProjectSites
{
public:
    ProjectSites(SiteCollection &collection, const Project &project)
        : m_collection(collection)
        , m_project(project)
    {
    }

    void add()
    {
        for (const auto &name : m_project.files) {
            if (!m_collection.m_fileOrder.contains(name))
                m_collection.m_fileOrder.insert(name, m_collection.m_fileOrder.size());
        }
        const auto names = m_project.services.keys();
        for (auto it = m_project.services.cbegin(); it != m_project.services.cend(); ++it)
            addService(effectiveService(it.key(), it.value(), names));
        for (const auto &document : m_project.documents)
            addFragments(document);
        for (const auto &model : effectiveModels(m_project))
            addText(model, Kind::Model, {});
    }

private:
    void addService(const EffectiveService &service);
    void addText(const EffectiveText &text, Kind kind, const std::optional<ServiceFacts> &facts);
    void addFragments(const LoadedDocument &document);
    Site &site(const Place &place, const QByteArray &pointer, Kind kind, const EnvironmentPointer &environment);

    SiteCollection &m_collection;
    const Project &m_project;
};

Site &ProjectSites::site(const Place &place, const QByteArray &pointer, Kind kind,
                         const EnvironmentPointer &environment)
{
    const SiteCollection::Key key{place.file->path, place.node};
    if (const auto known = m_collection.m_index.constFind(key); known != m_collection.m_index.cend())
        return m_collection.m_sites[*known];
    m_collection.m_index.insert(key, m_collection.m_sites.size());
    m_collection.m_touched.append(m_collection.m_sites.size());
    const auto &node = *place;
    Site site{.use = {.file = place.file->name,
                      .line = node.line,
                      .column = node.column,
                      .kind = kind,
                      .style = node.style,
                      .text = QString::fromUtf8(node.value)},
              .place = place,
              .environment = environment,
              .elsewhere = !place.file->isInside};
    site.use.path = QString::fromUtf8(pointer.isEmpty() ? pointerTo(place.file->stream, place.node) : pointer);
    m_collection.m_sites.append(site);
    return m_collection.m_sites.last();
}

void ProjectSites::addText(const EffectiveText &text, Kind kind, const std::optional<ServiceFacts> &facts)
{
    for (const auto &loser : text.replaced) {
        auto &lost = site(loser.place, loser.pointer, kind, loser.environment);
        if (lost.replacedBy.isEmpty() && text.by)
            lost.replacedBy = spot(*text.by);
    }
    if (!text.winner)
        return;
    auto &won = site(text.winner->place, text.winner->pointer, kind, text.winner->environment);
    if (won.use.services.isEmpty() && won.environment != text.winner->environment) {
        won.environment = text.winner->environment; // a text counts with the variables of the project that uses it
        m_collection.m_touched.append(&won - m_collection.m_sites.constData());
    }
    won.use.anchor = won.use.anchor || text.winner->aliased;
    for (const auto &name : text.services) {
        if (!won.use.services.contains(name))
            won.use.services.append(name);
    }
    if (facts && !won.services.contains(*facts))
        won.services.append(*facts);
}

void ProjectSites::addService(const EffectiveService &service)
{
    addText(service.image, Kind::Service, service.facts);
    for (const auto &hook : service.hooks)
        addText(hook, Kind::Hook, service.facts);
    for (const auto &mount : service.mounts)
        addText(mount, Kind::Mount, service.facts);
    for (const auto &context : service.contexts)
        addText(context, Kind::Context, service.facts);
}

/// A top-level `x-…` mapping with an image is listed even if no service uses it.
void ProjectSites::addFragments(const LoadedDocument &document)
{
    const auto &stream = document.file->stream;
    for (const auto &[key, value] : pairsOf(stream, {.node = stream.resolved(document.root)})) {
        if (!key.startsWith("x-") || !isMapping(stream, value))
            continue;
        const auto image = stream.find(value.node, "image");
        if (image != yaml::noNode && stream.node(image).kind == yaml::Kind::Scalar && !isNull(stream.node(image)))
            site({.file = document.file, .node = image}, {}, Kind::Service, document.environment);
    }
}

void SiteCollection::add(const Project &project)
{
    ProjectSites(*this, project).add();
    for (const auto index : std::exchange(m_touched, {})) {
        if (m_sites.at(index).place.file)
            interpret(m_sites[index]);
    }
}

QList<Site> SiteCollection::sorted() const
{
    auto sites = m_sites;
    for (auto &site : sites)
        site.use.services.sort();
    std::ranges::sort(sites, {}, [this](const Site &site) {
        return std::tuple(m_fileOrder.value(site.use.file), site.use.line, site.use.column);
    });
    return sites;
}

void SiteCollection::dropSources()
{
    for (auto &site : m_sites) {
        site.place = {};
        site.environment = {};
        site.effective = {};
    }
}

} // namespace slipway::compose
