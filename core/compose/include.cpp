// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/loader.h"
#include "core/compose/text.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace slipway::compose
{
namespace
{

constexpr qsizetype deepestInclude = 64;
constexpr qint64 includeCost = 200; ///< in nodes: looking for the files and their `.env`

bool isRemote(QByteArrayView path)
{
    static constexpr std::array schemes{"https://", "http://", "git@", "git://", "ssh://", "oci://", "github.com/"};
    return std::ranges::any_of(schemes, [path](const char *scheme) { return path.startsWith(scheme); });
}

} // namespace

/// A path with its variables replaced; nothing for one that cannot be followed.
std::optional<QString> Loader::pathOf(const Origin &origin, Found found, const QString &folder)
{
    const auto text = textOf(origin.file->stream, found, *origin.environment);
    if (!text || text->isEmpty())
        return std::nullopt;
    if (!isRemote(*text))
        return pathIn(folder, QString::fromUtf8(*text));
    m_skippedRemote = true;
    addProblem(origin, found.node, u"include-remote"_s, Text::tr("This is not on this machine and is not followed."),
               Problem::Severity::Warning);
    return std::nullopt;
}

/// Of one text or of a list.
QStringList Loader::pathsOf(const Origin &origin, Found found, const QString &folder)
{
    auto items = itemsOf(origin.file->stream, found);
    if (isScalar(origin.file->stream, found))
        items.append(found);
    QStringList paths;
    for (const auto &item : std::as_const(items)) {
        if (auto path = pathOf(origin, item, folder))
            paths.append(*std::move(path));
    }
    return paths;
}

bool Loader::exists(const Origin &origin, Found at, const QString &path)
{
    const auto isThere = m_reader.isFile(path);
    if (!isThere)
        addProblem(origin, at.node, u"include-missing"_s, Text::tr("There is no file %1.").arg(nameOf(m_reader, path)));
    return isThere;
}

bool Loader::mayInclude(const Origin &origin, Found entry, const QString &path)
{
    if (m_including.contains(path)) {
        addProblem(origin, entry.node, u"include-cycle"_s, Text::tr("%1 includes itself.").arg(nameOf(m_reader, path)));
        return false;
    }
    if (m_including.size() >= deepestInclude) {
        addProblem(origin, entry.node, u"include-cycle"_s, Text::tr("Over 64 files include one another."));
        return false;
    }
    return exists(origin, entry, path);
}

QStringList Loader::environmentsOf(const Origin &origin, Found entry, const QString &folder, const Scope &scope)
{
    const auto written = findFirst(origin.file->stream, entry, "env_file");
    auto paths = pathsOf(origin, written, scope.folder);
    if (const auto own = pathIn(folder, u".env"_s); paths.isEmpty() && m_reader.isFile(own))
        return {own};
    paths.removeIf([&](const QString &path) { return !exists(origin, written, path); });
    return paths;
}

void Loader::include(const Origin &origin, Found entry, const Scope &scope)
{
    const auto &stream = origin.file->stream;
    const auto written = isScalar(stream, entry) ? entry : findFirst(stream, entry, "path");
    const auto paths = pathsOf(origin, written, scope.folder);
    const auto isAllowed = [&](const QString &path) { return mayInclude(origin, entry, path); };
    if (paths.isEmpty() || !spend(origin, entry.node, includeCost) || !std::ranges::all_of(paths, isAllowed))
        return;
    const auto folders = pathsOf(origin, findFirst(stream, entry, "project_directory"), scope.folder);
    const auto folder = folders.value(0, folderOf(paths.first()));
    const auto environments = environmentsOf(origin, entry, folder, scope);

    auto own = std::exchange(m_project.services, {});
    loadFiles(paths, {.folder = folder, .environment = readEnvironments(environments, scope.environment)});
    const auto included = std::exchange(m_project.services, std::move(own));
    for (auto service = included.cbegin(); service != included.cend(); ++service)
        m_project.services[service.key()] += service.value();
}

} // namespace slipway::compose
