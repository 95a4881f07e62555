// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/workfolder.h"

#include "core/files/read.h"
#include "core/files/worktree.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace slipway::updates
{
namespace
{

/// Existing paths below `folder` that match the parts of a pattern.
QStringList matching(const QString &folder, QStringList parts)
{
    const auto part = parts.takeFirst();
    const QDir dir(folder);
    const auto isPattern = part.contains(u'*') || part.contains(u'?');
    const auto names =
        isPattern ? dir.entryList({part}, QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name) : QStringList{part};
    QStringList paths;
    for (const auto &name : names) {
        const auto path = QDir::cleanPath(dir.filePath(name));
        if (parts.isEmpty() && QFileInfo::exists(path))
            paths.append(path);
        else if (!parts.isEmpty() && QFileInfo(path).isDir())
            paths += matching(path, parts);
    }
    return paths;
}

} // namespace

compose::Reader folderReader(const QString &folder)
{
    const auto root = files::workTreeOf(folder).value_or(folder);
    return {
        .folder = folder,
        .read = [](const QString &path) { return files::read(path, largestFile); },
        .isFile = [](const QString &path) { return QFileInfo(path).isFile(); },
        .isFolder = [](const QString &path) { return QFileInfo(path).isDir(); },
        .glob = [](const QString &pattern) { return matching(u"/"_s, pattern.split(u'/', Qt::SkipEmptyParts)); },
        .isInside = [root](const QString &path) { return files::isInside(path, root); },
    };
}

QString findWorkspaceFile(const QString &folder)
{
    for (const auto &parent : {folder, files::workTreeOf(folder).value_or(folder)}) {
        if (const auto path = parent + u"/.github/slipway.yml"_s; QFileInfo(path).isFile())
            return path;
    }
    return {};
}

} // namespace slipway::updates
