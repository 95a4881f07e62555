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
    tellPlan(context, options, prepared->plan);

    const auto written = updates::written(*prepared, context.folder);
    tellWritten(context, options, prepared->plan, written);
    printDocument(context, options, written);
    co_return exitOf(options, written);
}

} // namespace slipway::ctl
