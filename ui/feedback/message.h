// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace slipway::feedback
{

/// What a message bar says. Text is plain, also where it comes from outside.
struct Message
{
    enum class Kind {
        Failure,     ///< red: broken
        Attention,   ///< amber: waits for a person, or will break soon
        Information, ///< blue: something new
        Proven,      ///< green
    };

    Kind kind = Kind::Information;
    QString what;         ///< bold; a sentence the rest follows, or a heading without a full stop
    QString more = {};    ///< why, and what helps
    QString icon = {};    ///< instead of that of the kind
    QString details = {}; ///< for "Copy details"; empty: no such button

    bool operator==(const Message &) const = default;
};

[[nodiscard]] Message messageOf(const Error &error);

} // namespace slipway::feedback
