// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QCoreApplication>
#include <QPointer>

namespace slipway::look
{

/// What is painted again and again, one cache for each kind of it; of more than `most`, what was not used for longest
/// goes first. It goes with the application, since fonts and pixmaps must not outlive that. For the main thread.
template<typename Key, typename Value, int most> [[nodiscard]] QCache<Key, Value> &kept()
{
    struct Keeper final : QObject
    {
        using QObject::QObject;
        QCache<Key, Value> all{most};
    };
    static QPointer<Keeper> keeper;
    if (!keeper)
        keeper = new Keeper(qApp);
    return keeper->all;
}

} // namespace slipway::look
