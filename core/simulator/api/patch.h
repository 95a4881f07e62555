// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/githistory.h"
#include "core/simulator/repository.h"

namespace slipway::simulator
{

/// What changed in one file, as people read it.
struct FilePatch
{
    git::FileChange change;
    int additions = 0;
    int deletions = 0;
    QByteArray hunks; ///< from the first "@@" on, without a line end behind the last line

    [[nodiscard]] QString status() const; ///< "added", "removed", "modified"
};

[[nodiscard]] QList<FilePatch> patches(const Repository &repository, const QList<git::FileChange> &changes);

/// All of them as `git diff` prints them.
[[nodiscard]] QByteArray gitDiff(const QList<FilePatch> &patches);

/// Lines added and removed in all of them.
struct LineCount
{
    int additions = 0;
    int deletions = 0;
};
[[nodiscard]] LineCount lineCount(const QList<FilePatch> &patches);

} // namespace slipway::simulator
