// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/updates/newer.h"
#include "core/updates/pullmarker.h"

namespace slipway::updates
{

/// What tells two builds under one tag apart, from the labels of the newer one. What is not known is left out.
struct Build
{
    QString version = {}; ///< "main", "1.4"
    std::optional<QDateTime> created = {};
    QString revision = {}; ///< commit

    bool operator==(const Build &) const = default;
};

/// How a service's image moves, as its pull request tells it.
struct PullUpdate
{
    QString service;
    PinnedTag from; ///< as the first of the changed files has it
    PinnedTag to;
    Following following = Following::Semver; ///< the policy by which it moves
    int releases = 1;                        ///< tags above `from` up to `to`, itself counted
    QString source = {};                     ///< address of the source repository; empty if none is named
    QString compare = {};                    ///< address of the commits between; empty if it cannot be told
    std::optional<int> commits = {};         ///< between the two; nothing if it was not found out
    Build build = {};
    bool isMajor = false;

    bool operator==(const PullUpdate &) const = default;
};

/// In characters; GitHub refuses a longer body, with its markers.
inline constexpr qsizetype longestPullBody = 65536;

/// How each body ends.
inline constexpr QLatin1StringView closingLine{"Opened with Slipway."};

/// What a pull request says of itself. Always in English: it belongs to a team, not to the one who opens it.
struct PullText
{
    QString title; ///< of the pull request and of its commit
    QString body;  ///< without the markers
    QStringList labels;

    bool operator==(const PullText &) const = default;
};

/// The text for these updates, in their order, which change so many files. Errors: InvalidInput, if there is none, or
/// if they are too many for one body with its markers (65536 characters).
[[nodiscard]] Result<PullText> pullTextFor(const QList<PullUpdate> &updates, int files);

/// "Update api to 1.5.0", "Update api and web"; "Update 12 images" where the names are too many for a line.
[[nodiscard]] QString pullTitle(const QList<PullUpdate> &updates);

/// The body with what is hidden in it, as it is sent.
[[nodiscard]] QString bodyWithMarkers(const QString &body, const QList<PullUpdate> &updates, const ObjectId &base);

/// What kind of step it is: "the first minor release since 1.4.2", "the next release after 7.4.1-alpine", "the newest
/// of 3 releases since 1.4.2". Empty if the tag does not change.
[[nodiscard]] QString stepInWords(const PullUpdate &update);

/// "api", "api and web", "api, web and worker".
[[nodiscard]] QString inOneSentence(const QStringList &parts);

/// "main of 2026-11-24 08:31 UTC, 9aa53f9"; what is not known is left out, so it may be empty.
[[nodiscard]] QString buildInWords(const Build &build);

} // namespace slipway::updates
