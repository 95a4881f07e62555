// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/reader.h"

#include <QDir>

namespace slipway::compose
{

QString nameOf(const Reader &reader, const QString &path)
{
    const auto isBelow =
        path.size() > reader.folder.size() && path.startsWith(reader.folder) && path.at(reader.folder.size()) == u'/';
    return isBelow ? path.sliced(reader.folder.size() + 1) : QDir(reader.folder).relativeFilePath(path);
}

QString pathIn(const QString &folder, const QString &path)
{
    return QDir::cleanPath(path.startsWith(u'/') ? path : folder + u'/' + path);
}

QString folderOf(const QString &path)
{
    return path.first(std::max<qsizetype>(1, path.lastIndexOf(u'/')));
}

} // namespace slipway::compose
