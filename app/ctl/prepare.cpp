// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/prepare.h"

#include "app/ctl/network.h"
#include "app/ctl/planfile.h"
#include "app/ctl/progress.h"
#include "core/files/read.h"
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

QCoro::Task<std::expected<updates::PreparedPlan, Obstacle>> prepare(Context context, Options options)
{
    const auto network = Network::make(context, options);
    if (!network)
        co_return std::unexpected(ofFiles(network.error()));
    Progress progress{*context.err, context.terminal.progress};
    const updates::Outside outside{
        .client = &(*network)->registries(),
        .now = context.clock->now(),
        .progress = [&progress](int done, int total) { progress.step(done, total); },
    };
    const auto scope = scopeOf(context, options);
    if (options.from.isEmpty()) {
        const auto planned = co_await updates::plan(scope, outside, context.stop);
        co_return planned.transform_error(ofPlanning);
    }
    const auto read = planFrom(context, options.from);
    if (!read)
        co_return std::unexpected(ofFiles(read.error()));
    const auto again = co_await updates::prepareAgain(scope, *read, outside, context.stop);
    co_return again.transform_error(ofFiles);
}

} // namespace slipway::ctl
