// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/cache.h"
#include "core/registry/addresses.h"
#include "core/registry/logins.h"
#include "core/registry/realm.h"

namespace slipway::registry
{

/// What the person and the surroundings say about registries. What it points to must outlive the client.
struct Options
{
    QStringList insecureRegistries = {}; ///< HOST or HOST:PORT, asked over plain http; as http::Settings has them
    QList<TrustedRealm> trustedRealms = {};
    Logins *logins = nullptr;     ///< none: everything is asked anonymously
    http::Cache *cache = nullptr; ///< none: nothing is remembered
    int atOnce = 1;               ///< how many requests may find out how a registry wants to be asked (KnownChallenge)
    std::function<QCoro::Task<QList<QHostAddress>>(QString host)> resolve = addressesOf;
};

} // namespace slipway::registry
