// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids/objectid.h"
#include "core/image/digest.h"

#include <QList>

#include <optional>

namespace slipway::updates
{

/// What a service runs, or shall run, of one image: "1.4.2@sha256:…". One of the two may be missing.
struct PinnedTag
{
    QString tag;
    std::optional<Digest> digest = {};

    bool operator==(const PinnedTag &) const = default;
};

[[nodiscard]] QString text(const PinnedTag &pinned);
/// Errors: InvalidInput, if it is neither a tag nor a digest, nor both.
[[nodiscard]] Result<PinnedTag> parsePinnedTag(QStringView text);

/// What a pull request does for one service, for this program to read again: a line that is hidden in its body.
struct UpdateMarker
{
    QString service;
    PinnedTag from; ///< as the first of the changed files had it
    PinnedTag to;
    ObjectId base; ///< the commit that the change was made on

    bool operator==(const UpdateMarker &) const = default;
};

/// What a pull request does to the policy of one service.
struct PolicyMarker
{
    QString service;
    QString key;   ///< of `.github/slipway.yml`: "hold"
    QString value; ///< as it is written there: "2026-12-01"; empty if the key goes
    ObjectId base;

    bool operator==(const PolicyMarker &) const = default;
};

/// All that is hidden in one body.
struct Markers
{
    QList<UpdateMarker> updates = {};
    QList<PolicyMarker> policies = {};

    bool operator==(const Markers &) const = default;
};

/// `<!-- slipway:{…} -->`: JSON, compact, its keys sorted.
[[nodiscard]] QString markerLine(const UpdateMarker &marker);
[[nodiscard]] QString markerLine(const PolicyMarker &marker);

/// The markers in a body, which anybody may have written: lines that are no whole marker do not count, nor do more than
/// 1000.
[[nodiscard]] Markers readMarkers(const QString &body);

/// A body as people see it, without its markers.
[[nodiscard]] QString withoutMarkers(const QString &body);

} // namespace slipway::updates
