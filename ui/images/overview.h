// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/details.h"
#include "ui/images/versions.h"

/// What the details pane says of a row, as values: made anew from each snapshot, shown in place.
namespace slipway::images
{

/// A line of facts: "Published  24 Nov, 14:05 · 27 min ago".
struct Fact
{
    enum class Kind { Running, NewestBecause, Published, PullRequest, Provenance, Platforms, Policy };

    Kind kind;
    QString value;
    QString link = {};      ///< a URL that the value leads to; empty if none
    QString aside = {};     ///< behind the value, in a lower voice: "27 min ago", "merged by bartesch"
    bool isWarning = false; ///< the aside is something to know before updating
    QString icon = {};      ///< between link and aside, by its name; empty if none

    bool operator==(const Fact &) const = default;
};

[[nodiscard]] QString factName(Fact::Kind kind);

/// What went wrong, and what that means now.
struct Trouble
{
    QString what;
    QString then;
    bool isError = true; ///< else something waits for a person
    QString page = {};   ///< of the file that a person can edit; empty if that is not what helps

    bool operator==(const Trouble &) const = default;
};

struct Overview
{
    VersionPair versions;
    QString digests = {}; ///< "bce696ab7a61 → 25229c2d4359"; empty where none is known
    std::optional<Trouble> trouble = {};
    QList<Fact> facts = {};

    bool operator==(const Overview &) const = default;
};

[[nodiscard]] Overview overviewOf(const workspace::Row &row, const workspace::Snapshot &snapshot, const QDateTime &now);

/// "7 commits since 1.4.2".
[[nodiscard]] QString commitsTitle(const workspace::Between &between, const workspace::Row &row);

/// The web page of a row's image, where its registry has one; else empty.
[[nodiscard]] QString webPage(const workspace::Row &row);
/// Where its source is, as the labels of the newer image say; empty if they do not.
[[nodiscard]] QString sourcePage(const workspace::Row &row);

} // namespace slipway::images
