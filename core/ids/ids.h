// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QtTypes>

#include <compare>

namespace slipway
{

/// The number of a pull request within its repository: #42. Greater than zero.
struct PullNumber
{
    qint64 value;

    auto operator<=>(const PullNumber &) const = default;
    friend size_t qHash(PullNumber number, size_t seed = 0) noexcept { return ::qHash(number.value, seed); }
};

} // namespace slipway
