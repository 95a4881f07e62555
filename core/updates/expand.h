// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

namespace slipway::updates
{

/// What a pattern is held against.
struct Listing
{
    std::function<QStringList(const QString &folder)> names; ///< of the files and folders in a folder
    std::function<bool(const QString &path)> exists;
    std::function<bool(const QString &path)> isFolder;
};

/// The existing files and folders that match an absolute pattern, sorted: `*` and `?` in any part, where a name that
/// begins with a dot has to be named.
[[nodiscard]] QStringList expand(const QString &pattern, const Listing &listing);

} // namespace slipway::updates
