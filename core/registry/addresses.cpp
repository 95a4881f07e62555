// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/addresses.h"

#include <QHostInfo>

#include <coroutine>

using namespace Qt::StringLiterals;

namespace slipway::registry
{

namespace
{

/// RFC 6761, section 6.3.
bool isLocalhost(const QString &host)
{
    return host == "localhost"_L1 || host.endsWith(".localhost"_L1);
}

/// Awaits what the system's resolver says.
struct Lookup
{
    QString host;
    QHostInfo found{};
    QObject context{};

    [[nodiscard]] static bool await_ready() { return false; }
    void await_suspend(std::coroutine_handle<> waiter)
    {
        QHostInfo::lookupHost(host, &context, [this, waiter](const QHostInfo &info) {
            found = info;
            waiter.resume();
        });
    }
    [[nodiscard]] QList<QHostAddress> await_resume() const { return found.addresses(); }
};

} // namespace

QCoro::Task<QList<QHostAddress>> addressesOf(QString host)
{
    if (host.endsWith(u'.'))
        host.chop(1);
    if (isLocalhost(host))
        co_return {QHostAddress{QHostAddress::LocalHost}, QHostAddress{QHostAddress::LocalHostIPv6}};
    if (const QHostAddress address{host}; !address.isNull())
        co_return {address};

    Lookup lookup{.host = host};
    co_return co_await lookup;
}

} // namespace slipway::registry
