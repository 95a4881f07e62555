// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/registrytoken.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::simulator
{

namespace
{

bool isGhcr(const RegistryPlace &place)
{
    return place.registry == "ghcr.io"_L1;
}

/// The repository of a scope "repository:o/n:pull"; empty if it is for something else.
QString repositoryOf(const QString &scope)
{
    const auto parts = scope.split(u':');
    return parts.size() == 3 && parts[0] == "repository"_L1 ? parts[1] : QString{};
}

QStringList askedRepositories(const Request &request)
{
    const auto scopes =
        request.query.allQueryItemValues(u"scope"_s, QUrl::FullyDecoded).join(u' ').split(u' ', Qt::SkipEmptyParts);
    QStringList asked;
    for (const auto &scope : scopes)
        asked.append(repositoryOf(scope));
    asked.removeAll(QString{});
    return asked;
}

/// The credentials of `Authorization: Basic`: the password; nothing without any.
std::optional<QString> basicPassword(const Request &request)
{
    const auto header = request.headers.value(QHttpHeaders::WellKnownHeader::Authorization).toByteArray();
    if (!header.toLower().startsWith("basic "))
        return {};
    const auto pair = QByteArray::fromBase64(header.sliced(6).trimmed());
    return QString::fromUtf8(pair.sliced(pair.indexOf(':') + 1));
}

/// Who a personal access token belongs to. Only classic ones reach packages.
std::optional<QString> packageReader(const World &world, const QString &secret)
{
    const auto token = world.tokens.constFind(secret);
    if (token == world.tokens.cend() || secret.startsWith("github_pat_"_L1) ||
        (token->expiresAt && *token->expiresAt <= world.now))
        return {};
    for (const auto &scope : {u"read:packages"_s, u"write:packages"_s, u"delete:packages"_s}) {
        if (token->scopes.contains(scope))
            return token->login;
    }
    return {};
}

/// One that reads itself: nothing of it is kept.
QByteArray written(const RegistryToken &token)
{
    const QJsonObject json{{u"registry"_s, token.registry},
                           {u"login"_s, token.login},
                           {u"repositories"_s, QJsonArray::fromStringList(token.repositories)},
                           {u"exp"_s, token.expiresAt.toSecsSinceEpoch()}};
    return QJsonDocument{json}.toJson(QJsonDocument::Compact).toBase64(QByteArray::Base64UrlEncoding);
}

} // namespace

Answer jsonAnswer(const QJsonObject &object, int status)
{
    Answer answer{.status = status, .headers = {}, .body = QJsonDocument{object}.toJson(QJsonDocument::Compact)};
    answer.headers.append(QHttpHeaders::WellKnownHeader::ContentType, "application/json");
    return answer;
}

Answer registryError(int status, const QString &code, const QString &message)
{
    return jsonAnswer({{u"errors"_s, QJsonArray{QJsonObject{{u"code"_s, code}, {u"message"_s, message}}}}}, status);
}

Answer challenge(const RegistryPlace &place, const Request &request, const QString &path)
{
    const bool isNamed = place.api.contains(request.host);
    const QString realm = isNamed ? u"https://"_s + place.tokens : request.base;
    auto scope = path;
    if (path.isEmpty() && isGhcr(place))
        scope = u"user/image"_s; // as ghcr.io does, though there is no such thing
    auto text = u"Bearer realm=\"%1/token\",service=\"%2\""_s.arg(realm, isNamed ? place.service : request.host);
    if (!scope.isEmpty())
        text += u",scope=\"repository:%1:pull\""_s.arg(scope);
    auto answer = registryError(401, u"UNAUTHORIZED"_s, u"authentication required"_s);
    answer.headers.append(QHttpHeaders::WellKnownHeader::WWWAuthenticate, text);
    return answer;
}

std::optional<RegistryToken> registryToken(const World &world, const Request &request)
{
    const auto header = request.headers.value(QHttpHeaders::WellKnownHeader::Authorization).toByteArray();
    if (!header.toLower().startsWith("bearer "))
        return {};
    const auto json =
        QJsonDocument::fromJson(QByteArray::fromBase64(header.sliced(7), QByteArray::Base64UrlEncoding)).object();
    RegistryToken token{
        .registry = json["registry"_L1].toString(),
        .login = json["login"_L1].toString(),
        .repositories = {},
        .expiresAt = QDateTime::fromSecsSinceEpoch(json["exp"_L1].toInteger(), QTimeZone::UTC),
    };
    const auto repositories = json["repositories"_L1].toArray();
    for (const auto &path : repositories)
        token.repositories.append(path.toString());
    if (token.registry.isEmpty() || token.expiresAt <= world.now)
        return {};
    return token;
}

bool mayPull(const World &world, const ImageRepository &repository, const QString &login)
{
    if (!repository.isPrivate)
        return true;
    const auto *source =
        simulator::repository(world, repository.source.section(u'/', 0, 0), repository.source.section(u'/', 1, 1));
    return source && source->permissions.contains(login);
}

Answer tokenAnswer(const World &world, const RegistryPlace &place, const Request &request)
{
    RegistryToken token{
        .registry = place.registry,
        .login = {},
        .repositories = askedRepositories(request),
        .expiresAt = world.now.addDuration(isGhcr(place) ? 60s : 300s),
    };
    if (const auto secret = basicPassword(request)) {
        const auto login = packageReader(world, *secret);
        if (!login)
            return registryError(isGhcr(place) ? 403 : 401, isGhcr(place) ? u"DENIED"_s : u"UNAUTHORIZED"_s,
                                 isGhcr(place) ? u"denied"_s : u"incorrect username or password"_s);
        token.login = *login;
    }
    for (const auto &path : std::as_const(token.repositories)) {
        const auto *wanted = images(world, place.registry, path);
        if (isGhcr(place) && (!wanted || !mayPull(world, *wanted, token.login)))
            return registryError(401, u"UNAUTHORIZED"_s, u"authentication required"_s);
    }
    const auto text = QString::fromLatin1(written(token));
    if (isGhcr(place)) // it says nothing about how long the token is good
        return jsonAnswer({{u"token"_s, text}});
    return jsonAnswer({{u"token"_s, text}, {u"access_token"_s, text}, {u"expires_in"_s, 300}});
}

} // namespace slipway::simulator
