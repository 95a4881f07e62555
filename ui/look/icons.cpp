// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/icons.h"

#include "ui/look/kept.h"
#include "ui/look/scheme.h"
#include "ui/look/turning.h"

#include <QDir>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QSet>
#include <QSvgRenderer>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace slipway::look
{

namespace
{

constexpr QLatin1StringView folder{":/slipway/icons/symbolic/"};
constexpr QLatin1StringView ending{".svg"};

QString pathOf(const QString &name)
{
    return folder + name + ending;
}

bool pointsSomewhere(const QString &name)
{
    static const QSet<QString> names{u"chevron-left"_s, u"chevron-right"_s, u"external"_s,    u"redeliver"_s,
                                     u"rollback"_s,     u"jump"_s,          u"wrap"_s,        u"log"_s,
                                     u"rail"_s,         u"details-pane"_s,  u"nav-pipeline"_s};
    return names.contains(name);
}

constexpr int most = 500; ///< some times what a window shows

struct Key
{
    QString name;
    QSize pixels;
    double scale; ///< of the device: pixels to each of its units
    QRgb ink;
    bool isMirrored;

    bool operator==(const Key &) const = default;
};

size_t qHash(const Key &key, size_t seed = 0)
{
    return qHashMulti(seed, key.name, key.pixels.width(), key.pixels.height(), key.scale, key.ink, key.isMirrored);
}

QPixmap drawn(const Key &key)
{
    QImage image(key.pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer svg(pathOf(key.name));
    QPainter painter(&image);
    svg.render(&painter, QRectF(QPointF(), QSizeF(key.pixels)));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), QColor::fromRgba(key.ink));
    painter.end();
    auto pixmap = QPixmap::fromImage(key.isMirrored ? image.mirrored(true, false) : image);
    pixmap.setDevicePixelRatio(key.scale);
    return pixmap;
}

/// The icon drawn once: a QPixmapCache would have a text made each time, to find it by.
QPixmap pixmapOf(const QString &name, QSize pixels, double scale, const QColor &color)
{
    auto &pixmaps = kept<Key, QPixmap, most>();
    const bool isMirrored = QGuiApplication::layoutDirection() == Qt::RightToLeft && pointsSomewhere(name);
    const Key key{.name = name, .pixels = pixels, .scale = scale, .ink = color.rgba(), .isMirrored = isMirrored};
    if (const auto *known = pixmaps.object(key))
        return *known;
    auto pixmap = drawn(key);
    pixmaps.insert(key, new QPixmap(pixmap));
    return pixmap;
}

class SymbolicIcon final : public QIconEngine
{
public:
    SymbolicIcon(QString name, std::optional<Token> tint)
        : m_name(std::move(name))
        , m_tint(tint)
    {
    }

    void paint(QPainter *painter, const QRect &box, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        const int side = std::min(box.width(), box.height());
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(box).center());
        paintIcon(*painter, square, m_name, colorOf(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/, qreal scale) override
    {
        return pixmapOf(m_name, (QSizeF(size) * scale).toSize(), scale, colorOf(mode));
    }

    QSize actualSize(const QSize &size, QIcon::Mode /*mode*/, QIcon::State /*state*/) override { return size; }
    QString key() const override { return u"slipway"_s; }
    /// By which styles know those that they may paint in their own ink.
    QString iconName() override { return m_tint ? QString() : m_name; }
    bool isNull() override { return false; }
    QIconEngine *clone() const override { return new SymbolicIcon(m_name, m_tint); }

private:
    QColor colorOf(QIcon::Mode mode) const
    {
        switch (mode) {
        case QIcon::Disabled: return color(Token::TextDisabled);
        case QIcon::Active: return color(m_tint.value_or(Token::Text));
        case QIcon::Selected: return color(m_tint.value_or(Token::AccentText));
        case QIcon::Normal: return color(m_tint.value_or(Token::TextSecondary));
        }
        Q_UNREACHABLE_RETURN({});
    }

    QString m_name;
    std::optional<Token> m_tint;
};

} // namespace

QIcon icon(const QString &name, std::optional<Token> tint)
{
    return QIcon(new SymbolicIcon(name, tint));
}

void paintIcon(QPainter &painter, const QRectF &box, const QString &name, const QColor &color)
{
    const auto scale = painter.device()->devicePixelRatio();
    const QSize pixels = (box.size() * scale).toSize();
    if (pixels.isEmpty())
        return;
    const auto pixmap = pixmapOf(name, pixels, scale, color);
    // Where a whole device pixel begins, or the strokes blur.
    const auto &toDevice = painter.transform();
    const auto wanted = toDevice.map(box.topLeft()) * scale;
    const auto snapped = QPointF(wanted.toPoint()) / scale;
    painter.drawPixmap(toDevice.inverted().map(snapped), pixmap);
}

void paintTurning(QPainter &painter, const QRectF &box, const QColor &color)
{
    const auto unit = box.width() / 16; // the icon's grid: a ring of radius 6, open at the start
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5 * unit, Qt::SolidLine, Qt::RoundCap));
    const auto ring = box.adjusted(2 * unit, 2 * unit, -2 * unit, -2 * unit);
    painter.drawArc(ring, qRound((90 - Turning::current().angle()) * 16), -270 * 16);
    painter.restore();
    if (painter.device()->devType() == QInternal::Widget)
        Turning::current().turnsAt(static_cast<QWidget *>(painter.device()),
                                   painter.transform().mapRect(box).toAlignedRect());
}

bool hasIcon(const QString &name)
{
    static const auto names = [] {
        QSet<QString> all;
        const auto files = QDir{QString{folder}}.entryList(QDir::Files, QDir::Unsorted);
        for (const auto &file : files)
            all.insert(file.chopped(ending.size()));
        return all;
    }();
    return names.contains(name);
}

} // namespace slipway::look
