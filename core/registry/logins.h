// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/answers.h"
#include "core/registry/dockerconfig.h"

#include <QProcessEnvironment>

namespace slipway::registry
{

/// A token that stands in a file, for Logins. Errors: Storage, naming the file; nothing of its content.
[[nodiscard]] Result<std::shared_ptr<const Login>> readTokenFile(const QString &path);

/// Who the person is at each registry. A token of GitHub's is ghcr.io's alone: the given one, SLIPWAY_TOKEN, Docker's
/// login, GH_TOKEN, in this order. For every other registry there is Docker's login at that registry alone.
/// Must outlive its tasks.
class Logins
{
public:
    /// `token` is what readTokenFile() read, if there is one. The environment also tells where Docker's configuration
    /// is (DOCKER_CONFIG, HOME) and where its helpers are (PATH).
    explicit Logins(const QProcessEnvironment &environment, std::shared_ptr<const Login> token = {});

    /// The login at that registry, looked up once; nothing if there is none. Errors: Storage and InvalidInput (Docker's
    /// config.json), those of askCredentialHelper().
    [[nodiscard]] QCoro::Task<Result<std::shared_ptr<const Login>>> find(QString registry, std::stop_token stop);

private:
    [[nodiscard]] std::shared_ptr<const Login> token(const QString &variable) const;
    [[nodiscard]] QCoro::Task<Result<std::shared_ptr<const Login>>> lookUp(QString registry, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<std::shared_ptr<const Login>>> dockers(QString registry, std::stop_token stop);

    QProcessEnvironment m_environment;
    std::shared_ptr<const Login> m_token;
    Answers<QString, std::shared_ptr<const Login>> m_found;
};

} // namespace slipway::registry
