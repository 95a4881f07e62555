// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/versions.h"

#include "core/image/version.h"

using namespace Qt::StringLiterals;

namespace slipway::words
{

QString shortDigest(const Digest &digest)
{
    return digest.shortText().first(7);
}

QString version(const workspace::ImageVersion &version)
{
    if (version.tag.isEmpty())
        return version.digest ? shortDigest(*version.digest) : QString{};
    if (!version.digest || parseVersion(version.tag))
        return version.tag;
    return version.tag + u' ' + shortDigest(*version.digest);
}

QString versions(const workspace::ImageVersion &from, const workspace::ImageVersion &to)
{
    if (from.tag != to.tag || !to.digest)
        return version(from) + u" → "_s + version(to);
    const auto before = from.digest ? u' ' + shortDigest(*from.digest) : QString{};
    return from.tag + before + u" → "_s + shortDigest(*to.digest);
}

} // namespace slipway::words
