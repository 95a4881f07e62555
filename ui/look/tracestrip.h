// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>
#include <QSize>

class QPainter;

namespace slipway::look
{

/// A station of a trace, as the small strip shows it.
enum class StationMark {
    Done,
    ToCome,
    Finished, ///< the last one of a trace that has come to its end
    Failed,
    Blocked,
    Ready, ///< waits for the person to merge
    Progress,
};

/// 112 x 16, at a 13 px font.
[[nodiscard]] QSize traceStripSize();

/// All stations over the width of `box`, the same distance between each two.
void paintTraceStrip(QPainter &painter, const QRect &box, const QList<StationMark> &stations,
                     Qt::LayoutDirection direction);

} // namespace slipway::look
