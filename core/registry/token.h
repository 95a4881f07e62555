// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QStringList>
#include <QUrl>

#include <chrono>

namespace slipway::registry
{

/// The most repositories that one token request names.
constexpr qsizetype mostScopes = 50;

/// What a token service gave.
struct Token
{
    QByteArray text;
    std::chrono::seconds lifetime; ///< from when it was asked for; 60 s where the service does not say

    bool operator==(const Token &) const = default;
};

/// The request for one token with which these repositories can be read.
/// Source: distribution, "Token Authentication Specification", "Requesting a Token".
[[nodiscard]] QUrl tokenUrl(QUrl realm, const QString &service, const QStringList &repositories);

/// The form that exchanges an identity token, which Docker's log-in left, for such a token.
/// Source: distribution, "Oauth2 Token Authentication".
[[nodiscard]] QByteArray refreshForm(const QString &service, const QStringList &repositories, QByteArrayView identity);

/// The answer's `token` or `access_token`, and `expires_in`. Errors: Protocol, also for a token that is no header text.
[[nodiscard]] Result<Token> readToken(const QByteArray &body);

} // namespace slipway::registry
