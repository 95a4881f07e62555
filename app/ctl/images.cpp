// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/prepare.h"
#include "app/ctl/report.h"

namespace slipway::ctl
{

QCoro::Task<Exit> runImages(Context context, Options options)
{
    auto scope = scopeOf(context, options);
    std::optional<updates::PlanBase> base;
    if (!options.repository.isEmpty()) {
        const auto remote = co_await remoteOf(context, options);
        if (!remote)
            co_return failed(context, options, {.error = remote.error()});
        scope = remote->scope;
        base = remote->base;
    }
    auto found = updates::images(scope);
    if (!found)
        co_return failed(context, options, {.error = found.error(), .exit = Exit::WrongUsage});
    found->base = base;
    tellImages(context, options, *found);
    co_return exitOf(options, *found);
}

} // namespace slipway::ctl
