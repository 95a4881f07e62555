// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/repository.h"
#include "tests/core/workspace/demo.h"

namespace slipway::desktop
{

/// What GitHub holds of the deployment repository, to compare with later.
struct Held
{
    QMap<QString, simulator::ObjectId> refs;
    QList<int> pulls;
};

[[nodiscard]] Held heldBy(test::Demo &demo);

/// The names of the branches that came or moved since, without "refs/heads/".
[[nodiscard]] QStringList movedSince(const Held &before, test::Demo &demo);
/// The numbers of the pull requests that came since.
[[nodiscard]] QList<int> openedSince(const Held &before, test::Demo &demo);

/// The paths that differ between a commit and its only parent, in mode or in bytes.
[[nodiscard]] QStringList changedIn(test::Demo &demo, const QString &commit);

/// The first eight digits of the hash over a file's change from its parent to a commit, as the window shows it.
[[nodiscard]] QString contentHash(test::Demo &demo, const QString &commit, const QString &path);

/// docker-compose.yml of the demo with the newest google-drive, and if wanted the newest queue.
[[nodiscard]] QByteArray composeWithUpdates(test::Demo &demo, const QString &commit, bool isQueueToo);

} // namespace slipway::desktop
