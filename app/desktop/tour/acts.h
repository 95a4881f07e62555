// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/tour/stage.h"

namespace slipway::desktop::tour
{

/// A screen in a state: what is done for it, and what must then be true before it is looked at.
struct Scene
{
    QString name; ///< "images-offline"
    std::function<void(Stage &)> prepare;
    std::function<bool(Stage &)> isSettled = [](Stage &stage) { return stage.isSettled(); };
};

/// Scenes that follow each other on one stage.
struct Act
{
    std::function<void(Stage &)> begin;
    QList<Scene> scenes;
    std::function<bool(Stage &)> isReady = [](Stage &stage) { return stage.isSettled(); }; ///< for its first scene
};

[[nodiscard]] QList<Act> acts();

// Of these they are made.
[[nodiscard]] QList<Act> startActs();
[[nodiscard]] QList<Act> imagesActs();
[[nodiscard]] QList<Act> reviewActs();

} // namespace slipway::desktop::tour
