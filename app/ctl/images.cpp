// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/report.h"
#include "core/updates/run.h"

namespace slipway::ctl
{

QCoro::Task<Exit> runImages(Context context, Options options)
{
    const auto plan = updates::images(scopeOf(context, options));
    if (!plan)
        co_return failed(context, options, plan.error());
    if (options.json) {
        printDocument(context, options, *plan);
    } else {
        tellProblems(context, plan->problems);
        showImages(context, *plan);
    }
    co_return exitOf(options, *plan);
}

} // namespace slipway::ctl
