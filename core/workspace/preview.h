// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/details.h"

namespace slipway::workspace
{

/// How the value that changes is written, where it is not plain text.
enum class Special { None, Default, Anchor, EnvFile };

/// A changed value in a file.
struct Place
{
    QString service = {};  ///< whose image it is; empty in slipway.yml
    QStringList path = {}; ///< the YAML path that a reader knows: {"services", "queue"}
    int line = 0;          ///< in the new file, from 1
    Special special = Special::None;
    QString anchor = {}; ///< with Anchor: "x-drive", line as above

    bool operator==(const Place &) const = default;
};

struct FilePreview
{
    QString path;
    QByteArray before; ///< empty for a file that is made
    QByteArray after;
    bool isNew = false;
    QList<Place> places = {};

    bool operator==(const FilePreview &) const = default;
};

/// One update in a preview.
struct PreviewedUpdate
{
    RowKey key;
    Move move;
    QList<updates::Risk> risks = {};
    QList<Platform> droppedPlatforms = {};
    std::optional<Between> between = {};
    updates::ProvenanceClaim claimedProvenance = {};
    bool platformsAreAllThere = true;

    bool operator==(const PreviewedUpdate &) const = default;
};

/// Exactly what would be, or is, in a pull request: made for one commit of the branch it goes into.
struct Preview
{
    QString into;
    QString baseCommit;
    QList<FilePreview> files = {};
    QList<PreviewedUpdate> updates = {};
    QString contentHash = {}; ///< SHA-256 of the unified diff as `plan` prints it, 64 hexadecimal digits

    bool operator==(const Preview &) const = default;
};

/// What a person may still change before it is sent.
struct Draft
{
    QList<RowKey> services = {};
    int pullRequest = 0;      ///< the open one that gets it; 0: a new one
    QString titleBefore = {}; ///< of the open one, as it was read
    QString bodyBefore = {};
    QString title = {};
    QString branch = {};
    QString into = {};
    QString text = {};        ///< without the markers
    QStringList markers = {}; ///< hidden lines for Slipway
    QStringList labels = {};
    QStringList labelsTaken = {}; ///< that a person took away
    Preview preview = {};
    QList<std::pair<RowKey, int>> leftOut = {}; ///< services with the pull request in which they are updated
    QString policyChange = {};                  ///< with a change of slipway.yml: what it does, in a few words

    bool operator==(const Draft &) const = default;
};

/// How sending ended.
struct Opened
{
    enum class How { Created, Updated, Unchanged };

    int number = 0;
    QString url = {};
    How how = How::Created;
    bool wasReadBefore = false; ///< the host cannot move a branch only from where it stood: it was read just before

    bool operator==(const Opened &) const = default;
};

} // namespace slipway::workspace
