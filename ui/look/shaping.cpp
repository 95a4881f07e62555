// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/shaping.h"

#include "ui/look/kept.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QPaintDevice>
#include <QScreen>

#include <algorithm>

namespace slipway::look
{
namespace
{

constexpr int most = 800; ///< some four windows full of a table

struct Key
{
    QString text;
    QFont font;
    Qt::LayoutDirection direction;
    Qt::TextElideMode elide;
    int width; ///< 0: the whole text
    int resolution;

    bool operator==(const Key &) const = default;
};

size_t qHash(const Key &key, size_t seed = 0)
{
    return qHashMulti(seed, key.text, key.font, int(key.direction), int(key.elide), key.width, key.resolution);
}

QTextLine lineOf(const Key &key, const QPaintDevice *device)
{
    auto &lines = kept<Key, QTextLayout, most>();
    if (const auto *known = lines.object(key))
        return known->lineAt(0);
    constexpr qreal unbounded = 1 << 24;
    const auto shown =
        key.width == 0 ? key.text : QFontMetrics{key.font, device}.elidedText(key.text, key.elide, key.width);
    auto *layout = new QTextLayout{shown, key.font, device};
    layout->setCacheEnabled(true);
    QTextOption option;
    option.setTextDirection(key.direction);
    option.setWrapMode(QTextOption::NoWrap);
    layout->setTextOption(option);
    layout->beginLayout();
    auto line = layout->createLine();
    line.setLineWidth(unbounded);
    layout->endLayout();
    lines.insert(key, layout);
    return line;
}

int resolutionOf(const QPaintDevice *device)
{
    return device ? device->logicalDpiY() : qRound(QGuiApplication::primaryScreen()->logicalDotsPerInchY());
}

} // namespace

QTextLine shapedLine(const QString &text, const QFont &font, Qt::LayoutDirection direction, const QPaintDevice *device)
{
    return lineOf({text, font, direction, Qt::ElideNone, 0, resolutionOf(device)}, device);
}

QTextLine elidedLine(const QString &text, const QFont &font, Qt::LayoutDirection direction, Qt::TextElideMode elide,
                     int width, const QPaintDevice *device)
{
    return lineOf({text, font, direction, elide, std::max(1, width), resolutionOf(device)}, device);
}

int shapedWidth(const QString &text, const QFont &font)
{
    return qRound(shapedLine(text, font, Qt::LeftToRight).naturalTextWidth());
}

} // namespace slipway::look
