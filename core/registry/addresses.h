// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>
#include <QHostAddress>
#include <QList>

namespace slipway::registry
{

/// The addresses of a host, as a connection to it would find them; none if its name is unknown here (a proxy may know
/// it). `localhost` and addresses are not looked up.
[[nodiscard]] QCoro::Task<QList<QHostAddress>> addressesOf(QString host);

} // namespace slipway::registry
