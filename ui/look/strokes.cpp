// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/strokes.h"

#include <QPainter>

#include <cmath>

namespace slipway::look
{

namespace
{

double scaleOf(const QPainter &painter)
{
    return painter.device()->devicePixelRatio();
}

} // namespace

double wholePixels(const QPainter &painter, double length)
{
    const auto scale = scaleOf(painter);
    return std::max(1.0, std::floor(length * scale + 0.25)) / scale;
}

QRectF onPixels(const QPainter &painter, const QRectF &box)
{
    const auto scale = scaleOf(painter);
    const auto offset = QPointF(painter.transform().dx(), painter.transform().dy());
    const auto snapped = [scale](double at, double shift) { return std::round((at + shift) * scale) / scale - shift; };
    return {QPointF(snapped(box.left(), offset.x()), snapped(box.top(), offset.y())),
            QPointF(snapped(box.right(), offset.x()), snapped(box.bottom(), offset.y()))};
}

void drawBox(QPainter &painter, const QRectF &box, double radius, const QColor &fill, const std::optional<QColor> &line,
             double width)
{
    const auto outer = onPixels(painter, box);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    if (line) {
        const auto pen = wholePixels(painter, width);
        painter.setPen(QPen(*line, pen));
        const auto inset = pen / 2;
        painter.drawRoundedRect(outer.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    } else {
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(outer, radius, radius);
    }
    painter.restore();
}

void drawEdge(QPainter &painter, const QRectF &box, Qt::Edge edge, const QColor &color, double width)
{
    auto line = onPixels(painter, box);
    const auto pen = wholePixels(painter, width);
    switch (edge) {
    case Qt::TopEdge: line.setHeight(pen); break;
    case Qt::BottomEdge: line.setTop(line.bottom() - pen); break;
    case Qt::LeftEdge: line.setWidth(pen); break;
    case Qt::RightEdge: line.setLeft(line.right() - pen); break;
    }
    painter.fillRect(line, color);
}

} // namespace slipway::look
