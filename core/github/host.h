// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QUrl>

namespace slipway::github
{

/// One GitHub: github.com, a tenant with data residency (SUB.ghe.com), or a GitHub Enterprise Server (GHES).
struct Host
{
    enum class Version { V2022_11_28, V2026_03_10 }; ///< of the REST API

    QString name;              ///< as people say it: "github.com", "git.acme.example:8443"
    QUrl rest;                 ///< base of the REST API, without a slash at its end
    QUrl graphql;              ///< where queries are posted
    bool isEnterprise = false; ///< GHES
    Version version = Version::V2026_03_10;

    bool operator==(const Host &) const = default;
};

/// The GitHub of that name. Errors: InvalidInput, if it is not HOST or HOST:PORT.
[[nodiscard]] Result<Host> hostNamed(QStringView name);

/// The GitHub whose REST API has that base, as `--api-url` gives it: https://api.github.com, https://HOST/api/v3.
/// Errors: InvalidInput, if it is no URL of http or https.
[[nodiscard]] Result<Host> hostAt(const QString &apiUrl);

/// "2026-03-10", as X-GitHub-Api-Version has it. REST: "API Versions".
[[nodiscard]] QByteArray text(Host::Version version);

} // namespace slipway::github
