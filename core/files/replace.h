// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QList>

namespace slipway::files
{

/// A file as it was read, and as it shall be.
struct Replacement
{
    QString path;
    QByteArray before;
    QByteArray after;
};

/// The file that kept all from being written. The error quotes nothing of what is in it.
struct Refusal
{
    QString path;
    Error error;
};

/// Writes all files or none. Each is replaced in one step, so that a crash at any point leaves it old or new; mode,
/// owner and group stay, and of a symbolic link the target is replaced. Nothing is left beside the files.
/// Errors: NotFound; Forbidden for a file that is not inside of `root`; Conflict for one that is not as it was read;
/// Storage for one with further hard links, or when the system refuses.
[[nodiscard]] std::expected<void, Refusal> replaceAll(const QList<Replacement> &files, const QString &root);

} // namespace slipway::files
