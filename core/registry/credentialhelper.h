// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/registry/login.h"

#include <QCoroTask>
#include <QProcessEnvironment>

#include <chrono>
#include <memory>
#include <stop_token>

namespace slipway::registry
{

/// Asks Docker's credential helper of that name for the login at a server (`docker-credential-NAME get`, found in the
/// absolute folders of PATH alone). Nothing where the helper knows none. Errors: NotFound (no such helper, or a name
/// that is none), Timeout, Protocol (it failed, or its answer is none), Cancelled. Nothing that it prints is quoted.
/// Source: docker/docker-credential-helpers, "Development".
[[nodiscard]] QCoro::Task<Result<std::shared_ptr<const Login>>> askCredentialHelper(QString name, QString server,
                                                                                    QProcessEnvironment environment,
                                                                                    std::chrono::milliseconds deadline,
                                                                                    std::stop_token stop);

} // namespace slipway::registry
