// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/demo/publications.h"

#include "core/simulator/demo/times.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator::demo
{

namespace
{

/// "1.5.0 27m, 1.4.2 8d" or, without versions, "5h1m, 3d": how long ago.
QList<Publication> publications(const QDateTime &start, QStringView list)
{
    QList<Publication> all;
    for (const auto &item : list.tokenize(u", ")) {
        const auto space = item.indexOf(u' ');
        const QString age = u'-' + item.sliced(space + 1).toString();
        all.append({space < 0 ? age : item.first(space).toString(), at(start, age)});
    }
    std::ranges::stable_sort(all, {}, &Publication::at);
    return all;
}

} // namespace

QList<Service> services(const QDateTime &start)
{
    const auto of = [&](QStringView list) { return publications(start, list); };
    return {
        {u"fogis-api-client-python"_s,
         true,
         of(u"1.5.0 27m, 1.4.2 8d, 1.4.1 31d, 1.4.0 61d, 1.3.3 96d, 1.3.2 133d, 1.3.1 171d, 1.3.0 205d, 1.2.3 240d, "
            "1.2.2 276d, 1.2.1 301d, 1.2.0 318d, 1.1.1 352d, 1.1.0 371d, 1.0.1 398d, 1.0.0 410d"),
         {}},
        {u"match-list-processor"_s,
         true,
         of(u"2.0.0 2d3h15m, 2.0.0-rc.2 5d, 2.0.0-rc.1 9d, 1.8.3 18d, 1.8.2 44d, 1.8.1 70d, 1.8.0 92d, 1.7.2 129d, "
            "1.7.1 160d, 1.7.0 194d, 1.6.2 231d, 1.6.1 263d, 1.6.0 288d, 1.5.1 320d, 1.5.0 341d, 1.4.1 372d, "
            "1.4.0 390d"),
         {u"2.0.0"_s, u"2.0.0-rc.2"_s}},
        {u"team-logo-combiner"_s,
         true,
         of(u"1.1.8 3m, 1.1.7 13d, 1.1.6 38d, 1.1.5 63d, 1.1.4 90d, 1.1.3 124d, 1.1.2 155d, 1.1.1 188d, 1.1.0 219d, "
            "1.0.3 262d, 1.0.2 297d, 1.0.1 330d, 1.0.0 355d, 0.9.1 391d, 0.9.0 402d"),
         {}},
        {u"fogis-calendar-phonebook-sync"_s,
         true,
         of(u"2.2.0 44m, 2.1.0 15d, 2.0.4 27d, 2.0.3 49d, 2.0.2 71d, 2.0.1 97d, 2.0.0 118d, 1.9.2 149d, 1.9.1 180d, "
            "1.9.0 214d, 1.8.1 250d, 1.8.0 275d, 1.7.1 309d, 1.7.0 331d, 1.6.1 360d, 1.6.0 377d"),
         {}},
        {u"match-list-change-detector"_s,
         true,
         of(u"3.0.1 6d, 3.0.0 41d, 2.5.2 88d, 2.5.1 121d, 2.5.0 158d, 2.4.2 190d, 2.4.1 222d, 2.4.0 251d, 2.3.1 286d, "
            "2.3.0 315d, 2.2.1 349d, 2.2.0 366d"),
         {}},
        {u"google-drive-service"_s, false, of(u"5h1m, 3d, 9d, 17d, 24d, 30d, 38d, 47d, 55d, 66d, 80d, 96d"), {}},
    };
}

QList<Upstream> upstreams(const QDateTime &start)
{
    const auto of = [&](QStringView list) { return publications(start, list); };
    return {
        {u"library/caddy"_s, true,
         of(u"2.9.1 16d, 2.9.0 30d, 2.9.0-beta.3 70d, 2.8.4 260d, 2.8.3 290d, 2.8.2 310d, 2.8.1 320d, 2.8.0 330d, "
            "2.7.6 380d, 2.7.5 430d, 2.7.4 470d, 2.7.0 520d")},
        {u"library/redis"_s, true,
         of(u"8.0.1 12d, 8.0.0 33d, 8.0.0-rc1 60d, 7.4.2 9d, 7.4.1 50d, 7.4.0 140d, 7.2.6 250d, 7.2.5 360d, "
            "7.2.4 440d, 7.2.3 500d, 7.0.15 600d")},
        {u"grafana/loki"_s, false,
         of(u"3.3.0 5d, 3.2.1 80d, 3.2.0 150d, 3.1.2 220d, 3.1.1 290d, 3.1.0 340d, 3.0.1 380d, 3.0.0 470d, "
            "2.9.10 410d, 2.9.8 520d")},
    };
}

} // namespace slipway::simulator::demo
