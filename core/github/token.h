// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/http/transport.h"

#include <QStringList>

#include <optional>

namespace slipway::github
{

/// What sort of token it is, as its prefix says. It only chooses hints: what a token may do, the answers tell.
enum class TokenKind {
    None,        ///< nobody in particular asks
    Classic,     ///< ghp_
    FineGrained, ///< github_pat_: reads neither packages nor checks
    OAuth,       ///< gho_
    App,         ///< ghu_, ghs_
    Unknown,     ///< older ones, and those of other makers
};

[[nodiscard]] TokenKind kindOf(QByteArrayView token);

/// The scopes of a token, from `X-OAuth-Scopes`; nothing for a fine-grained or an App's token, whose permissions
/// nothing lists.
[[nodiscard]] std::optional<QStringList> scopesOf(const http::Response &answer);

/// The scope that would have let this request through: `repo` if `X-Accepted-OAuth-Scopes` names it, else the narrowest
/// there, if the token has none of those, nor one that implies them. Empty if scopes are not what is missing.
[[nodiscard]] QString missingScope(const http::Response &answer);

/// Whether that scope is among those, or implied by one of them ("repo" implies "public_repo").
[[nodiscard]] bool grants(const QStringList &scopes, const QString &scope);

/// When the token ends; nothing if it does not, or the host does not say. From
/// `github-authentication-token-expiration`, written "2027-10-12 09:00:00 UTC" or with an offset.
[[nodiscard]] std::optional<QDateTime> expiryOf(const http::Response &answer);

} // namespace slipway::github
