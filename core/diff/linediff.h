// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace slipway::diff
{

struct Line
{
    enum class Kind { Context, Removed, Added };

    Kind kind;
    QByteArray text; ///< with its line end, byte for byte; the last line of a file may have none

    bool operator==(const Line &) const = default;
};

/// Lines that changed, with up to three unchanged ones around them.
struct Hunk
{
    int oldStart; ///< the first line, from 1; of no lines, the one before them
    int oldCount;
    int newStart;
    int newCount;
    QList<Line> lines;

    bool operator==(const Hunk &) const = default;
};

/// Gets ready what the first comparison needs, in another thread: libgit2 reads the system's certificates when it
/// starts (some 20 ms).
void warmUp();

/// What differs between two texts; nothing if they are equal.
[[nodiscard]] QList<Hunk> hunks(const QByteArray &before, const QByteArray &after);

/// A unified diff of one file, as `patch` takes it: `--- a/PATH`, `+++ b/PATH`, hunks. The path is written as it is.
/// Empty if there are no hunks.
[[nodiscard]] QString unified(const QString &path, const QList<Hunk> &hunks);
[[nodiscard]] QString unified(const QString &path, const QByteArray &before, const QByteArray &after);

} // namespace slipway::diff
