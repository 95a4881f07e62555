// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/rest/call.h"

namespace slipway::simulator::rest
{

/// A repository as lists and other answers have it.
[[nodiscard]] Json repositoryJson(const Call &call, const Repository &repository);
/// "https://api.github.com/repos/o/r".
[[nodiscard]] QString urlOf(const Call &call, const Repository &repository);
/// "https://github.com/o/r".
[[nodiscard]] QString htmlOf(const Call &call, const Repository &repository);

} // namespace slipway::simulator::rest
