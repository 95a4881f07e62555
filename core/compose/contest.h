// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compose/project.h"

#include <QList>
#include <QMap>

namespace slipway::compose
{

/// A node in the project that is being merged, which outlives this.
struct Spot
{
    const Origin *origin = nullptr;
    Found found = {};
};

/// The texts that one key of the merged project could have: the one that counts, and those that lost.
struct Contest
{
    Spot winner = {};        ///< no origin if none counts
    QList<Spot> losers = {}; ///< earlier ones
    Spot last = {};          ///< what took the place of the losers: the winner, another value, or a `!reset`

    /// A later text takes the place of what was there.
    void put(const Spot &text);
    /// What was there counts no more, and `by` is no image.
    void clear(const Spot &by);
    /// What another contest came to is laid over this one.
    void take(const Contest &later);
    /// Puts all values that a key of a mapping could have; those behind a merge key lose to the mapping's own.
    void putAll(const Origin &origin, Found mapping, QByteArrayView key);
};

/// Keys that later layers add to, by a name that tells which replaces which.
class Contests
{
public:
    [[nodiscard]] bool isEmpty() const { return m_byName.isEmpty(); }
    [[nodiscard]] Contest &operator[](const QByteArray &name) { return m_byName[name]; }
    /// One that nothing replaces.
    [[nodiscard]] Contest &append();

    void clear(const QByteArray &name, const Spot &by); ///< if there is one
    void clearAll(const Spot &by);
    void take(const Contests &later); ///< those of the same name

    [[nodiscard]] const QMap<QByteArray, Contest> &all() const { return m_byName; }

private:
    QMap<QByteArray, Contest> m_byName;
};

} // namespace slipway::compose
