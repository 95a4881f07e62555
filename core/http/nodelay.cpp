// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/nodelay.h"

#include <QDirListing>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace slipway::http
{

using namespace Qt::StringLiterals;

void turnOffNagle()
{
    const int on = 1;
    for (const auto &descriptor : QDirListing(u"/proc/self/fd"_s)) // what is not a TCP connection refuses this
        setsockopt(descriptor.fileName().toInt(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

} // namespace slipway::http
