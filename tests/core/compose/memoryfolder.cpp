// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/compose/memoryfolder.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::test
{
namespace
{

constexpr auto root = "/stack"_L1;

QString imageText(const std::optional<ImageReference> &image)
{
    if (!image)
        return u"-"_s;
    auto whole = text(image->repository);
    if (image->tag)
        whole += u':' + *image->tag;
    return image->digest ? QString{whole + u'@' + image->digest->text()} : whole;
}

QString place(const QString &file, std::optional<int> line, std::optional<int> column)
{
    auto text = file;
    if (line)
        text += u':' + QString::number(*line);
    if (column)
        text += u':' + QString::number(*column);
    return text;
}

} // namespace

MemoryFolder::MemoryFolder(std::initializer_list<std::pair<QString, QByteArray>> files)
{
    for (const auto &[name, text] : files)
        add(name, text);
}

void MemoryFolder::add(const QString &name, const QByteArray &text)
{
    m_files.insert(compose::pathIn(root, name), text);
}

void MemoryFolder::leadOutside(const QString &name)
{
    m_outside.insert(compose::pathIn(root, name));
}

compose::Reader MemoryFolder::reader() const
{
    const auto folders = [files = m_files] {
        QSet<QString> all;
        for (auto path = files.keyBegin(); path != files.keyEnd(); ++path) {
            for (auto folder = compose::folderOf(*path); folder != u"/"; folder = compose::folderOf(folder))
                all.insert(folder);
        }
        return all;
    }();
    return {
        .folder = root,
        .root = root,
        .read = [files = m_files](const QString &path) -> Result<QByteArray> {
            if (!files.contains(path))
                return failure({.kind = Error::Kind::NotFound, .message = u"There is no file %1."_s.arg(path)});
            return files.value(path);
        },
        .isFile = [files = m_files](const QString &path) { return files.contains(path); },
        .isFolder = [folders](const QString &path) { return folders.contains(path); },
        .glob =
            [files = m_files, folders](const QString &pattern) {
                const QRegularExpression wanted{QRegularExpression::wildcardToRegularExpression(pattern)};
                auto all = files.keys();
                all.append(folders.values());
                auto matches = all.filter(wanted);
                matches.sort();
                return matches;
            },
        .isInside = [outside = m_outside](
                        const QString &path) { return path.startsWith(u"/stack/") && !outside.contains(path); },
    };
}

Reading readingOf(const MemoryFolder &folder, const QStringList &arguments)
{
    const auto reader = folder.reader();
    const auto found = compose::findProjects(reader, arguments, {}, {});
    Reading reading{.sites = {}, .problems = found.problems, .files = {}, .projects = {}};
    compose::SourceCache cache;
    compose::SiteCollection collection;
    for (const auto &files : found.projects) {
        reading.projects.append(compose::loadProject(reader, files, cache));
        const auto &project = reading.projects.last();
        collection.add(project);
        reading.problems += project.problems;
        reading.files += project.files;
    }
    reading.sites = std::move(collection).sorted();
    return reading;
}

QStringList lines(const QList<compose::Site> &sites)
{
    QStringList lines;
    for (const auto &site : sites) {
        const auto &use = site.use;
        QString line = place(use.file, use.line, use.column) + u' ' + use.path + u' ' + compose::code(use.kind) +
                       u" [" + use.services.join(u' ') + u"] " + imageText(use.image);
        if (use.anchor)
            line += " anchor"_L1;
        if (site.isShadowed())
            line += " shadowed by "_L1 + site.replacedBy;
        lines.append(line);
    }
    return lines;
}

QStringList lines(const QList<Problem> &problems)
{
    QStringList lines;
    for (const auto &problem : problems)
        lines.append(place(problem.file, problem.line, problem.column) +
                     (problem.severity == Problem::Severity::Error ? u" error " : u" warning ") + problem.code);
    return lines;
}

} // namespace slipway::test
