// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/details.h"
#include "ui/look/chips.h"

/// What the lists in the details pane hold: versions of an image, and its labels.
namespace slipway::images
{

/// A row of two lines, each with a word at its end.
struct Line
{
    QString first;
    QString second = {};
    QString firstEnd = {};
    QString secondEnd = {}; ///< in monospace
    QString tag = {};       ///< behind the first: "newest"
    look::TagKind tagKind = look::TagKind::Neutral;
    bool isName = true; ///< the first line is what the row is known by; else the second
    QString whole = {}; ///< for the tooltip, and to be copied

    bool operator==(const Line &) const = default;
};

/// "1.5.0 newest / also 1.5, 1, latest, main", newest first.
[[nodiscard]] QList<Line> linesOf(const QList<workspace::Version> &versions, const QDateTime &now);

/// "org.opencontainers.image.licenses / MIT".
[[nodiscard]] QList<Line> linesOf(const QMap<QString, QString> &labels);

} // namespace slipway::images
