// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

#include <optional>

class QPainter;

/// Lines and boxes that begin and end where device pixels do, at any scale. All take and give logical coordinates.
namespace slipway::look
{

/// A length as a whole number of device pixels, at least one.
[[nodiscard]] double wholePixels(const QPainter &painter, double length);

[[nodiscard]] QRectF onPixels(const QPainter &painter, const QRectF &box);

/// A rounded box, its line inside of it.
void drawBox(QPainter &painter, const QRectF &box, double radius, const QColor &fill,
             const std::optional<QColor> &line = {}, double width = 1);

/// The edge of a box as a line of one pixel, inside of it.
void drawEdge(QPainter &painter, const QRectF &box, Qt::Edge edge, const QColor &color, double width = 1);

} // namespace slipway::look
