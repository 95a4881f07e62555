// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/network.h"

#include "core/http/cutbody.h"
#include "core/http/networkerror.h"
#include "core/http/nodelay.h"
#include "core/http/trust.h"

#include <QHttp1Configuration>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QTimer>

#include <coroutine>

namespace slipway::http
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::seconds stallLimit{30};

/// No proxy, said in a way that lets Qt buffer what it reads: told QNetworkProxy::NoProxy, it asks the system for each
/// single byte of the head of an unencrypted answer (QHttpNetworkConnectionChannel::ensureConnection, Qt 6.8). The
/// socket then turns to the application's proxy, which is none as well.
QNetworkProxy direct()
{
    QNetworkProxy none(QNetworkProxy::DefaultProxy);
    none.setCapabilities(QNetworkProxy::TunnelingCapability);
    return none;
}

class ProxyChoice final : public QNetworkProxyFactory
{
public:
    explicit ProxyChoice(Proxies proxies)
        : m_proxies(std::move(proxies))
    {
    }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const auto proxy = proxyFor(query.url(), m_proxies);
        return {proxy.type() == QNetworkProxy::NoProxy ? direct() : proxy};
    }

private:
    Proxies m_proxies;
};

bool isRepeatable(const Request &request)
{
    return request.method == "GET" || request.method == "HEAD";
}

/// A body that can be read once. Qt sends a request again by itself when the connection is closed before the answer,
/// also one that changes something; it cannot do so where the body does not come a second time.
class BodyOnce final : public QIODevice
{
public:
    explicit BodyOnce(QByteArray body)
        : m_body(std::move(body))
    {
        open(ReadOnly | Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_read == m_body.size(); }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_body.size() - m_read; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const auto count = std::min<qint64>(most, m_body.size() - m_read);
        std::copy_n(m_body.constData() + m_read, count, data);
        m_read += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
    qint64 m_read = 0;
};

QNetworkReply *startOnce(QNetworkAccessManager &access, QNetworkRequest wire, const Request &request)
{
    auto *body = new BodyOnce(request.body);
    wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    wire.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    auto *reply = access.sendCustomRequest(wire, request.method, body);
    body->setParent(reply);
    return reply;
}

QNetworkReply *start(QNetworkAccessManager &access, const QNetworkRequest &wire, const Request &request)
{
    if (request.method == "GET")
        return access.get(wire);
    if (request.method == "HEAD")
        return access.head(wire);
    return startOnce(access, wire, request);
}

/// Awaits the end of a reply, which its deadline brings about if nothing else does; true if it was not the deadline.
class EndOf
{
public:
    EndOf(QNetworkReply &reply, std::chrono::milliseconds deadline)
        : m_reply(reply)
    {
        m_deadline.setSingleShot(true);
        m_deadline.start(deadline);
    }

    [[nodiscard]] bool await_ready() const { return m_reply.isFinished(); }
    void await_suspend(std::coroutine_handle<> waiter)
    {
        // Queued: what comes after may end with the destruction of the manager and of this reply, which must not
        // happen while Qt is still at work in it.
        QObject::connect(
            &m_reply, &QNetworkReply::finished, &m_deadline, [waiter] { waiter.resume(); }, Qt::QueuedConnection);
        QObject::connect(&m_deadline, &QTimer::timeout, &m_reply, [this] {
            m_late = true;
            m_reply.abort();
        });
    }
    [[nodiscard]] bool await_resume() const { return !m_late; }

private:
    QNetworkReply &m_reply;
    QTimer m_deadline;
    bool m_late = false;
};

} // namespace

Network::Network(Settings settings)
    : m_settings(std::move(settings))
{
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); // the system's would be asked otherwise
    setUp(m_access);

    using Attribute = QNetworkRequest::Attribute;
    m_template.setAttribute(Attribute::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    m_template.setAttribute(Attribute::CookieLoadControlAttribute, QNetworkRequest::Manual);
    m_template.setAttribute(Attribute::CookieSaveControlAttribute, QNetworkRequest::Manual);
    m_template.setAttribute(Attribute::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    QHttp1Configuration http1;
    http1.setNumberOfConnectionsPerHost(m_settings.parallel); // six otherwise
    m_template.setHttp1Configuration(http1);
}

void Network::setUp(QNetworkAccessManager &access) const
{
    access.setTransferTimeout(stallLimit);
    access.setProxyFactory(new ProxyChoice(m_settings.proxies));
}

Result<> Network::secure(QNetworkRequest &wire)
{
    if (m_settings.caFiles.isEmpty())
        return {};
    if (!m_trust)
        m_trust = trusting(m_settings.caFiles);
    if (!*m_trust)
        return failure(m_trust->error());
    wire.setSslConfiguration(**m_trust);
    return {};
}

Result<QNetworkRequest> Network::onTheWire(const Request &request)
{
    using Name = QHttpHeaders::WellKnownHeader;
    QNetworkRequest wire = m_template;
    auto headers = request.headers;
    headers.append(Name::UserAgent, "slipway/" SLIPWAY_VERSION);
    headers.append(Name::AcceptLanguage, "en");

    QUrl url = request.url;
    if (const auto base = m_settings.endpoints.constFind(url.host()); base != m_settings.endpoints.cend()) {
        headers.append(Name::Host, Origin::of(url)->authority());
        wire.setPeerVerifyName(url.host());
        url.setScheme(base->scheme());
        url.setHost(base->host());
        url.setPort(base->port());
    }
    wire.setUrl(url);
    wire.setHeaders(std::move(headers));
    wire.setDecompressedSafetyCheckThreshold(request.limits.bytes);
    if (url.scheme() == "https"_L1)
        if (const auto done = secure(wire); !done)
            return failure(done.error());
    return wire;
}

QCoro::Task<Outcome> Network::send(Request request, std::stop_token stop)
{
    if (stop.stop_requested())
        co_return std::unexpected(Fault{cancelled()});
    const auto wire = onTheWire(request);
    if (!wire)
        co_return std::unexpected(Fault{wire.error()});

    // On a manager that keeps connections, Qt sends a request again by itself when a kept one turns out to be closed.
    std::unique_ptr<QNetworkAccessManager, QScopedPointerDeleteLater> fresh;
    if (!isRepeatable(request)) {
        fresh.reset(new QNetworkAccessManager);
        setUp(*fresh);
    }
    const std::unique_ptr<QNetworkReply, QScopedPointerDeleteLater> reply{
        start(fresh ? *fresh : m_access, *wire, request)};
    bool tooBig = false;
    const QObject here; // the reply lives a little longer than this coroutine
    QObject::connect(reply.get(), &QNetworkReply::readyRead, &here, [&tooBig, &request, raw = reply.get()] {
        tooBig = raw->bytesAvailable() > request.limits.bytes;
        if (tooBig)
            raw->abort();
    });
    QObject::connect(reply.get(), &QNetworkReply::encrypted, &here, [raw = reply.get()] {
        if (raw->sslConfiguration().nextNegotiatedProtocol() == QSslConfiguration::ALPNProtocolHTTP2)
            turnOffNagle();
    });
    const std::stop_callback abort{stop, [&reply] { reply->abort(); }};

    const bool inTime = co_await EndOf(*reply, request.limits.deadline);
    if (stop.stop_requested())
        co_return std::unexpected(Fault{cancelled()});
    if (!inTime)
        co_return std::unexpected(tooSlow(request));
    if (tooBig)
        co_return std::unexpected(beyondLimit(request));
    if (auto fault = faultOf(*reply, request))
        co_return std::unexpected(*std::move(fault));
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto body = reply->readAll();
    if (request.method != "HEAD" && status != 204 && status != 304 && isCutShort(reply->headers(), body))
        co_return std::unexpected(cutShort(request));
    co_return Response{status, request.url, reply->headers(), body};
}

} // namespace slipway::http
