// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

#include <functional>

class QFontMetrics;
class QWidget;

namespace slipway::look
{

/// What text is for; its size is a factor of the system's, times the person's text size.
enum class Type {
    Display,     ///< 24 at a 13 px font: welcome
    Metric,      ///< 26: the value on a metric card
    Versions,    ///< 22: the version pair in the details pane
    H1,          ///< 18, 600: page and dialog titles
    H2,          ///< 15, 600: pane and card titles
    Body,        ///< 13
    BodyMedium,  ///< 13, 500: names, labels of fields, buttons
    BodyStrong,  ///< 13, 600: the new version, the first sentence of a message
    Small,       ///< 12: second lines, hints
    SmallMedium, ///< 12, 500: chips
    SmallStrong, ///< 12, 600
    Caption,     ///< 11.5, 500: table headers, groups, status bar, shortcuts
    Mono,        ///< 12.35 of the fixed font: digests, refs, branches, files, logs
    MonoStrong,  ///< 600
    MonoSmall,   ///< as high as Small
};

[[nodiscard]] QFont font(Type type);

/// The same with digits of one width, for numbers in a column.
[[nodiscard]] QFont tabularFont(Type type);

/// The text, elided if it does not fit. QFontMetrics alone elides text that fits but for the fraction of a pixel.
[[nodiscard]] QString fitted(const QFontMetrics &metrics, const QString &text, int room,
                             Qt::TextElideMode mode = Qt::ElideRight, int flags = 0);

/// Keeps a widget's font at that type, also when the text size changes.
void keepFont(QWidget *widget, Type type);

/// Does that now, and again whenever text has another size: for lengths that are set and grow with it.
void keepFitted(QWidget *widget, const std::function<void()> &fit);

/// Lengths given for a 13 px font, as they are now: they grow with the text.
[[nodiscard]] int scaled(double at13);

/// The pixel size of body text now.
[[nodiscard]] double textSize();

/// Heights of parts, as factors of textSize(), and never below what their text needs.
enum class Part { TableRow, CompactRow, Header, RailRow, Button, SmallButton, Chip, DiffLine, LogLine };
[[nodiscard]] int height(Part part);

} // namespace slipway::look
