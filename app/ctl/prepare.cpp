// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/prepare.h"

#include "app/ctl/network.h"
#include "app/ctl/planfile.h"
#include "app/ctl/progress.h"
#include "core/files/read.h"
#include "core/http/client.h"
#include "core/updates/workfolder.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{
namespace
{

constexpr qint64 largestPlan = 64 << 20;

/// All that comes until the end, which a pipe hands over piece by piece.
QByteArray readAll(QIODevice &in)
{
    QByteArray all;
    for (auto part = in.read(largestPlan); !part.isEmpty() && all.size() < largestPlan; part = in.read(largestPlan))
        all += part;
    return all;
}

Result<updates::Plan> planFrom(const Context &context, const QString &file)
{
    if (file == "-"_L1)
        return readPlan(readAll(*context.in));
    return files::read(QDir{context.folder}.absoluteFilePath(file), largestPlan).and_then(readPlan);
}

/// Planning knows one kind of wrong input: --service with a name that no service has.
Obstacle ofPlanning(const Error &error)
{
    return {.error = error, .exit = error.kind == Error::Kind::InvalidInput ? Exit::WrongUsage : Exit::Failed};
}

Obstacle ofFiles(const Error &error)
{
    return {.error = error};
}

} // namespace

updates::Scope scopeOf(const Context &context, const Options &options)
{
    return {.source = updates::folderReader(context.folder), .files = options.words, .services = options.services};
}

namespace
{

using PlanTask = QCoro::Task<std::expected<updates::PreparedPlan, Obstacle>>;

/// flush: begins to write what was cached.
PlanTask planned(Context context, updates::Scope scope, registry::Client *client, std::function<void()> flush)
{
    Progress progress{*context.err, context.terminal.progress};
    const updates::Outside outside{
        .client = client,
        .now = context.clock->now(),
        .progress =
            [&](int done, int total) {
                progress.step(done, total);
                if (done == total)
                    flush(); // nothing more is asked: written while the plan is put together
            },
    };
    const auto plan = co_await updates::plan(scope, outside, context.stop);
    co_return plan.transform_error(ofPlanning);
}

PlanTask plannedAgain(Context context, Options options, registry::Client *client)
{
    const auto read = planFrom(context, options.from);
    if (!read)
        co_return std::unexpected(ofFiles(read.error()));
    Progress progress{*context.err, context.terminal.progress};
    const updates::Outside outside{.client = client, .now = context.clock->now()};
    const auto scope = scopeOf(context, options);
    const auto again = co_await updates::prepareAgain(scope, *read, outside, context.stop);
    co_return again.transform_error(ofFiles);
}

} // namespace

QCoro::Task<std::expected<Prepared, Obstacle>> prepare(Context context, Options options)
{
    if (!options.repository.isEmpty()) {
        const auto remote = co_await remoteOf(context, options);
        if (!remote)
            co_return std::unexpected(ofFiles(remote.error()));
        const auto client = remote->reach->registries();
        auto plan = co_await planned(context, remote->scope, client.get(), [&] { remote->reach->flush(); });
        if (!plan)
            co_return std::unexpected(plan.error());
        plan->plan.base = remote->base;
        co_return Prepared{.plan = *std::move(plan), .remote = *remote};
    }
    auto network = Network::make(context, options);
    if (!network)
        co_return std::unexpected(ofFiles(network.error()));
    auto *client = &(*network)->registries();
    const auto scope = scopeOf(context, options);
    const auto planning = options.from.isEmpty() ? planned(context, scope, client, [&] { (*network)->flush(); })
                                                 : plannedAgain(context, options, client);
    http::warmUp(); // while other threads read the compose files
    auto plan = co_await planning;
    if (!plan)
        co_return std::unexpected(plan.error());
    (*network)->flush();
    co_return Prepared{.plan = *std::move(plan), .network = *std::move(network)};
}

} // namespace slipway::ctl
