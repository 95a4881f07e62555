// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "app/ctl/network.h"
#include "app/ctl/remote.h"
#include "app/ctl/report.h"
#include "core/updates/run.h"

namespace slipway::ctl
{

/// What a command has found, and where: here, or in the repository of --repo.
struct Prepared
{
    updates::PreparedPlan plan;
    std::optional<Remote> remote = {};
    std::unique_ptr<Network> network = {}; ///< its end waits until the cache is written, which may be after the output
};

/// What the command is about, as its options say, here.
[[nodiscard]] updates::Scope scopeOf(const Context &context, const Options &options);

/// Plans, with progress; with --from the plan of that file is made again instead of a new one.
/// Obstacles: those of the options' files, of remoteOf(), updates::plan() and updates::prepareAgain().
[[nodiscard]] QCoro::Task<std::expected<Prepared, Obstacle>> prepare(Context context, Options options);

} // namespace slipway::ctl
