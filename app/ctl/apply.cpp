// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/network.h"
#include "app/ctl/planfile.h"
#include "app/ctl/progress.h"
#include "app/ctl/report.h"
#include "core/files/read.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{
namespace
{

constexpr qint64 largestPlan = 64 * 1024 * 1024;

Result<updates::Plan> planFrom(const Context &context, const QString &from)
{
    if (from == "-"_L1)
        return readPlan(context.in->read(largestPlan));
    return files::read(QDir{context.folder}.absoluteFilePath(from), largestPlan).and_then(readPlan);
}

} // namespace

QCoro::Task<Exit> runApply(Context context, Options options)
{
    const auto network = Network::make(context, options);
    if (!network)
        co_return failed(context, options, network.error());
    Progress progress(*context.err, *context.clock, context.terminal.progress);
    const updates::Outside outside{.client = &(*network)->registries(),
                                   .now = context.clock->now(),
                                   .progress = [&progress](int done, int total) { progress.step(done, total); }};
    const auto scope = scopeOf(context, options);
    Result<updates::PreparedPlan> prepared;
    if (options.from.isEmpty()) {
        prepared = co_await updates::plan(scope, outside, context.stop);
    } else if (const auto read = planFrom(context, options.from); read) {
        prepared = co_await updates::prepareAgain(scope, *read, outside, context.stop);
    } else {
        prepared = failure(read.error());
    }
    progress.clear();
    if (!prepared)
        co_return failed(context, options, prepared.error());
    const auto plan = updates::written(*prepared, context.folder);
    show(context, options, plan);
    co_return exitOf(options, plan);
}

} // namespace slipway::ctl
