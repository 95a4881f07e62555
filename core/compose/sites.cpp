// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/sites.h"

#include "core/compose/text.h"
#include "core/yaml/scalartype.h"

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace slipway::compose
{
namespace
{

constexpr QByteArrayView contextPrefix = "docker-image://";

QString lineOf(const Spot &spot)
{
    return Text::tr("%1 line %2")
        .arg(spot.origin->file->name)
        .arg(spot.origin->file->stream.node(spot.found.node).line);
}

/// Where the tag stands; without one, the end of the name or the digest. What can change tells it of a mixed one.
Via viaOf(const Effective &effective, const std::optional<ImageReference> &image)
{
    if (!effective.unset.isEmpty() || (!image && !effective.empty.isEmpty()))
        return Via::Unset;
    const auto isText = [](const Run &run) { return run.from == Run::From::Text; };
    if (!image || std::ranges::all_of(effective.runs, isText))
        return Via::Text;
    const auto parts = *referenceParts(QString::fromUtf8(effective.text));
    const auto begin = parts.hasTag ? parts.tagBegin : parts.hasDigest ? parts.digestBegin : parts.nameEnd - 1;
    const auto end = parts.hasTag ? parts.tagEnd : parts.hasDigest ? parts.digestEnd : parts.nameEnd;
    auto via = Via::Text;
    for (const auto &run : effective.runs) {
        if (run.end <= begin || run.begin >= end)
            continue;
        if (run.from == Run::From::EnvFile)
            return Via::EnvFile;
        if (run.from == Run::From::Default)
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
        if (run.end <= length)
            continue;
        run.offset += std::max<qsizetype>(0, length - run.begin);
        run.begin = std::max<qsizetype>(0, run.begin - length);
        run.end -= length;
        runs.append(run);
    }
    effective.runs = runs;
    return effective;
}

/// The effective text of a scalar; nothing for one that breaks the grammar or becomes far too long.
Effective effectiveText(const Spot &spot, Kind kind)
{
    const auto &node = spot.origin->file->stream.node(spot.found.node);
    const auto effective = interpolate(node.value, *spot.origin->environment);
    if (!effective)
        return {};
    const auto prefix = kind == Kind::Context ? effective->text.indexOf(contextPrefix) : -1;
    return prefix < 0 ? *effective : withoutPrefix(*effective, prefix + contextPrefix.size());
}

bool isSame(const Run &a, const Run &b)
{
    const auto sameVariable = a.variable && b.variable
                                  ? a.variable->path == b.variable->path && a.variable->begin == b.variable->begin
                                  : a.variable == b.variable;
    return sameVariable && a.from == b.from && a.begin == b.begin && a.offset == b.offset;
}

bool isSame(const Effective &a, const Effective &b)
{
    return a.text == b.text && a.unset == b.unset && a.empty == b.empty &&
           std::ranges::equal(a.runs, b.runs, [](const Run &one, const Run &other) { return isSame(one, other); });
}

bool isFromOutside(const Variable &variable)
{
    return !variable.isInside ||
           std::ranges::any_of(variable.uses, [](const VariablePointer &used) { return isFromOutside(*used); });
}

/// Whether anything that is shown of the text comes from outside of the work tree.
bool isElsewhere(const Spot &spot, const Effective &effective)
{
    return !spot.origin->file->isInside || std::ranges::any_of(effective.runs, [](const Run &run) {
        return run.variable && isFromOutside(*run.variable);
    });
}

void setEffective(Site &site, const Spot &spot, Effective effective)
{
    const auto &node = spot.origin->file->stream.node(spot.found.node);
    site.place = {.file = spot.origin->file, .node = spot.found.node};
    site.environment = spot.origin->environment;
    site.effective = std::move(effective);
    site.elsewhere = isElsewhere(spot, site.effective);
    site.use.image.reset();
    if (yaml::typeOf(node) == yaml::ScalarType::Text) { // a number or a date is no name, whatever it looks like
        if (auto image = ImageReference::parse(QString::fromUtf8(site.effective.text)))
            site.use.image = *std::move(image);
    }
    site.use.via = viaOf(site.effective, site.use.image);
}

Site newSite(const Spot &spot, Kind kind)
{
    const auto &file = *spot.origin->file;
    const auto &node = file.stream.node(spot.found.node);
    Site site{.use = {.file = file.name,
                      .line = node.line,
                      .column = node.column,
                      .kind = kind,
                      .style = node.style,
                      .text = QString::fromUtf8(node.value)},
              .place = {},
              .environment = {}};
    setEffective(site, spot, effectiveText(spot, kind));
    return site;
}

} // namespace

void SiteCollection::add(const Project &project)
{
    if (project.isBroken())
        return;
    for (const auto &name : project.files) {
        if (!m_fileOrder.contains(name))
            m_fileOrder.insert(name, static_cast<int>(m_fileOrder.size()));
    }
    for (auto layers = project.services.cbegin(); layers != project.services.cend(); ++layers) {
        const auto service = effectiveService(project, layers.key());
        for (const auto &image : service.images) {
            addImage(image.texts, image.kind, {service.facts.name}, &service.facts);
            if (image.kind == Kind::Service && image.texts.winner.origin)
                siteAt(image.texts.winner, image.kind)
                    .owners.append({.project = project.name, .service = service.facts.name});
        }
    }
    for (const auto &document : project.documents)
        addFragments(document);
    for (const auto models = effectiveModels(project); const auto &model : models)
        addImage(model.texts, Kind::Model, model.services, nullptr);
    addPointers();
}

void SiteCollection::addImage(const Contest &texts, Kind kind, const QStringList &services, const ServiceFacts *facts)
{
    for (const auto &loser : texts.losers) {
        auto &lost = siteAt(loser, kind);
        if (lost.replacedBy.isEmpty())
            lost.replacedBy = lineOf(texts.last);
    }
    if (!texts.winner.origin)
        return;
    auto &won = siteAt(texts.winner, kind);
    count(won, texts.winner);
    won.use.services += services; // sorted() leaves each once
    if (facts && (won.services.isEmpty() || won.services.last() != *facts))
        won.services.append(*facts);
}

/// A text counts with the variables of the project that uses it.
void SiteCollection::count(Site &site, const Spot &spot)
{
    site.use.anchor = site.use.anchor || spot.found.aliased;
    if (site.environment == spot.origin->environment)
        return;
    auto effective = effectiveText(spot, site.use.kind);
    if (site.use.services.isEmpty())
        setEffective(site, spot, std::move(effective));
    else if (site.place.file && !isSame(site.effective, effective))
        site.ambiguous = true;
}

/// A top-level `x-…` mapping with an image is listed even if no service uses it.
void SiteCollection::addFragments(const LoadedDocument &document)
{
    const auto &stream = document.origin.file->stream;
    for (const auto pairs = pairsOf(stream, {.node = document.root}); const auto &[key, value] : pairs) {
        if (!key.startsWith("x-"))
            continue;
        const auto image = findFirst(stream, value, "image");
        if (isScalar(stream, image) && yaml::typeOf(stream.node(image.node)) == yaml::ScalarType::Text &&
            !m_index.contains({document.origin.file->path, image.node}))
            siteAt({.origin = &document.origin, .found = image}, Kind::Service);
    }
}

Site &SiteCollection::siteAt(const Spot &spot, Kind kind)
{
    const Key key{spot.origin->file->path, spot.found.node};
    auto known = m_index.find(key);
    if (known == m_index.end()) {
        known = m_index.insert(key, m_sites.size());
        m_sites.push_back(newSite(spot, kind));
    }
    auto &site = m_sites[*known];
    site.use.kind = site.use.services.isEmpty() ? kind : std::min(site.use.kind, kind); // else as a fragment alone
    return site;
}

/// Of the new sites, those of one file with one walk through it.
void SiteCollection::addPointers()
{
    const auto fresh = std::span(m_sites).subspan(m_pointed);
    std::vector<Site *> byPlace;
    for (auto &site : fresh)
        byPlace.push_back(&site);
    std::ranges::sort(byPlace, {},
                      [](const Site *site) { return std::pair(site->place.file.get(), site->place.node); });
    const auto sameFile = [](const Site *a, const Site *b) { return a->place.file == b->place.file; };
    for (const auto &ofFile : byPlace | std::views::chunk_by(sameFile)) {
        std::vector<yaml::NodeId> nodes;
        for (const auto *site : ofFile)
            nodes.push_back(site->place.node);
        const auto pointers = pointersTo(ofFile.front()->place.file->stream, nodes);
        for (const auto &[site, pointer] : std::views::zip(ofFile, pointers))
            site->use.path = QString::fromUtf8(pointer);
    }
    m_pointed = m_sites.size();
}

QList<Site> SiteCollection::sorted() &&
{
    std::vector<std::tuple<int, int, int, size_t>> order;
    for (size_t i = 0; i < m_sites.size(); ++i) {
        const auto &use = m_sites[i].use;
        order.emplace_back(m_fileOrder.value(use.file), use.line, use.column, i);
    }
    std::ranges::sort(order);
    QList<Site> sites;
    sites.reserve(static_cast<qsizetype>(order.size()));
    for (const auto &[file, line, column, index] : order) {
        sites.append(std::move(m_sites[index]));
        auto &services = sites.last().use.services;
        services.sort();
        services.erase(std::ranges::unique(services).begin(), services.end());
    }
    return sites;
}

void SiteCollection::dropSources()
{
    for (auto &site : std::span(m_sites).subspan(m_dropped)) {
        site.place = {};
        site.environment = {};
        site.effective = {};
    }
    m_dropped = m_sites.size();
}

} // namespace slipway::compose
