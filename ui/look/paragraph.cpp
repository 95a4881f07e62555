// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/paragraph.h"

#include <QFontInfo>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace slipway::look
{
namespace
{

constexpr double lineFactor = 1.38;

} // namespace

double lineHeight(const QFont &font)
{
    return std::max(std::round(lineFactor * QFontInfo(font).pixelSize()), QFontMetricsF(font).height());
}

Paragraph layOut(const QString &text, const QFont &font, double width, QTextOption option,
                 const QList<QTextLayout::FormatRange> &formats)
{
    auto layout = std::make_unique<QTextLayout>(QString(text).replace(u'\n', QChar::LineSeparator), font);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->setFormats(formats);

    Paragraph laid;
    const auto step = lineHeight(font);
    layout->beginLayout();
    for (auto line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, laid.height + std::floor((step - line.height()) / 2)});
        laid.height += step;
        laid.width = std::max(laid.width, line.naturalTextWidth());
    }
    layout->endLayout();
    laid.layout = std::move(layout);
    return laid;
}

} // namespace slipway::look
