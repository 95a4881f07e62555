// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/endpoints.h"
#include "core/http/proxies.h"

#include <QStringList>

#include <chrono>

namespace slipway::http
{

/// What the person and the surroundings say about the network.
struct Settings
{
    QStringList insecureHosts = {}; ///< HOST or HOST:PORT that may be asked over plain http
    QStringList caFiles = {};       ///< PEM files whose certificates are trusted beside the system's
    int parallel = 16;              ///< most requests in flight a host
    bool slowStart = true;          ///< begin with 8 a host; false where the person named a number
    /// Where eight sockets or more are waited for (HTTP/1.1), they are read so seldom, and more at a time. The thread
    /// sleeps meanwhile: not for one that paints.
    std::chrono::microseconds gathering{0};
    Proxies proxies = {};
    Endpoints endpoints = {};
};

} // namespace slipway::http
