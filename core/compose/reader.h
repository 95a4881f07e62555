// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

namespace slipway::compose
{

/// How this room reaches files; it has no I/O of its own. All paths are absolute and clean.
struct Reader
{
    QString folder; ///< the current folder; names in messages are relative to it
    QString root;   ///< of the work tree; without one, the current folder

    std::function<Result<QByteArray>(QString path)>
        read; ///< NotFound if there is no such file; InvalidInput: too large
    std::function<bool(QString path)> isFile;
    std::function<bool(QString path)> isFolder;
    std::function<QStringList(QString pattern)> glob; ///< existing files or folders, sorted; `*` and `?` in any part
    std::function<bool(QString path)> isInside;       ///< whether the file is in the work tree, links followed
};

/// How a path is named in messages and in the document: relative to the current folder, with `/`.
[[nodiscard]] QString nameOf(const Reader &reader, const QString &path);

/// An absolute, clean path; relative ones start at `folder`.
[[nodiscard]] QString pathIn(const QString &folder, const QString &path);

/// The folder of an absolute path.
[[nodiscard]] QString folderOf(const QString &path);

} // namespace slipway::compose
