// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/requestlog.h"

#include <QElapsedTimer>
#include <QLoggingCategory>

namespace slipway::http
{

namespace
{

Q_LOGGING_CATEGORY(requests, "slipway.http", QtWarningMsg)

}

RequestLog::RequestLog(Transport &next)
    : m_next(next)
{
}

QCoro::Task<Outcome> RequestLog::send(Request request, std::stop_token stop)
{
    if (requests().isDebugEnabled())
        return sendLogged(std::move(request), std::move(stop));
    return m_next.send(std::move(request), std::move(stop));
}

QCoro::Task<Outcome> RequestLog::sendLogged(Request request, std::stop_token stop)
{
    const QByteArray what = request.method + ' ' + printable(request.url).toUtf8();
    QElapsedTimer clock;
    clock.start();
    auto outcome = co_await m_next.send(std::move(request), std::move(stop));
    if (outcome)
        qCDebug(requests, "%s: %d, %lld bytes, %lld ms", what.constData(), outcome->status,
                static_cast<long long>(outcome->body.size()), static_cast<long long>(clock.elapsed()));
    else
        qCDebug(requests, "%s: %s, %lld ms", what.constData(), qUtf8Printable(outcome.error().error.message),
                static_cast<long long>(clock.elapsed()));
    co_return outcome;
}

} // namespace slipway::http
