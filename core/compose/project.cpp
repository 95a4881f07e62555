// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/project.h"

#include "core/compose/interpolate.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QScopeGuard>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace slipway::compose
{
namespace
{

using yaml::NodeId;
using yaml::noNode;

constexpr int mostIncludes = 1000; ///< files that include each other twice would be read for ever
constexpr int mostExtended = 64;

QString tr(const char *text)
{
    return QCoreApplication::translate("compose", text);
}

QString folderOf(const QString &path)
{
    return path.first(std::max<qsizetype>(1, path.lastIndexOf(u'/')));
}

bool isRemote(QByteArrayView path)
{
    for (const auto *scheme : {"https://", "http://", "git@", "git://", "ssh://", "oci://", "github.com/"}) {
        if (path.startsWith(scheme))
            return true;
    }
    return false;
}

QString codeOf(yaml::ParseError::Code code)
{
    switch (code) {
    case yaml::ParseError::Code::Encoding: return u"encoding"_s;
    case yaml::ParseError::Code::DuplicateKey: return u"duplicate-key"_s;
    case yaml::ParseError::Code::Invalid: break;
    }
    return u"yaml-invalid"_s;
}

bool isComposeKey(QByteArrayView key)
{
    static constexpr std::array keys{"services", "version", "name",    "include", "networks",
                                     "volumes",  "configs", "secrets", "models"};
    return key.startsWith("x-") || std::ranges::any_of(keys, [key](const char *known) { return key == known; });
}

/// Reads one project, with all that it includes and extends.
class Loader
{
public:
    Loader(const Reader &reader, SourceCache &cache, Project &project)
        : m_reader(reader)
        , m_cache(cache)
        , m_project(project)
    {
    }

    /// Files with one environment: the project itself, or an entry of `include`.
    void loadFiles(const QStringList &paths, const EnvironmentPointer &environment);
    EnvironmentPointer readEnvironments(const QStringList &paths, const Environment &outer);

private:
    SourcePointer read(const QString &path, const QString &missingCode);
    void checkVariables(const SourcePointer &file, const Environment &environment);
    void loadDocument(const LoadedDocument &document);
    void include(const LoadedDocument &document, Found entry);
    void loadServices(const LoadedDocument &document);
    QList<Layer> layersOf(const LoadedDocument &document, const QByteArray &name, Found body);
    QList<Layer> baseLayers(const LoadedDocument &document, Found extends);
    QList<Layer> baseInFile(const LoadedDocument &document, Found at, const QString &path, const QByteArray &name);
    std::optional<QByteArray> pathText(const LoadedDocument &document, Found found);
    void addProblem(const SourcePointer &file, NodeId node, const QString &code, const QString &message,
                    Problem::Severity severity = Problem::Severity::Error);
    void mention(const QString &name);

    const Reader &m_reader;
    SourceCache &m_cache;
    Project &m_project;
    int m_includes = 0;
    QStringList m_open;                                ///< files that are being loaded, for cycles of `include`
    QList<std::pair<QString, QByteArray>> m_extending; ///< (file, service), for cycles of `extends`
    QSet<const SourceFile *> m_checked;
};

void Loader::addProblem(const SourcePointer &file, NodeId node, const QString &code, const QString &message,
                        Problem::Severity severity)
{
    Problem problem{
        .file = file->name, .line = {}, .column = {}, .severity = severity, .code = code, .message = message};
    if (node != noNode) {
        problem.line = file->stream.node(node).line;
        problem.column = file->stream.node(node).column;
    }
    if (!m_project.problems.contains(problem))
        m_project.problems.append(problem);
}

void Loader::mention(const QString &name)
{
    if (!m_project.files.contains(name))
        m_project.files.append(name);
}

SourcePointer Loader::read(const QString &path, const QString &missingCode)
{
    const auto name = nameOf(m_reader, path);
    mention(name);
    if (auto known = m_cache.value(path).lock())
        return known;
    const auto fail = [&](const QString &code, const QString &message, std::optional<int> line = {},
                          std::optional<int> column = {}) {
        m_project.problems.append({.file = name, .line = line, .column = column, .code = code, .message = message});
        return nullptr;
    };
    auto text = m_reader.read(path);
    if (!text)
        return fail(missingCode, text.error().message);
    const auto isInside = m_reader.isInside(path);
    auto stream = yaml::Stream::parse(std::move(*text));
    if (!stream) {
        const auto &error = stream.error();
        return fail(codeOf(error.code), isInside ? error.message : tr("This file cannot be read as Compose."),
                    error.line, error.column);
    }
    auto file = std::make_shared<const SourceFile>(path, name, std::move(*stream), isInside);
    m_cache.insert(path, file);
    return file;
}

/// Compose replaces the variables of every value of a file, so a mistake in any of them stops it.
void Loader::checkVariables(const SourcePointer &file, const Environment &environment)
{
    if (m_checked.contains(file.get()) || !file->stream.text().contains('$'))
        return;
    m_checked.insert(file.get());
    const auto &stream = file->stream;
    const auto checkValue = [&](NodeId id) {
        const auto &node = stream.node(id);
        if (node.kind != yaml::Kind::Scalar || !node.value.contains('$'))
            return;
        if (const auto effective = interpolate(node.value, environment); !effective)
            addProblem(file, id, u"interpolation-invalid"_s, effective.error().message);
        for (const auto &variable : mentionedVariables(node.value))
            m_project.mentions[variable].append({.file = file, .node = id});
    };
    for (const auto root : stream.documents()) {
        if (root != noNode)
            checkValue(root);
    }
    for (NodeId id = 0; id < stream.size(); ++id) {
        const auto kind = stream.node(id).kind;
        auto child = stream.node(id).first;
        while (child != noNode && (kind == yaml::Kind::Mapping || kind == yaml::Kind::Sequence)) {
            if (kind == yaml::Kind::Mapping)
                child = stream.node(child).next; // keys are never replaced
            checkValue(child);
            child = stream.node(child).next;
        }
    }
}

EnvironmentPointer Loader::readEnvironments(const QStringList &paths, const Environment &outer)
{
    Environment environment;
    for (const auto &path : paths) {
        const auto name = nameOf(m_reader, path);
        const auto text = m_reader.read(path);
        if (!text) {
            m_project.problems.append({.file = name,
                                       .line = {},
                                       .column = {},
                                       .code = u"include-missing"_s,
                                       .message = text.error().message});
            continue;
        }
        mention(name);
        auto read = readEnvironment(*text, name, path, environment);
        if (!read)
            m_project.problems.append(read.error());
        else
            environment = *read;
    }
    for (const auto &variable : environment.all()) {
        if (!variable->verbatim)
            m_project.composed.append(variable);
    }
    environment.overlay(outer);
    return std::make_shared<const Environment>(std::move(environment));
}

void Loader::loadFiles(const QStringList &paths, const EnvironmentPointer &environment)
{
    for (const auto &path : paths) {
        const auto file = read(path, m_open.isEmpty() ? u"file-missing"_s : u"include-missing"_s);
        if (!file)
            continue;
        checkVariables(file, *environment);
        m_open.append(path);
        for (const auto root : file->stream.documents())
            loadDocument({.file = file, .root = root, .environment = environment});
        m_open.removeLast();
    }
}

void Loader::loadDocument(const LoadedDocument &document)
{
    const auto &stream = document.file->stream;
    if (document.root == noNode || isNull(stream.node(document.root)))
        return;
    const Found root{.node = stream.resolved(document.root)};
    const auto keys = pairsOf(stream, root);
    if (!isMapping(stream, root) ||
        (!keys.isEmpty() && std::ranges::none_of(keys, [](const Pair &pair) { return isComposeKey(pair.key); }))) {
        addProblem(document.file, document.root, u"not-compose"_s,
                   tr("This is no Compose file: none of its top-level keys is one of Compose, such as `services`."));
        return;
    }
    if (const auto includes = findFirst(stream, root, "include"); includes.node != noNode) {
        for (const auto &entry : itemsOf(stream, includes))
            include(document, entry);
    }
    m_project.documents.append(document);
    loadServices(document);
}

/// A path with its variables replaced; nothing (and a problem or a warning) for one that cannot be followed.
std::optional<QByteArray> Loader::pathText(const LoadedDocument &document, Found found)
{
    const auto &stream = document.file->stream;
    if (!isScalar(stream, found))
        return std::nullopt;
    const auto effective = interpolate(stream.node(found.node).value, *document.environment);
    if (!effective || effective->text.isEmpty())
        return std::nullopt;
    if (isRemote(effective->text)) {
        addProblem(document.file, found.node, u"include-remote"_s,
                   tr("This is not on this machine and is not followed."), Problem::Severity::Warning);
        return std::nullopt;
    }
    return effective->text;
}

void Loader::include(const LoadedDocument &document, Found entry)
{
    const auto &stream = document.file->stream;
    const auto folder = folderOf(document.file->path);
    const auto pathsOf = [&](Found found) {
        QStringList paths;
        auto items = itemsOf(stream, found);
        if (isScalar(stream, found))
            items.append(found);
        for (const auto &item : items) {
            if (const auto text = pathText(document, item))
                paths.append(pathIn(folder, QString::fromUtf8(*text)));
        }
        return paths;
    };
    const auto paths = isScalar(stream, entry) ? pathsOf(entry) : pathsOf(findFirst(stream, entry, "path"));
    if (paths.isEmpty())
        return;
    ++m_includes;
    for (const auto &path : paths) {
        if (m_open.contains(path) || m_includes > mostIncludes) {
            addProblem(document.file, entry.node, u"include-cycle"_s,
                       tr("%1 includes itself.").arg(nameOf(m_reader, path)));
            return;
        }
        if (!m_reader.isFile(path)) {
            addProblem(document.file, entry.node, u"include-missing"_s,
                       tr("There is no file %1.").arg(nameOf(m_reader, path)));
            return;
        }
    }
    auto environments = pathsOf(findFirst(stream, entry, "env_file"));
    if (environments.isEmpty()) {
        const auto projectFolder = pathsOf(findFirst(stream, entry, "project_directory"));
        const auto own = pathIn(projectFolder.isEmpty() ? folderOf(paths.first()) : projectFolder.first(), u".env"_s);
        if (m_reader.isFile(own))
            environments.append(own);
    }
    loadFiles(paths, readEnvironments(environments, *document.environment));
}

void Loader::loadServices(const LoadedDocument &document)
{
    const auto &stream = document.file->stream;
    const auto services = findFirst(stream, {.node = stream.resolved(document.root)}, "services");
    if (services.node == noNode)
        return;
    const auto tag = stream.node(services.node).tag;
    if (tag == "!reset" || tag == "!override")
        m_project.services.clear();
    if (tag == "!reset")
        return;
    for (const auto &[name, body] : pairsOf(stream, services)) {
        if (body.node == noNode)
            continue;
        m_project.services[name].append(layersOf(document, name, body));
    }
}

QList<Layer> Loader::layersOf(const LoadedDocument &document, const QByteArray &name, Found body)
{
    const auto &stream = document.file->stream;
    QList<Layer> layers;
    if (const auto extends = findFirst(stream, body, "extends"); extends.node != noNode) {
        const std::pair key{document.file->path, name};
        if (m_extending.contains(key) || m_extending.size() > mostExtended) {
            addProblem(document.file, extends.node, u"include-cycle"_s,
                       tr("The service %1 extends itself.").arg(QString::fromUtf8(name)));
            return layers;
        }
        m_extending.append(key);
        layers = baseLayers(document, extends);
        m_extending.removeLast();
    }
    layers.append({.file = document.file, .name = name, .body = body, .environment = document.environment});
    return layers;
}

QList<Layer> Loader::baseLayers(const LoadedDocument &document, Found extends)
{
    const auto &stream = document.file->stream;
    const auto service = isScalar(stream, extends) ? extends : findFirst(stream, extends, "service");
    if (!isScalar(stream, service))
        return {};
    const auto name = stream.node(service.node).value.toByteArray();
    if (const auto file = findFirst(stream, extends, "file"); file.node != noNode) {
        const auto path = pathText(document, file);
        return path ? baseInFile(document, file, pathIn(folderOf(document.file->path), QString::fromUtf8(*path)), name)
                    : QList<Layer>{};
    }
    const auto services = findFirst(stream, {.node = stream.resolved(document.root)}, "services");
    if (const auto body = findFirst(stream, services, name); body.node != noNode)
        return layersOf(document, name, body);
    if (const auto known = m_project.services.value(name); !known.isEmpty())
        return known;
    addProblem(document.file, service.node, u"include-missing"_s,
               tr("There is no service %1 to extend.").arg(QString::fromUtf8(name)));
    return {};
}

QList<Layer> Loader::baseInFile(const LoadedDocument &document, Found at, const QString &path, const QByteArray &name)
{
    if (!m_reader.isFile(path)) {
        addProblem(document.file, at.node, u"include-missing"_s,
                   tr("There is no file %1.").arg(nameOf(m_reader, path)));
        return {};
    }
    const auto file = read(path, u"include-missing"_s);
    if (!file)
        return {};
    checkVariables(file, *document.environment);
    QList<Layer> layers;
    for (const auto root : file->stream.documents()) {
        if (root == noNode)
            continue;
        const LoadedDocument other{.file = file, .root = root, .environment = document.environment};
        const auto services = findFirst(file->stream, {.node = file->stream.resolved(root)}, "services");
        if (const auto body = findFirst(file->stream, services, name); body.node != noNode)
            layers.append(layersOf(other, name, body));
    }
    if (layers.isEmpty())
        addProblem(document.file, at.node, u"include-missing"_s,
                   tr("%1 has no service %2 to extend.").arg(file->name, QString::fromUtf8(name)));
    return layers;
}

} // namespace

bool Project::isBroken() const
{
    return std::ranges::any_of(problems,
                               [](const Problem &problem) { return problem.severity == Problem::Severity::Error; });
}

Project loadProject(const Reader &reader, const ProjectFiles &files, SourceCache &cache)
{
    Project project;
    Loader loader(reader, cache, project);
    const auto own = pathIn(folderOf(files.paths.first()), u".env"_s);
    const auto environment = loader.readEnvironments(reader.isFile(own) ? QStringList{own} : QStringList{}, {});
    loader.loadFiles(files.paths, environment);
    return project;
}

} // namespace slipway::compose
