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

    std::function<Result<QByteArray>(QString path)> read; ///< NotFound if there is no such file
    std::function<bool(QString path)> isFile;
    std::function<bool(QString path)> isFolder;
    std::function<QStringList(QString pattern)> glob; ///< existing files or folders, sorted; `*` and `?` in any part
    std::function<bool(QString path)> isInside;       ///< whether the file is in the work tree, links followed
};

} // namespace slipway::compose
