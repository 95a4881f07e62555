// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/client.h"

#include <QCoroNetworkReply>
#include <QHttp1Configuration>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace slipway::http
{

struct Client::Stages
{
    Settings settings;
    QNetworkAccessManager access;
};

Client::Client(Settings settings, Cache *)
    : m_stages(std::make_unique<Stages>(std::move(settings)))
{
}

Client::~Client() = default;

QCoro::Task<Result<Response>> Client::send(Request request, std::stop_token stop)
{
    QNetworkRequest wire{request.url};
    wire.setHeaders(request.headers);
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    QHttp1Configuration http1;
    http1.setNumberOfConnectionsPerHost(m_stages->settings.parallel);
    wire.setHttp1Configuration(http1);
    const std::unique_ptr<QNetworkReply, QScopedPointerDeleteLater> reply{
        m_stages->access.sendCustomRequest(wire, request.method, request.body)};
    const std::stop_callback abort{stop, [&reply] { reply->abort(); }};

    const bool inTime = co_await qCoro(reply.get()).waitForFinished(request.limits.deadline);
    const auto status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (!inTime || !status.isValid())
        co_return failure({Error::Kind::Offline, reply->errorString()});
    co_return Response{status.toInt(), request.url, reply->headers(), reply->readAll()};
}

} // namespace slipway::http
