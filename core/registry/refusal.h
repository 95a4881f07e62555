// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace slipway::registry
{

/// Why a question has no answer, from a status that is not 200. `what` is what was asked for, `remedy` helps where
/// access is missing. A registry may answer 401, 403 and 404 alike for what is private: so does the sentence.
[[nodiscard]] Error refusal(const QString &what, int status, const QString &remedy);

/// An error of another room, with the thing that it is about.
[[nodiscard]] Error about(const QString &what, Error error);

} // namespace slipway::registry
