// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/worktree.h"

#include <QDir>
#include <QFileInfo>

namespace slipway::files
{

using namespace Qt::StringLiterals;

std::optional<QString> workTreeOf(const QString &folder)
{
    const auto start = QFileInfo{folder}.canonicalFilePath();
    if (start.isEmpty())
        return {};
    QDir dir{start};
    while (!QFileInfo::exists(dir.filePath(u".git"_s))) {
        if (!dir.cdUp())
            return {};
    }
    return dir.path();
}

QString rootOf(const QString &folder)
{
    return workTreeOf(folder).value_or(QFileInfo{folder}.canonicalFilePath());
}

bool isInside(const QString &path, const QString &root)
{
    const auto target = QFileInfo{path}.canonicalFilePath();
    if (target.isEmpty() || root.isEmpty())
        return false;
    const auto folder = root == u'/' ? QStringView{} : QStringView{root};
    const auto below = QStringView{target}.sliced(qMin(folder.size(), target.size()));
    return target.startsWith(folder) && (below.isEmpty() || below.startsWith(u'/')) && !below.contains("/.git/"_L1);
}

} // namespace slipway::files
