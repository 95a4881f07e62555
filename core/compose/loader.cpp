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

using yaml::noNode;

constexpr qint64 mostSpent = 5'000'000;
constexpr qsizetype mostProblems = 100;

bool isComposeKey(QByteArrayView key)
{
    static constexpr std::array keys{"services", "version", "name",    "include", "networks",
                                     "volumes",  "configs", "secrets", "models"};
    return key.startsWith("x-") || std::ranges::any_of(keys, [key](const char *known) { return key == known; });
}

bool isCompose(const yaml::Stream &stream, Found root)
{
    if (!isMapping(stream, root))
        return false;
    const auto pairs = pairsOf(stream, root);
    return pairs.isEmpty() || std::ranges::any_of(pairs, isComposeKey, &Pair::key);
}

} // namespace

Project Loader::load(const QStringList &paths)
{
    m_project.name = nameOf(m_reader, paths.first());
    const auto folder = folderOf(paths.first());
    const auto own = pathIn(folder, u".env"_s);
    const auto environments = m_reader.isFile(own) ? QStringList{own} : QStringList{};
    loadFiles(paths,
              {.folder = folder, .environment = readEnvironments(environments, std::make_shared<const Environment>())});
    return std::move(m_project);
}

EnvironmentPointer Loader::readEnvironments(const QStringList &paths, const EnvironmentPointer &outer)
{
    if (paths.isEmpty())
        return outer;
    const auto environment = std::make_shared<Environment>(outer);
    for (const auto &path : paths) {
        const auto name = nameOf(m_reader, path);
        const auto text = m_reader.read(path);
        if (!text) {
            addProblem(
                {.file = name, .line = {}, .column = {}, .code = u"file-missing"_s, .message = text.error().message});
            continue;
        }
        mention(name);
        m_spent += text->size() / 16; // about what a node of YAML takes
        const auto variables = readEnvironment(*text, name, path, environment, m_reader.isInside(path));
        if (!variables) {
            addProblem(variables.error());
            continue;
        }
        for (const auto &variable : variables->all()) {
            for (const auto &used : variable->uses)
                m_project.mentions.append({.variable = used});
        }
        environment->add(*variables);
    }
    return environment;
}

void Loader::loadFiles(const QStringList &paths, const Scope &scope)
{
    for (const auto &path : paths) {
        const auto file = read(path, scope.environment);
        if (!file || !spend({.file = file, .environment = scope.environment}, noNode, file->stream.size()))
            continue;
        m_including.append(path);
        for (const auto root : file->stream.documents()) {
            if (root != noNode)
                loadDocument({.origin = {.file = file, .environment = scope.environment}, .root = root}, scope);
        }
        m_including.removeLast();
    }
}

SourcePointer Loader::read(const QString &path, const EnvironmentPointer &environment)
{
    const auto source = readSource(m_reader, path, m_cache);
    if (!source) {
        if (source.error().code != "file-missing"_L1)
            mention(source.error().file);
        addProblem(source.error());
        return {};
    }
    const auto &file = *source;
    mention(file->name);
    if (!m_checked.insert({file, environment}).second)
        return file;
    const auto mentions = mentionsIn(file, *environment);
    if (mentions)
        m_project.mentions += *mentions;
    else
        addProblem({.file = file, .environment = environment}, mentions.error().node, mentions.error().code,
                   mentions.error().message);
    return file;
}

void Loader::loadDocument(const LoadedDocument &document, const Scope &scope)
{
    const auto &stream = document.origin.file->stream;
    const Found root{.node = document.root};
    if (isNull(stream, root))
        return;
    if (!isCompose(stream, root)) {
        addProblem(
            document.origin, document.root, u"not-compose"_s,
            Text::tr("This is no Compose file: none of its top-level keys is one of Compose, such as `services`."));
        return;
    }
    for (const auto entries = itemsOf(stream, findFirst(stream, root, "include")); const auto &entry : entries)
        include(document.origin, entry, scope);
    m_project.documents.append(document);
    loadServices(document, scope);
}

void Loader::loadServices(const LoadedDocument &document, const Scope &scope)
{
    const auto &origin = document.origin;
    const auto &stream = origin.file->stream;
    const auto services = findFirst(stream, {.node = document.root}, "services");
    const auto isRemoved = isReset(stream, services);
    if ((isRemoved || isOverride(stream, services)) &&
        spend(origin, services.node, layerCost * m_project.services.size())) {
        for (auto &layers : m_project.services)
            layers.append({.origin = origin, .removes = services.node});
    }
    if (isRemoved)
        return;
    const Siblings siblings{.origin = origin, .folder = scope.folder, .roots = {document.root}};
    for (const auto pairs = pairsOf(stream, services); const auto &[name, body] : pairs)
        m_project.services[name.toByteArray()] += layersOf(siblings, name, {body});
}

/// Whether the project is still of a size that somebody could mean; says it once if not.
bool Loader::spend(const Origin &origin, yaml::NodeId at, qint64 nodes)
{
    m_spent += nodes;
    if (m_spent > mostSpent && !std::exchange(m_saidTooLarge, true))
        addProblem(origin, at, u"yaml-invalid"_s,
                   Text::tr("With `include` and `extends` this project comes to over 5,000,000 nodes."));
    return m_spent <= mostSpent;
}

void Loader::addProblem(const Origin &origin, yaml::NodeId at, const QString &code, const QString &message,
                        Problem::Severity severity)
{
    const auto &file = *origin.file;
    Problem problem{.file = file.name,
                    .line = {},
                    .column = {},
                    .severity = severity,
                    .code = code,
                    .message = file.isInside ? message : unquotedMessage()};
    if (at != noNode) {
        problem.line = file.stream.node(at).line;
        problem.column = file.stream.node(at).column;
    }
    addProblem(problem);
}

void Loader::addProblem(const Problem &problem)
{
    if (m_project.problems.size() < mostProblems && !m_project.problems.contains(problem))
        m_project.problems.append(problem);
}

void Loader::mention(const QString &name)
{
    if (!m_project.files.contains(name))
        m_project.files.append(name);
}

} // namespace slipway::compose
