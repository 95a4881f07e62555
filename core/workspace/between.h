// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/github/api.h"
#include "core/workspace/details.h"

#include <QCoroTask>

#include <stop_token>

namespace slipway::workspace
{

/// What changed in the source between two images, as the source repository tells it: at most 250 commits, and the notes
/// of the release that has the tag. Errors: NotFound and InvalidInput, with why there is nothing to show; those of Api.
[[nodiscard]] QCoro::Task<Result<Between>> askBetween(github::Api api, updates::Source source, QString tag,
                                                      std::stop_token stop);

} // namespace slipway::workspace
