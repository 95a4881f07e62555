// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/workfolder.h"

#include "core/files/read.h"
#include "core/files/worktree.h"
#include "core/updates/expand.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace slipway::updates
{
namespace
{

QStringList namesIn(const QString &folder)
{
    return QDir(folder + u'/').entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

compose::Reader folderReader(const QString &folder)
{
    const auto root = files::rootOf(folder);
    return {
        .folder = folder,
        .root = root,
        .read = [](const QString &path) { return files::read(path, largestFile); },
        .isFile = [](const QString &path) { return QFileInfo(path).isFile(); },
        .isFolder = [](const QString &path) { return QFileInfo(path).isDir(); },
        .glob =
            [](const QString &pattern) {
                return expand(pattern, {
                                           .names = namesIn,
                                           .exists = [](const QString &path) { return QFileInfo::exists(path); },
                                           .isFolder = [](const QString &path) { return QFileInfo(path).isDir(); },
                                       });
            },
        .isInside = [root](const QString &path) { return files::isInside(path, root); },
    };
}

} // namespace slipway::updates
