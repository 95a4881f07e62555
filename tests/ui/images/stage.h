// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/images/harbour.h"
#include "ui/images/imagesscreen.h"

#include <QVBoxLayout>

namespace slipway::images
{

/// The Images screen in a window of that size, with room for the rail, the header and the status bar, on the rows of
/// the harbour. What it sets in motion is noted.
class Stage final
{
public:
    explicit Stage(QSize size = {1360, 860}, workspace::Snapshot snapshot = harbour::snapshot());

    [[nodiscard]] ImagesScreen &screen() { return *m_screen; }
    [[nodiscard]] QWidget &window() { return m_window; }

    /// Lets everything that was asked for arrive, and the layout settle.
    void settle();

    QStringList asked; ///< "checkNow", "cancel", "check queue", "details queue" …
    std::optional<Error> detailsError = {};
    QDateTime now = harbour::now();

private:
    [[nodiscard]] workspace::Actions actions();

    QWidget m_window;
    ImagesScreen *m_screen;
};

/// A service of the harbour's first compose file.
[[nodiscard]] workspace::RowKey keyOf(const QString &service);

/// The texts of all that can be seen.
[[nodiscard]] QStringList texts(const QWidget &widget);
[[nodiscard]] QStringList filledButtons(const QWidget &widget);

/// The part of the screen of that kind.
template<class Widget> Widget &in(Stage &stage)
{
    return *stage.screen().findChild<Widget *>();
}

} // namespace slipway::images
