// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/version.h"

/// What stands behind the numbers of a tag; only versionshape.cpp asks.
namespace slipway
{

/// What parts the pieces of a tag.
[[nodiscard]] inline bool isSeparator(QChar c)
{
    return c == u'-' || c == u'_' || c == u'.';
}

/// 7–40 hex digits with a letter and a digit, or `g` and hex digits.
[[nodiscard]] bool isCommit(QStringView piece);

/// Reads pre-releases, counters, commit and variant into the version.
void readTail(QStringView tail, Version &version);

} // namespace slipway
