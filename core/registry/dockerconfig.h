// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/registry/login.h"

#include <memory>

namespace slipway::registry
{

/// What Docker's `config.json` says of one registry. Source: docker/cli, "docker login", "Credential stores".
struct DockerEntry
{
    QString helper = {};                     ///< the NAME of `docker-credential-NAME` to ask; empty if there is none
    std::shared_ptr<const Login> login = {}; ///< what stands in the file itself
};

/// Errors: InvalidInput for a file that is not such a one; its text is not quoted.
[[nodiscard]] Result<DockerEntry> readDockerConfig(const QByteArray &json, const QString &registry);

/// A registry's name in that file, and for the helpers.
[[nodiscard]] QString dockerServer(const QString &registry);

/// What a helper prints for `get`. Nothing where it has no login. Errors: Protocol.
[[nodiscard]] Result<std::shared_ptr<const Login>> readHelperAnswer(const QByteArray &json);

} // namespace slipway::registry
