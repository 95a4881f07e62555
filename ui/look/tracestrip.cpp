// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/tracestrip.h"

#include "ui/look/icons.h"
#include "ui/look/stateicon.h"
#include "ui/look/strokes.h"
#include "ui/look/type.h"

#include <QPainter>
#include <QStyle>

#include <optional>

namespace slipway::look
{

namespace
{

std::optional<workspace::State> stateOf(StationMark mark)
{
    switch (mark) {
    case StationMark::Failed: return workspace::State::Failed;
    case StationMark::Blocked: return workspace::State::Blocked;
    case StationMark::Ready: return workspace::State::UpdateReady;
    case StationMark::Progress: return workspace::State::InProgress;
    default: return {};
    }
}

double sizeOf(StationMark mark)
{
    switch (mark) {
    case StationMark::Done: return scaled(6);
    case StationMark::ToCome: return scaled(7);
    case StationMark::Finished: return scaled(8);
    default: return scaled(iconsize::dense);
    }
}

void paintMark(QPainter &painter, const QRectF &box, StationMark mark)
{
    if (const auto state = stateOf(mark)) {
        paintState(painter, box, lookOf(*state));
        return;
    }
    painter.setPen(Qt::NoPen);
    if (mark == StationMark::ToCome) {
        const auto line = scaled(13) / 13.0;
        painter.setPen(QPen(color(Token::BorderStrong), line));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.adjusted(line / 2, line / 2, -line / 2, -line / 2));
        return;
    }
    painter.setBrush(color(mark == StationMark::Finished ? Token::Ok : Token::Neutral));
    painter.drawEllipse(box);
}

void paintLine(QPainter &painter, const QRectF &line, bool isAhead)
{
    auto ink = color(isAhead ? Token::Border : Token::Neutral);
    if (!isAhead)
        ink.setAlphaF(0.5F);
    painter.fillRect(onPixels(painter, line), ink);
}

} // namespace

QSize traceStripSize()
{
    return {scaled(112), scaled(16)};
}

void paintTraceStrip(QPainter &painter, const QRect &box, const QList<StationMark> &stations,
                     Qt::LayoutDirection direction)
{
    if (stations.isEmpty())
        return;
    double taken = 0;
    for (const auto mark : stations)
        taken += sizeOf(mark);
    const auto between = (box.width() - taken) / static_cast<double>(std::max<qsizetype>(1, stations.size() - 1));
    const auto mirrored = [&](QRectF part) {
        if (direction == Qt::RightToLeft)
            part.moveLeft(box.left() + box.right() + 1 - part.right());
        return part;
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto middle = QRectF(box).center().y();
    const double thick = scaled(2);
    const double air = scaled(13) / 13.0;
    double x = box.left();
    for (qsizetype i = 0; i < stations.size(); ++i) {
        const auto size = sizeOf(stations.at(i));
        paintMark(painter, mirrored({x, middle - size / 2, size, size}), stations.at(i));
        x += size;
        if (i + 1 < stations.size()) {
            const bool isAhead = stations.at(i + 1) == StationMark::ToCome;
            paintLine(painter, mirrored({x + air, middle - thick / 2, between - 2 * air, thick}), isAhead);
            x += between;
        }
    }
    painter.restore();
}

} // namespace slipway::look
