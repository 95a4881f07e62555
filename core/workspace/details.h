// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/state.h"

#include <QMap>

namespace slipway::workspace
{

struct Commit
{
    QString id;      ///< 40 hexadecimal digits
    QString subject; ///< the first line of its message
    QString author;  ///< login, else name
    QDateTime at;

    bool operator==(const Commit &) const = default;
};

/// What changed in a service's source between two images.
struct Between
{
    int count = 0;              ///< all, also where `commits` was cut
    QList<Commit> commits = {}; ///< newest first
    QString compareUrl = {};
    QString releaseNotes = {}; ///< of the candidate's release, as text; empty if there is none

    bool operator==(const Between &) const = default;
};

/// One image of a repository with the tags that point to it.
struct Version
{
    QString tag;           ///< the most exact one
    QStringList also = {}; ///< its other tags
    std::optional<Digest> digest = {};
    QDateTime created = {};
    bool isNewest = false;
    bool isRunning = false;
    std::optional<updates::Reason> skipped = {}; ///< why it is not the candidate

    bool operator==(const Version &) const = default;
};

/// What the pane shows beyond the row. It is asked for when the pane is looked at.
struct Details
{
    RowKey key;
    QList<Version> versions = {}; ///< newest first
    std::optional<Between> between = {};
    QString noBetween = {};             ///< why there are no commits to show, in words; empty if there are
    QMap<QString, QString> labels = {}; ///< of the candidate, else of the present image

    bool operator==(const Details &) const = default;
};

} // namespace slipway::workspace
