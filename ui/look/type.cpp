// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/type.h"

#include "ui/look/scheme.h"

#include <QFontDatabase>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QHash>
#include <QPointer>
#include <QScreen>
#include <QWidget>

#include <cmath>

namespace slipway::look
{

namespace
{

struct Face
{
    double factor;
    QFont::Weight weight;
    bool isFixed = false;
};

Face faceOf(Type type)
{
    switch (type) {
    case Type::Display: return {1.85, QFont::DemiBold};
    case Type::Metric: return {2.0, QFont::DemiBold};
    case Type::Versions: return {1.7, QFont::DemiBold};
    case Type::H1: return {1.4, QFont::DemiBold};
    case Type::H2: return {1.15, QFont::DemiBold};
    case Type::Body: return {1.0, QFont::Normal};
    case Type::BodyMedium: return {1.0, QFont::Medium};
    case Type::BodyStrong: return {1.0, QFont::DemiBold};
    case Type::Small: return {0.92, QFont::Normal};
    case Type::SmallMedium: return {0.92, QFont::Medium};
    case Type::SmallStrong: return {0.92, QFont::DemiBold};
    case Type::Caption: return {0.88, QFont::Medium};
    case Type::Mono: return {0.95, QFont::Normal, true};
    case Type::MonoStrong: return {0.95, QFont::DemiBold, true};
    case Type::MonoSmall: return {0.88, QFont::Normal, true};
    }
    Q_UNREACHABLE_RETURN({});
}

QFont resized(QFont font, double factor)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * factor)));
    else
        font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

double pixelSize(const QFont &font)
{
    if (font.pixelSize() > 0)
        return font.pixelSize();
    return font.pointSizeF() * QGuiApplication::primaryScreen()->logicalDotsPerInchY() / 72;
}

QFont made(const QFont &system, double textFactor, Type type)
{
    const auto face = faceOf(type);
    auto made = resized(system, face.factor * textFactor);
    made.setWeight(face.weight);
    if (type == Type::Display || type == Type::Metric || type == Type::Versions)
        made.setLetterSpacing(QFont::AbsoluteSpacing, -0.2);
    return made;
}

/// The fonts and their heights, each made once: a new QFont looks its engine up again whenever it is measured, and
/// tables measure each of their cells. They go with the application, before Qt's own.
class Fonts final : public QObject
{
public:
    using QObject::QObject;

    struct Known
    {
        QFont font;
        QFont tabular;   ///< with digits of one width
        int height = -1; ///< once it is asked for: that needs the font's engine
    };

    [[nodiscard]] static Fonts &current()
    {
        static QPointer<Fonts> fonts;
        if (!fonts)
            fonts = new Fonts(qApp);
        return *fonts;
    }

    [[nodiscard]] Known &get(Type type)
    {
        const auto kind = faceOf(type).isFixed ? QFontDatabase::FixedFont : QFontDatabase::GeneralFont;
        const auto system = QFontDatabase::systemFont(kind);
        const auto factor = Scheme::current().appearance().textFactor;
        auto &entry = m_entries[type];
        if (entry.system != system || !qFuzzyCompare(entry.factor, factor))
            entry = {.system = system, .factor = factor, .known = withTabular(made(system, factor, type))};
        return entry.known;
    }

private:
    static Known withTabular(const QFont &font)
    {
        auto tabular = font;
        tabular.setFeature("tnum", 1);
        return {.font = font, .tabular = tabular};
    }

    struct Entry
    {
        QFont system;
        double factor = 0;
        Known known;
    };
    QHash<Type, Entry> m_entries;
};

int textHeight(Type type)
{
    auto &known = Fonts::current().get(type);
    if (known.height < 0)
        known.height = QFontMetrics(known.font).height();
    return known.height;
}

} // namespace

QFont font(Type type)
{
    return Fonts::current().get(type).font;
}

QFont tabularFont(Type type)
{
    return Fonts::current().get(type).tabular;
}

QString fitted(const QFontMetrics &metrics, const QString &text, int room, Qt::TextElideMode mode, int flags)
{
    return metrics.size(flags | Qt::TextSingleLine, text).width() <= room + 1
               ? text
               : metrics.elidedText(text, mode, room, flags);
}

void keepFont(QWidget *widget, Type type)
{
    static constexpr auto name = "slipwayType";
    const bool isKept = widget->property(name).isValid();
    widget->setProperty(name, static_cast<int>(type));
    const auto again = [widget] { widget->setFont(font(static_cast<Type>(widget->property(name).toInt()))); };
    again();
    if (!isKept)
        QObject::connect(&Scheme::current(), &Scheme::changed, widget, again);
}

void keepFitted(QWidget *widget, const std::function<void()> &fit)
{
    fit();
    QObject::connect(&Scheme::current(), &Scheme::changed, widget, fit);
}

double textSize()
{
    return pixelSize(QFontDatabase::systemFont(QFontDatabase::GeneralFont)) * Scheme::current().appearance().textFactor;
}

int scaled(double at13)
{
    return static_cast<int>(std::lround(at13 * textSize() / 13));
}

int height(Part part)
{
    const auto atLeast = [](double factor, int needed) {
        return std::max(static_cast<int>(std::lround(factor * textSize())), needed);
    };
    switch (part) {
    case Part::TableRow: return atLeast(4.0, textHeight(Type::Body) + textHeight(Type::Small) + 4);
    case Part::CompactRow: return atLeast(2.5, textHeight(Type::Body) + 4);
    case Part::Header: return atLeast(2.3, textHeight(Type::Caption) + 4);
    case Part::RailRow: return atLeast(2.6, textHeight(Type::Body) + 6);
    case Part::Button: return atLeast(2.3, textHeight(Type::BodyMedium) + 6);
    case Part::SmallButton: return atLeast(2.0, textHeight(Type::SmallMedium) + 4);
    case Part::Chip: return atLeast(1.7, textHeight(Type::SmallMedium) + 2);
    case Part::DiffLine: return atLeast(1.6, textHeight(Type::Mono));
    case Part::LogLine: return atLeast(1.46, textHeight(Type::Mono));
    }
    Q_UNREACHABLE_RETURN(0);
}

} // namespace slipway::look
