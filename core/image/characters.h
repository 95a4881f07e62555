// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

/// ASCII only: names, tags and digests have no other letters or digits.
namespace slipway::characters
{

constexpr bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

constexpr bool isLower(QChar c)
{
    return c >= u'a' && c <= u'z';
}

constexpr bool isLetter(QChar c)
{
    return isLower(c) || (c >= u'A' && c <= u'Z');
}

constexpr bool isLowerHex(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f');
}

constexpr bool isHex(QChar c)
{
    return isLowerHex(c) || (c >= u'A' && c <= u'F');
}

} // namespace slipway::characters
