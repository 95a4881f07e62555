// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/prepare.h"
#include "app/ctl/report.h"

namespace slipway::ctl
{

QCoro::Task<Exit> runImages(Context context, Options options)
{
    const auto found = updates::images(scopeOf(context, options));
    if (!found)
        co_return failed(context, options, {.error = found.error(), .exit = Exit::WrongUsage});
    tellImages(context, options, *found);
    co_return exitOf(options, *found);
}

} // namespace slipway::ctl
