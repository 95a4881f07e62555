// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/projects.h"

#include <QCoreApplication>
#include <QDir>

#include <array>

using namespace Qt::StringLiterals;

namespace slipway::compose
{
namespace
{

constexpr std::array baseNames{"compose.yaml"_L1, "compose.yml"_L1, "docker-compose.yml"_L1, "docker-compose.yaml"_L1};
constexpr std::array overrideNames{"compose.override.yml"_L1, "compose.override.yaml"_L1,
                                   "docker-compose.override.yml"_L1, "docker-compose.override.yaml"_L1};

QString tr(const char *text)
{
    return QCoreApplication::translate("compose", text);
}

QStringList existing(const Reader &reader, const QString &folder, std::span<const QLatin1StringView> names)
{
    QStringList paths;
    for (const auto name : names) {
        if (const auto path = pathIn(folder, name); reader.isFile(path))
            paths.append(path);
    }
    return paths;
}

Problem missing(const Reader &reader, const QString &path, const QString &message)
{
    return {.file = nameOf(reader, path), .line = {}, .column = {}, .code = u"file-missing"_s, .message = message};
}

/// The base file of a folder and, with it, the override.
void addFolder(const Reader &reader, const QString &folder, Projects &found)
{
    const auto bases = existing(reader, folder, baseNames);
    if (bases.isEmpty()) {
        found.problems.append(
            missing(reader, pathIn(folder, baseNames.front()),
                    tr("There is no compose.yaml, compose.yml, docker-compose.yml or docker-compose.yaml here. "
                       "Name the files, or list them under `compose:` in .github/slipway.yml.")));
        return;
    }
    if (bases.size() > 1) {
        found.problems.append(
            {.file = nameOf(reader, bases.at(1)),
             .line = {},
             .column = {},
             .severity = Problem::Severity::Warning,
             .code = u"several-base-files"_s,
             .message = tr("Compose uses %1 and ignores this file.").arg(nameOf(reader, bases.first()))});
    }
    const auto overrides = existing(reader, folder, overrideNames);
    found.projects.append({.paths = bases.first(1) + overrides.first(std::min<qsizetype>(1, overrides.size()))});
}

/// One FILE argument or list entry: a folder, a file, or several files joined with the separator.
void addEntry(const Reader &reader, const QString &folder, const QString &entry, const QString &separator,
              Projects &found)
{
    if (const auto path = pathIn(folder, entry); reader.isFolder(path)) {
        addFolder(reader, path, found);
        return;
    }
    ProjectFiles project;
    const auto parts =
        reader.isFile(pathIn(folder, entry)) ? QStringList{entry} : entry.split(separator, Qt::SkipEmptyParts);
    for (const auto &part : parts) {
        const auto path = pathIn(folder, part);
        if (!reader.isFile(path)) {
            found.problems.append(missing(reader, path, tr("There is no such file.")));
            return;
        }
        project.paths.append(path);
    }
    if (!project.paths.isEmpty() && !found.projects.contains(project))
        found.projects.append(project);
}

void addListed(const Reader &reader, const QString &folder, const QString &entry, Projects &found)
{
    if (!entry.contains(u'*') && !entry.contains(u'?')) {
        addEntry(reader, folder, entry, u":"_s, found);
        return;
    }
    const auto matches = reader.glob(pathIn(folder, entry));
    if (matches.isEmpty())
        found.problems.append(
            missing(reader, pathIn(folder, entry), tr("No file matches this entry of `compose:` in slipway.yml.")));
    for (const auto &match : matches)
        addEntry(reader, folder, match, u":"_s, found);
}

} // namespace

QString nameOf(const Reader &reader, const QString &path)
{
    return QDir(reader.folder).relativeFilePath(path);
}

QString pathIn(const QString &folder, const QString &path)
{
    return QDir::cleanPath(path.startsWith(u'/') ? path : folder + u'/' + path);
}

std::expected<std::optional<Environment>, Problem> readFolderEnvironment(const Reader &reader, const QString &folder)
{
    const auto path = pathIn(folder, u".env"_s);
    if (!reader.isFile(path))
        return std::nullopt;
    const auto text = reader.read(path);
    if (!text)
        return std::unexpected(missing(reader, path, text.error().message));
    return readEnvironment(*text, nameOf(reader, path), path);
}

Projects findProjects(const Reader &reader, const QStringList &arguments, const QStringList &listed,
                      const QString &listedIn)
{
    Projects found;
    if (!arguments.isEmpty()) {
        for (const auto &argument : arguments)
            addEntry(reader, reader.folder, argument, u":"_s, found);
        return found;
    }
    if (!listed.isEmpty()) {
        for (const auto &entry : listed)
            addListed(reader, listedIn, entry, found);
        return found;
    }
    const auto environment = readFolderEnvironment(reader, reader.folder);
    if (!environment) {
        found.problems.append(environment.error());
        return found;
    }
    const auto variable = environment->has_value() ? (*environment)->find("COMPOSE_FILE") : nullptr;
    if (variable && !variable->value.isEmpty()) {
        const auto separator = (*environment)->find("COMPOSE_PATH_SEPARATOR");
        addEntry(reader, reader.folder, QString::fromUtf8(variable->value),
                 separator && !separator->value.isEmpty() ? QString::fromUtf8(separator->value) : u":"_s, found);
    } else {
        addFolder(reader, reader.folder, found);
    }
    return found;
}

} // namespace slipway::compose
