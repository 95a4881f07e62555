// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/prepare.h"

#include "app/ctl/network.h"
#include "app/ctl/planfile.h"
#include "app/ctl/progress.h"
#include "core/files/read.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{
namespace
{

constexpr qint64 largestPlan = 64 << 20;

Result<updates::Plan> planFrom(const Context &context, const QString &file)
{
    if (file == "-"_L1)
        return readPlan(context.in->read(largestPlan));
    return files::read(QDir{context.folder}.absoluteFilePath(file), largestPlan).and_then(readPlan);
}

} // namespace

updates::Scope scopeOf(const Context &context, const Options &options)
{
    return {.folder = context.folder, .files = options.words, .services = options.services};
}

QCoro::Task<Result<updates::PreparedPlan>> prepare(Context context, Options options)
{
    const auto network = Network::make(context, options);
    if (!network)
        co_return failure(network.error());
    Progress progress{*context.err, *context.clock, context.terminal.progress};
    const updates::Outside outside{
        .client = &(*network)->registries(),
        .now = context.clock->now(),
        .progress = [&progress](int done, int total) { progress.step(done, total); },
    };
    const auto scope = scopeOf(context, options);
    if (options.from.isEmpty()) {
        auto planned = co_await updates::plan(scope, outside, context.stop);
        co_return planned;
    }
    const auto read = planFrom(context, options.from);
    if (!read)
        co_return failure(read.error());
    auto again = co_await updates::prepareAgain(scope, *read, outside, context.stop);
    co_return again;
}

} // namespace slipway::ctl
