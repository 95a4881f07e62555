// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/loader.h"
#include "core/compose/text.h"

using namespace Qt::StringLiterals;

namespace slipway::compose
{
namespace
{

using yaml::noNode;

constexpr qsizetype mostExtended = 64;

} // namespace

/// A service's layers in `siblings`. Of several bodies, as of a base file with several documents, the last one that
/// says so tells what is extended, and that lies under all of them.
QList<Layer> Loader::layersOf(const Siblings &siblings, QByteArrayView name, const QList<Found> &bodies)
{
    const auto &stream = siblings.origin.file->stream;
    QList<Layer> layers;
    Found extends;
    qsizetype lowest = 0; // the layer that lies right on what is extended
    for (const auto &body : bodies) {
        if (isReset(stream, body) || isOverride(stream, body)) {
            extends = {};
            lowest = layers.size();
        }
        const auto own = findFirst(stream, body, "extends");
        if (own.node != noNode && !isReset(stream, own) && !isNull(stream, own))
            extends = own;
        if (isReset(stream, body))
            layers.append({.origin = siblings.origin, .removes = body.node});
        else if (isMapping(stream, body))
            layers.append(
                {.origin = siblings.origin, .body = body, .removes = isOverride(stream, body) ? body.node : noNode});
    }
    if (extends.node != noNode)
        layers[lowest].bases = basesOf(siblings, name, extends);
    return layers;
}

bool Loader::mayExtend(const Siblings &siblings, QByteArrayView name, Found extends)
{
    const auto service = QString::fromUtf8(name);
    if (m_extending.contains({siblings.origin.file.get(), name.toByteArray()})) {
        addProblem(siblings.origin, extends.node, u"include-cycle"_s,
                   Text::tr("The service %1 extends itself.").arg(service));
        return false;
    }
    if (m_extending.size() >= mostExtended) {
        addProblem(siblings.origin, extends.node, u"include-cycle"_s,
                   Text::tr("The service %1 is extended by over 64 others in a row.").arg(service));
        return false;
    }
    return true;
}

QList<Layer> Loader::basesOf(const Siblings &siblings, QByteArrayView name, Found extends)
{
    const auto &origin = siblings.origin;
    const auto &stream = origin.file->stream;
    const auto service = isScalar(stream, extends) ? extends : findFirst(stream, extends, "service");
    const auto base = textOf(stream, service, *origin.environment);
    if (!base || !mayExtend(siblings, name, extends))
        return {};
    const auto file = findFirst(stream, extends, "file");
    m_extending.append({origin.file.get(), name.toByteArray()});
    const auto layers = file.node == noNode || isNull(stream, file) ? layersNamed(siblings, *base, origin, service)
                                                                    : basesInFile(siblings, *base, file);
    m_extending.removeLast();
    return layers;
}

QList<Layer> Loader::basesInFile(const Siblings &siblings, const QByteArray &service, Found file)
{
    const auto &origin = siblings.origin;
    const auto path = pathOf(origin, file, siblings.folder);
    if (!path || !exists(origin, file, *path))
        return {};
    const auto source = read(*path, origin.environment);
    if (!source)
        return {};
    const auto &roots = source->stream.documents();
    const Siblings there{.origin = {.file = source, .environment = origin.environment},
                         .folder = folderOf(*path),
                         .roots = {roots.begin(), roots.end()}};
    return layersNamed(there, service, origin, file);
}

/// The layers of the service that `asker` wants to extend; without a file it may also be one of an earlier file.
QList<Layer> Loader::layersNamed(const Siblings &siblings, const QByteArray &service, const Origin &asker, Found at)
{
    const auto &origin = siblings.origin;
    QList<Found> bodies;
    qint64 cost = 0;
    for (const auto root : siblings.roots) {
        if (const auto body = bodiesIn(origin, root).value(service); body.node != noNode) {
            bodies.append(body);
            cost += layerCost + sizeOf(origin, body.node);
        }
    }
    if (!bodies.isEmpty())
        return spend(asker, at.node, cost) ? layersOf(siblings, service, bodies) : QList<Layer>{};
    if (origin.file == asker.file) {
        const auto known = m_project.services.value(service);
        if (!known.isEmpty() && spend(asker, at.node, layerCost * known.size()))
            return known;
    }
    if (!m_skippedRemote)
        addProblem(
            asker, at.node, u"include-missing"_s,
            Text::tr("There is no service %1 in %2 to extend.").arg(QString::fromUtf8(service), origin.file->name));
    return {};
}

const Loader::Bodies &Loader::bodiesIn(const Origin &origin, yaml::NodeId root)
{
    const std::pair key{origin.file.get(), root};
    if (const auto known = m_bodies.constFind(key); known != m_bodies.cend())
        return *known;
    const auto &stream = origin.file->stream;
    Bodies bodies;
    for (const auto pairs = pairsOf(stream, findFirst(stream, {.node = root}, "services"));
         const auto &[name, body] : pairs)
        bodies.insert(name, body);
    return *m_bodies.insert(key, bodies);
}

qint64 Loader::sizeOf(const Origin &origin, yaml::NodeId body)
{
    auto &size = m_sizes[{origin.file.get(), body}];
    if (size == 0)
        size = expandedSize(origin.file->stream, body);
    return size;
}

} // namespace slipway::compose
