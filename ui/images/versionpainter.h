// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/images/versions.h"
#include "ui/look/theme.h"

#include <QFont>

class QPainter;
class QRect;

namespace slipway::images
{

/// How the pair is written: old in a light voice, new in a strong one, digests in monospace.
struct VersionType
{
    QFont old;
    QFont fresh;
    QFont oldDigest;
    QFont freshDigest;
    int gap; ///< at each side of the arrow
    bool isMuted = false;
};

/// In one line from the start edge. The arrow points from old to new in either direction of writing, while each version
/// stays left to right. What does not fit is elided in what runs, never in what is new.
void paintVersions(QPainter &painter, const QRect &box, const VersionPieces &pieces, const VersionType &type,
                   Qt::LayoutDirection direction);

[[nodiscard]] int versionsWidth(const VersionPieces &pieces, const VersionType &type);

} // namespace slipway::images
