// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/eliding.h"

namespace slipway::words
{

QString elidedReference(const QString &reference, const QFontMetrics &metrics, int width)
{
    if (metrics.horizontalAdvance(reference) <= width)
        return reference;
    const auto slash = reference.lastIndexOf(u'/');
    const auto tail = reference.sliced(slash + 1);
    const auto head =
        metrics.elidedText(reference.first(slash + 1), Qt::ElideRight, width - metrics.horizontalAdvance(tail));
    const bool isHeadTold = head.size() > 2; // more than "…/" is worth its room
    if (slash < 0 || !isHeadTold)
        return metrics.elidedText(tail, Qt::ElideMiddle, width);
    return head + tail;
}

QString elidedName(const QString &name, const QFontMetrics &metrics, int width)
{
    return metrics.elidedText(name, Qt::ElideRight, width);
}

} // namespace slipway::words
