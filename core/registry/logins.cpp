// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/logins.h"

#include "core/registry/credentialhelper.h"
#include "core/registry/text.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::registry
{

namespace
{

using LoginPointer = std::shared_ptr<const Login>;

constexpr auto helperDeadline = 30s; // a keyring may have to be unlocked by hand
constexpr qint64 longestTokenFile = 64 * 1024;
constexpr qint64 longestConfig = 4 << 20;

/// GitHub looks only at the token; the name may be any.
LoginPointer tokenLogin(const QByteArray &text)
{
    const auto token = text.trimmed();
    return token.isEmpty() ? LoginPointer{} : std::make_shared<const Login>(u"slipway"_s, Secret{token});
}

Result<QByteArray> readFile(const QString &path, qint64 longest)
{
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly) || file.size() > longest)
        return failure({Error::Kind::Storage, Text::tr("%1 cannot be read.").arg(path), {}, file.errorString()});
    return file.read(longest);
}

QString configPath(const QProcessEnvironment &environment)
{
    const auto folder = environment.value(u"DOCKER_CONFIG"_s);
    return (folder.isEmpty() ? environment.value(u"HOME"_s) + u"/.docker"_s : folder) + u"/config.json"_s;
}

} // namespace

Result<LoginPointer> readTokenFile(const QString &path)
{
    return readFile(path, longestTokenFile).and_then([&path](const QByteArray &text) -> Result<LoginPointer> {
        const auto login = tokenLogin(text);
        if (!login)
            return failure({Error::Kind::Storage, Text::tr("There is no token in %1.").arg(path)});
        return login;
    });
}

Logins::Logins(const QProcessEnvironment &environment, LoginPointer token)
    : m_environment{environment}
    , m_token{std::move(token)}
{
}

QCoro::Task<Result<LoginPointer>> Logins::find(QString registry, std::stop_token stop)
{
    return m_found.get(registry, [this, registry](std::stop_token own) { return lookUp(registry, own); }, stop);
}

LoginPointer Logins::token(const QString &variable) const
{
    return tokenLogin(m_environment.value(variable).toUtf8());
}

QCoro::Task<Result<LoginPointer>> Logins::lookUp(QString registry, std::stop_token stop)
{
    const bool isGitHubs = registry == "ghcr.io"_L1;
    if (isGitHubs && m_token)
        co_return LoginPointer{m_token};
    if (const auto own = token(u"SLIPWAY_TOKEN"_s); isGitHubs && own)
        co_return own;
    const auto docker = co_await dockers(registry, stop);
    const bool isKnown = docker && *docker;
    if (const auto github = token(u"GH_TOKEN"_s); isGitHubs && !isKnown && github)
        co_return github;
    co_return docker;
}

QCoro::Task<Result<LoginPointer>> Logins::dockers(QString registry, std::stop_token stop)
{
    const auto path = configPath(m_environment);
    if (!QFile::exists(path))
        co_return LoginPointer{};
    const auto entry = readFile(path, longestConfig).and_then([&registry](const QByteArray &json) {
        return readDockerConfig(json, registry);
    });
    if (!entry)
        co_return failure(entry.error());
    if (entry->helper.isEmpty())
        co_return entry->login;
    const auto answer =
        co_await askCredentialHelper(entry->helper, dockerServer(registry), m_environment, helperDeadline, stop);
    if (entry->login && !(answer && *answer))
        co_return entry->login;
    co_return answer;
}

} // namespace slipway::registry
