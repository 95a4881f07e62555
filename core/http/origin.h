// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>
#include <QUrl>

namespace slipway::http
{

/// Where a URL leads: scheme, host and port, written in the one way in which two of them can be compared.
/// A credential belongs to one origin and is never sent to another. RFC 6454, section 4.
class Origin
{
public:
    /// Errors: InvalidInput for a URL that urlObjection() refuses.
    [[nodiscard]] static Result<Origin> of(const QUrl &url);

    [[nodiscard]] const QString &scheme() const { return m_scheme; } ///< "https" or "http"
    [[nodiscard]] const QString &host() const { return m_host; } ///< lower case, ASCII (xn--…), IPv6 without brackets
    [[nodiscard]] int port() const { return m_port; }            ///< the effective one: 443 where none is written
    [[nodiscard]] QString authority() const;                     ///< "ghcr.io", "localhost:5000", "[::1]:5000"
    [[nodiscard]] bool isLoopback() const;                       ///< localhost or a loopback address, by its name alone

    auto operator<=>(const Origin &) const = default;

private:
    Origin(QString scheme, QString host, int port);

    QString m_scheme;
    QString m_host;
    int m_port;
};

/// A URL from outside, read strictly. Errors: InvalidInput (not a URL, or one that urlObjection() refuses).
[[nodiscard]] Result<QUrl> parseUrl(const QString &text);

/// Why no request may go to this URL: it is not http(s), has no host, carries a user name or password, or holds
/// control characters or a backslash. Empty if it may.
[[nodiscard]] QString urlObjection(const QUrl &url);

/// The URL as it may stand in messages and logs: without user, query and fragment.
[[nodiscard]] QString printable(const QUrl &url);

} // namespace slipway::http
