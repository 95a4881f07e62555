// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/prepare.h"
#include "app/ctl/report.h"

namespace slipway::ctl
{

QCoro::Task<Exit> runApply(Context context, Options options)
{
    const auto prepared = co_await prepare(context, options);
    if (!prepared)
        co_return failed(context, options, prepared.error());
    const auto &planned = prepared->plan;
    const auto &remote = prepared->remote;
    tellPlan(context, options, planned.plan);

    const auto written =
        remote ? co_await sent(context, options, *remote, planned.plan) : updates::written(planned, context.folder);
    tellWritten(context, options, planned.plan, written);
    printDocument(context, options, written);
    co_return exitOf(options, written);
}

} // namespace slipway::ctl
