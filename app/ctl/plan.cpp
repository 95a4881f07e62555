// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/prepare.h"
#include "app/ctl/report.h"

namespace slipway::ctl
{

QCoro::Task<Exit> runPlan(Context context, Options options)
{
    const auto prepared = co_await prepare(context, options);
    if (!prepared)
        co_return failed(context, options, prepared.error());
    tellPlan(context, options, prepared->plan.plan);
    printDocument(context, options, prepared->plan.plan);
    co_return exitOf(options, prepared->plan.plan);
}

} // namespace slipway::ctl
