// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace slipway::files
{

/// The root of the git work tree that a folder is in: the nearest folder upwards that has a `.git` folder or file.
[[nodiscard]] std::optional<QString> workTreeOf(const QString &folder);

/// The root of its work tree, or the folder itself where it is in none; links followed.
[[nodiscard]] QString rootOf(const QString &folder);

/// Whether an existing file or folder is below a rootOf() after all symbolic links are followed. What git keeps in
/// `.git` belongs to no work tree.
[[nodiscard]] bool isInside(const QString &path, const QString &root);

} // namespace slipway::files
