// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/projects.h"

#include "core/compose/environment.h"
#include "core/compose/text.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace slipway::compose
{
namespace
{

// in the order in which Compose looks for them
constexpr std::array baseNames{"compose.yaml"_L1, "compose.yml"_L1, "docker-compose.yml"_L1, "docker-compose.yaml"_L1};
constexpr std::array overrideNames{"compose.override.yml"_L1, "compose.override.yaml"_L1,
                                   "docker-compose.override.yml"_L1, "docker-compose.override.yaml"_L1};

/// Collects projects, each once.
class Discovery
{
public:
    explicit Discovery(const Reader &reader)
        : m_reader(reader)
    {
    }

    /// A FILE argument or list entry: a folder, a file, or several files joined with the separator.
    void addEntry(const QString &folder, const QString &entry, const QString &separator = u":"_s);
    /// A list entry, which may have `*` and `?`.
    void addPattern(const QString &folder, const QString &pattern);
    /// What COMPOSE_FILE in the folder's `.env` names, else its base file.
    void addCurrent(const QString &folder);

    Projects take() { return std::move(m_found); }

private:
    void addFolder(const QString &folder);
    void add(const QStringList &paths);
    void addMissing(const QString &path, const QString &message);
    [[nodiscard]] QStringList existing(const QString &folder, std::span<const QLatin1StringView> names) const;

    const Reader &m_reader;
    Projects m_found;
    QSet<QStringList> m_known;
};

void Discovery::add(const QStringList &paths)
{
    if (m_known.contains(paths))
        return;
    m_known.insert(paths);
    m_found.projects.append({.paths = paths});
}

void Discovery::addMissing(const QString &path, const QString &message)
{
    m_found.problems.append(
        {.file = nameOf(m_reader, path), .line = {}, .column = {}, .code = u"file-missing"_s, .message = message});
}

QStringList Discovery::existing(const QString &folder, std::span<const QLatin1StringView> names) const
{
    QStringList paths;
    for (const auto name : names) {
        if (auto path = pathIn(folder, name); m_reader.isFile(path))
            paths.append(std::move(path));
    }
    return paths;
}

void Discovery::addFolder(const QString &folder)
{
    const auto bases = existing(folder, baseNames);
    if (bases.isEmpty()) {
        addMissing(pathIn(folder, baseNames.front()), withoutBaseFile());
        return;
    }
    if (bases.size() > 1)
        m_found.problems.append(
            {.file = nameOf(m_reader, bases.at(1)),
             .line = {},
             .column = {},
             .severity = Problem::Severity::Warning,
             .code = u"several-base-files"_s,
             .message = Text::tr("Compose uses %1 and ignores this file.").arg(nameOf(m_reader, bases.first()))});
    add(bases.first(1) + existing(folder, overrideNames).mid(0, 1));
}

void Discovery::addEntry(const QString &folder, const QString &entry, const QString &separator)
{
    const auto whole = pathIn(folder, entry);
    if (m_reader.isFile(whole))
        return add({whole});
    if (m_reader.isFolder(whole))
        return addFolder(whole);
    QStringList paths;
    for (const auto parts = entry.split(separator, Qt::SkipEmptyParts); const auto &part : parts) {
        paths.append(pathIn(folder, part));
        if (!m_reader.isFile(paths.last())) {
            addMissing(paths.last(), Text::tr("There is no such file."));
            return;
        }
    }
    if (!paths.isEmpty())
        add(paths);
}

void Discovery::addPattern(const QString &folder, const QString &pattern)
{
    if (!pattern.contains(u'*') && !pattern.contains(u'?')) {
        addEntry(folder, pattern);
        return;
    }
    const auto matches = m_reader.glob(pathIn(folder, pattern));
    if (matches.isEmpty())
        addMissing(pathIn(folder, pattern), Text::tr("No file matches this entry of `compose:` in slipway.yml."));
    for (const auto &match : matches)
        addEntry(folder, match);
}

void Discovery::addCurrent(const QString &folder)
{
    const auto path = pathIn(folder, u".env"_s);
    if (!m_reader.isFile(path)) {
        addFolder(folder);
        return;
    }
    const auto text = m_reader.read(path);
    if (!text) {
        addMissing(path, text.error().message);
        return;
    }
    const auto variables = readEnvironment(*text, nameOf(m_reader, path), path);
    if (!variables) {
        m_found.problems.append(variables.error());
        return;
    }
    const auto valueOf = [&](QByteArrayView name) {
        const auto variable = variables->find(name);
        return variable ? QString::fromUtf8(variable->value) : QString{};
    };
    const auto files = valueOf("COMPOSE_FILE");
    const auto separator = valueOf("COMPOSE_PATH_SEPARATOR");
    if (files.isEmpty())
        addFolder(folder);
    else
        addEntry(folder, files, separator.isEmpty() ? u":"_s : separator);
}

} // namespace

QString withoutBaseFile()
{
    return Text::tr("There is no compose.yaml, compose.yml, docker-compose.yml or docker-compose.yaml here. Name the "
                    "files, or list them under `compose:` in .github/slipway.yml.");
}

Projects findProjects(const Reader &reader, const QStringList &arguments, const QStringList &listed,
                      const QString &listedIn)
{
    Discovery discovery(reader);
    for (const auto &argument : arguments)
        discovery.addEntry(reader.folder, argument);
    if (arguments.isEmpty()) {
        for (const auto &entry : listed)
            discovery.addPattern(listedIn, entry);
        if (listed.isEmpty())
            discovery.addCurrent(reader.folder);
    }
    return discovery.take();
}

} // namespace slipway::compose
