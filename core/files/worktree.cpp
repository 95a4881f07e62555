// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/worktree.h"

#include <QDir>
#include <QFileInfo>

#include <sys/stat.h>

namespace slipway::files
{

using namespace Qt::StringLiterals;

namespace
{

/// Whether a clean path leads below a folder without a link on the way, as most do; cheaper than to look at all folders
/// above as well.
bool isPlainlyBelow(const QString &path, const QString &folder)
{
    if (!path.startsWith(folder + u'/') || path != QDir::cleanPath(path))
        return false;
    for (auto end = folder.size(); end != path.size();) {
        const auto slash = path.indexOf(u'/', end + 1);
        end = slash < 0 ? path.size() : slash;
        struct stat status = {};
        if (::lstat(QFile::encodeName(path.first(end)).constData(), &status) != 0 || S_ISLNK(status.st_mode))
            return false;
    }
    return true;
}

} // namespace

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
    const auto target = isPlainlyBelow(path, root) ? path : QFileInfo{path}.canonicalFilePath();
    if (target.isEmpty() || root.isEmpty())
        return false;
    const auto folder = root == u'/' ? QStringView{} : QStringView{root};
    const auto below = QStringView{target}.sliced(qMin(folder.size(), target.size()));
    return target.startsWith(folder) && (below.isEmpty() || below.startsWith(u'/')) && !below.contains("/.git/"_L1);
}

} // namespace slipway::files
