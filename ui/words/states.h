// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/state.h"

#include <QString>

namespace slipway::words
{

/// The word of a state, "Update ready". A screen may be more precise ("Needs your approval") with the same icon.
[[nodiscard]] QString word(workspace::State state);

/// What an open pull request that is blocked needs: "Needs your approval", as far as `person` can give it.
[[nodiscard]] QString needOf(const workspace::PullRequest &pull, const QString &person);

[[nodiscard]] QString word(workspace::Check::State state);

/// For the middle of a sentence: "update ready".
[[nodiscard]] QString lowered(const QString &text);

/// For screen readers: the word, and its reason if there is one.
[[nodiscard]] QString spoken(workspace::State state, const QString &reason);

} // namespace slipway::words
