// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/match.h"
#include "ui/window/palette.h"
#include "ui/window/paletteentry.h"

#include <algorithm>
#include <optional>
#include <tuple>

using namespace Qt::StringLiterals;

namespace slipway::window
{
namespace
{

using Kind = PaletteEntry::Kind;

constexpr qsizetype bestCount = 3;
constexpr qsizetype recentCount = 5;

struct Scored
{
    PaletteHit hit;
    int score = 0;
    Kind kind = Kind::Command;
};

struct Query
{
    QString text;
    std::optional<Kind> only = {};
};

Query queryOf(const QString &typed)
{
    const auto text = typed.trimmed();
    const auto rest = [&text] { return text.sliced(1).trimmed(); };
    if (text.startsWith(u'>'))
        return {rest(), Kind::Command};
    if (text.startsWith(u'#'))
        return {rest(), Kind::PullRequest};
    if (text.startsWith(u'@'))
        return {rest(), Kind::Service};
    return {text};
}

std::optional<Scored> scored(const PaletteEntry &entry, qsizetype place, const Query &query)
{
    if (query.only && entry.kind != *query.only)
        return std::nullopt;
    Scored found{.hit = {.entry = place}, .kind = entry.kind};
    if (query.text.isEmpty())
        return found;
    const QString words = entry.name + u' ' + entry.object;
    const auto all = match(query.text, words);
    if (!all)
        return std::nullopt;
    found.score = all->score;
    for (const auto position : all->positions) {
        if (position < entry.name.size())
            found.hit.inName.append(position);
        else if (position > entry.name.size())
            found.hit.inObject.append(position - entry.name.size() - 1);
    }
    if (!entry.disabledReason.isEmpty())
        found.score /= 2;
    return found;
}

QString groupOf(Kind kind)
{
    return kind == Kind::Command ? Palette::tr("Commands") : Palette::tr("Go to");
}

int rank(const Scored &hit, const QList<PaletteEntry> &entries, const QStringList &recent)
{
    const auto place = recent.indexOf(entries.at(hit.hit.entry).id);
    return place >= 0 && place < recentCount ? int(place) : int(recentCount);
}

void nameGroups(QList<Scored> &hits, const QList<PaletteEntry> &entries, const Query &query, const QStringList &recent)
{
    for (qsizetype i = 0; i < hits.size(); ++i) {
        auto &hit = hits[i];
        const bool isRecent = query.text.isEmpty() && rank(hit, entries, recent) < recentCount;
        const bool isBest = !query.text.isEmpty() && !query.only && i < bestCount;
        hit.hit.group = isRecent ? Palette::tr("Recent") : isBest ? Palette::tr("Best matches") : groupOf(hit.kind);
    }
    if (query.text.isEmpty())
        return;
    const auto rest = hits.begin() + std::min(hits.size(), query.only ? 0 : bestCount);
    std::stable_partition(rest, hits.end(), [](const Scored &hit) { return hit.kind != Kind::Command; });
}

} // namespace

QList<PaletteHit> search(const QList<PaletteEntry> &entries, const QString &typed, const QStringList &recent)
{
    const auto query = queryOf(typed);
    QList<Scored> hits;
    for (qsizetype i = 0; i < entries.size(); ++i)
        if (auto hit = scored(entries.at(i), i, query))
            hits.append(*hit);
    // Without a text: what was used last, then where one can go, then what can be done now.
    const auto order = [&](const Scored &hit) {
        const bool isOff = !entries.at(hit.hit.entry).disabledReason.isEmpty();
        return std::tuple{rank(hit, entries, recent), hit.kind == Kind::Command, isOff};
    };
    if (query.text.isEmpty())
        std::ranges::stable_sort(hits, {}, order);
    else
        std::ranges::stable_sort(hits, std::ranges::greater{}, &Scored::score);
    nameGroups(hits, entries, query, recent);

    QList<PaletteHit> shown;
    for (auto &hit : hits)
        shown.append(std::move(hit.hit));
    return shown;
}

} // namespace slipway::window
