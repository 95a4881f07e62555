// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/report.h"
#include "app/ctl/text.h"
#include "core/files/read.h"
#include "core/simulator/demo.h"
#include "core/simulator/described.h"
#include "core/simulator/generated.h"
#include "core/simulator/life.h"
#include "core/simulator/simulator.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{
namespace
{

using simulator::Identity;
using simulator::World;

constexpr qint64 biggestPem = 1024 * 1024;
constexpr qint64 biggestWorld = 64 * 1024 * 1024;
constexpr int mostServices = 5000;
constexpr quint32 usualSeed = 1;
constexpr auto forADay = std::chrono::hours{24};

Result<std::optional<Identity>> identityOf(const Context &context, const Options &options)
{
    if (options.certificate.isEmpty())
        return std::nullopt;
    const QDir folder{context.folder};
    const auto certificates = files::read(folder.absoluteFilePath(options.certificate), biggestPem);
    if (!certificates)
        return failure(certificates.error());
    const auto key = files::read(folder.absoluteFilePath(options.words.first()), biggestPem);
    if (!key)
        return failure(key.error());
    return Identity{*certificates, *key};
}

/// The demo, or what was asked for in its place.
Result<World> worldOf(const Context &context, const Options &options)
{
    const auto start = options.still ? simulator::stillStart() : context.clock->now();
    const auto seed = options.seed.value_or(usualSeed);
    bool isNumber = false;
    const auto services = options.world.toInt(&isNumber);
    if (isNumber && services > 0)
        return simulator::generatedWorld(start, std::min(services, mostServices), seed);
    if (!options.world.isEmpty())
        return files::read(QDir{context.folder}.absoluteFilePath(options.world), biggestWorld)
            .and_then([&](const QByteArray &document) { return simulator::describedWorld(document, start); });
    auto world = simulator::demoWorld(start);
    if (!options.still)
        simulator::startLife(world, seed);
    return world;
}

QByteArray announcement(const simulator::Simulator &simulator)
{
    const auto address = simulator.address().toString();
    const QJsonObject json{{u"api"_s, address},
                           {u"graphql"_s, QString{address + u"/graphql"}},
                           {u"registry"_s, address},
                           {u"token"_s, QString::fromLatin1(simulator::demoToken)}};
    return QJsonDocument{json}.toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

QCoro::Task<Exit> runSimulate(Context context, Options options)
{
    const auto identity = identityOf(context, options);
    if (!identity)
        co_return failed(context, options, {.error = identity.error()});
    auto world = worldOf(context, options);
    if (!world)
        co_return failed(context, options, {.error = world.error()});
    simulator::Simulator simulator{*std::move(world), options.still ? nullptr : context.clock};
    if (const auto listening = simulator.listen(options.port.value_or(0), *identity); !listening)
        co_return failed(context, options, {.error = listening.error()});
    context.out->write(announcement(simulator));
    while (!context.stop.stop_requested())
        (void)co_await context.clock->sleep(forADay, context.stop);
    co_return Exit::Done;
}

} // namespace slipway::ctl
