// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QCoreApplication>

namespace slipway::look
{

/// What is painted again and again, one cache for each kind of it; the least used of more than `most` go first. It is
/// emptied when the application ends, since fonts and pixmaps must not outlive that. For the main thread.
template<typename Key, typename Value> [[nodiscard]] QCache<Key, Value> &kept(int most)
{
    static QCache<Key, Value> all{most};
    [[maybe_unused]] static const bool isWatched = [] {
        qAddPostRoutine([] { all.clear(); });
        return true;
    }();
    return all;
}

} // namespace slipway::look
