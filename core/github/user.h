// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/github/api.h"

namespace slipway::github
{

/// Whose token it is, and what it may do as far as it can be told.
struct Account
{
    QString login;
    qint64 id = 0;
    QString name = {};                          ///< as the person wrote it; may be empty
    std::optional<QStringList> scopes = {};     ///< nothing for a token whose permissions cannot be listed
    std::optional<QDateTime> tokenExpires = {}; ///< nothing: never, or not told
    QString enterpriseVersion = {};             ///< of GHES: "3.19.2"; empty elsewhere

    bool operator==(const Account &) const = default;
};

/// Errors: Unauthorized, where the token is not accepted or there is none; those of Api.
/// REST: "Get the authenticated user".
[[nodiscard]] QCoro::Task<Result<Account>> whoAmI(Api api, std::stop_token stop);

} // namespace slipway::github
