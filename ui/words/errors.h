// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace slipway::words
{

/// An error as a message says it: what happened to which thing; why, and what helps; the button that helps.
struct Said
{
    enum class Weight {
        Notice, ///< passes by itself, or nobody's fault: offline, rate limit
        Failure,
    };

    Weight weight = Weight::Failure;
    QString icon;             ///< of our own set
    QString what;             ///< the bold first sentence
    QString more;             ///< the rest; may be empty
    QString button;           ///< empty if the person can only read
    bool wantsSignIn = false; ///< the button is for another token
};

[[nodiscard]] Said said(const Error &error);

/// What "Copy details" puts on the clipboard: the words, and the facts for whoever is asked for help.
[[nodiscard]] QString details(const Error &error);

} // namespace slipway::words
