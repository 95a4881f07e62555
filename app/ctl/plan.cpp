// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/network.h"
#include "app/ctl/progress.h"
#include "app/ctl/report.h"

namespace slipway::ctl
{

QCoro::Task<Exit> runPlan(Context context, Options options)
{
    const auto network = Network::make(context, options);
    if (!network)
        co_return failed(context, options, network.error());
    Progress progress(*context.err, *context.clock, context.terminal.progress);
    const updates::Outside outside{.client = &(*network)->registries(),
                                   .now = context.clock->now(),
                                   .progress = [&progress](int done, int total) { progress.step(done, total); }};
    const auto prepared = co_await updates::plan(scopeOf(context, options), outside, context.stop);
    progress.clear();
    if (!prepared)
        co_return failed(context, options, prepared.error());
    show(context, options, prepared->plan);
    co_return exitOf(options, prepared->plan);
}

} // namespace slipway::ctl
