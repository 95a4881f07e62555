// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/generatednames.h"

#include <array>

using namespace Qt::StringLiterals;

namespace slipway::simulator
{

namespace
{

constexpr std::array domains{
    "accounts"_L1,  "billing"_L1,   "booking"_L1,  "catalogue"_L1, "checkout"_L1, "claims"_L1,
    "contracts"_L1, "customs"_L1,   "delivery"_L1, "documents"_L1, "fleet"_L1,    "freight"_L1,
    "identity"_L1,  "inventory"_L1, "invoices"_L1, "ledger"_L1,    "loyalty"_L1,  "messages"_L1,
    "orders"_L1,    "parcels"_L1,   "payments"_L1, "pricing"_L1,   "quotes"_L1,   "reports"_L1,
    "returns"_L1,   "routes"_L1,    "search"_L1,   "shipments"_L1, "tariffs"_L1,  "warehouse"_L1,
};

constexpr std::array kinds{
    "api"_L1,      "worker"_L1,    "web"_L1,      "sync"_L1,    "gateway"_L1, "importer"_L1,
    "exporter"_L1, "scheduler"_L1, "notifier"_L1, "indexer"_L1, "admin"_L1,   "archiver"_L1,
};

constexpr std::array messages{
    "Retry when the database is away"_L1,
    "Read timeouts from the environment"_L1,
    "Log the request id"_L1,
    "Smaller base image"_L1,
    "Add /health/ready"_L1,
    "Page through long lists"_L1,
    "Keep the order of events"_L1,
    "Bump the web framework"_L1,
    "Drop an old endpoint"_L1,
    "Cache what does not change"_L1,
    "Close connections on shutdown"_L1,
    "Times in UTC"_L1,
};

} // namespace

ServiceName serviceName(int index)
{
    constexpr int perDomain = kinds.size();
    constexpr int perRound = perDomain * static_cast<int>(domains.size());
    const auto domain = domains.at(static_cast<size_t>(index / perDomain) % domains.size());
    const auto kind = kinds.at(static_cast<size_t>(index % perDomain));
    const auto round = index / perRound;
    const QString suffix = round == 0 ? QString{} : u'-' + QString::number(round + 1);
    return {QString{domain}, domain + u'-' + kind + suffix};
}

QString commitMessage(quint32 chance)
{
    return QString{messages.at(chance % messages.size())};
}

} // namespace slipway::simulator
