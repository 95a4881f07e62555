// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/contest.h"

#include <ranges>

namespace slipway::compose
{

void Contest::put(const Spot &text)
{
    if (winner.origin)
        losers.append(winner);
    winner = text;
    last = text;
}

void Contest::clear(const Spot &by)
{
    if (winner.origin)
        losers.append(winner);
    winner = {};
    last = by;
}

void Contest::take(const Contest &later)
{
    if (later.winner.origin)
        put(later.winner);
    else if (!winner.origin && later.last.origin)
        last = later.last;
    losers += later.losers;
}

void Contest::putAll(const Origin &origin, Found mapping, QByteArrayView key)
{
    const auto &stream = origin.file->stream;
    const auto all = findAll(stream, mapping, key);
    for (const auto &found : all | std::views::reverse) {
        if (isScalar(stream, found) && !isReset(stream, found) && !isNull(stream, found))
            put({.origin = &origin, .found = found});
    }
}

Contest &Contests::append()
{
    return m_byName[QByteArray::number(m_byName.size()).rightJustified(9, '0')];
}

void Contests::clear(const QByteArray &name, const Spot &by)
{
    if (const auto contest = m_byName.find(name); contest != m_byName.end())
        contest->clear(by);
}

void Contests::clearAll(const Spot &by)
{
    for (auto &contest : m_byName)
        contest.clear(by);
}

void Contests::take(const Contests &later)
{
    for (auto contest = later.m_byName.cbegin(); contest != later.m_byName.cend(); ++contest)
        m_byName[contest.key()].take(*contest);
}

} // namespace slipway::compose
