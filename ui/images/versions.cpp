// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/versions.h"

#include "core/image/version.h"

using namespace Qt::StringLiterals;

namespace slipway::images
{

using workspace::ImageVersion;
using workspace::Row;

namespace
{

bool isSame(const ImageVersion &one, const ImageVersion &other)
{
    return one.tag == other.tag && (one.digest == other.digest || !other.digest);
}

ImageVersion written(const Row &row)
{
    return {.tag = row.image.tag.value_or(QString{}), .digest = row.image.digest};
}

/// What the registry says is newest, offered or not; else what the branch says.
ImageVersion newest(const Row &row)
{
    if (row.judgement && row.judgement->candidate)
        return {.tag = row.judgement->candidate->tag, .digest = row.judgement->candidate->digest};
    if (row.judgement && row.judgement->newest && *row.judgement->newest != row.image.tag)
        return {.tag = *row.judgement->newest};
    return written(row);
}

} // namespace

VersionPair versionPair(const Row &row)
{
    const auto isKnown = !row.running.version.tag.isEmpty() || row.running.version.digest;
    const auto from = isKnown ? row.running.version : written(row);
    const auto to = newest(row);
    if (isSame(from, to))
        return {.from = from};
    return {.from = from, .to = to};
}

QString sevenOf(const Digest &digest)
{
    return digest.shortText().first(7);
}

look::VersionPair shown(const VersionPair &pair)
{
    if (!pair.isPush() || !pair.to->digest)
        return {.from = text(pair.from), .to = pair.to ? text(*pair.to) : QString{}};
    return {
        .from = pair.from.digest ? sevenOf(*pair.from.digest) : QString{},
        .to = sevenOf(*pair.to->digest),
        .tag = pair.from.tag,
    };
}

look::VersionPair shownLarge(const VersionPair &pair)
{
    const auto tag = [](const ImageVersion &version) { return version.tag.isEmpty() ? text(version) : version.tag; };
    if (!pair.to || pair.isPush())
        return {.to = tag(pair.from)};
    return {.from = tag(pair.from), .to = tag(*pair.to)};
}

QString text(const VersionPair &pair)
{
    const auto row = shown(pair);
    QStringList words{row.tag, row.from};
    words.removeAll(QString{});
    if (!row.to.isEmpty())
        words << u"→"_s << row.to;
    return words.join(u' ');
}

QString text(const ImageVersion &version)
{
    if (version.tag.isEmpty())
        return version.digest ? sevenOf(*version.digest) : QString{};
    if (!version.digest || parseVersion(version.tag))
        return version.tag;
    return version.tag + u' ' + sevenOf(*version.digest);
}

} // namespace slipway::images
