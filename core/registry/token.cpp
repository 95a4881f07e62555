// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/token.h"

#include "core/base/json.h"
#include "core/registry/text.h"

#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::registry
{

namespace
{

constexpr qsizetype longestToken = 32 * 1024;

QString scopeOf(const QString &repository)
{
    return u"repository:%1:pull"_s.arg(repository);
}

QString encoded(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value, ":/"));
}

bool isHeaderText(const QByteArray &token)
{
    return !token.isEmpty() && token.size() <= longestToken &&
           std::ranges::all_of(token, [](char c) { return c > 0x20 && c < 0x7f; });
}

} // namespace

QUrl tokenUrl(QUrl realm, const QString &service, const QStringList &repositories)
{
    QUrlQuery query{realm};
    if (!service.isEmpty())
        query.addQueryItem(u"service"_s, encoded(service));
    for (const auto &repository : repositories)
        query.addQueryItem(u"scope"_s, encoded(scopeOf(repository)));
    realm.setQuery(query);
    return realm;
}

QByteArray refreshForm(const QString &service, const QStringList &repositories, QByteArrayView identity)
{
    QStringList scopes;
    for (const auto &repository : repositories)
        scopes += scopeOf(repository);
    return "grant_type=refresh_token&client_id=slipway&service=" + QUrl::toPercentEncoding(service) +
           "&scope=" + QUrl::toPercentEncoding(scopes.join(u' ')) +
           "&refresh_token=" + identity.toByteArray().toPercentEncoding();
}

Result<Token> readToken(const QByteArray &body)
{
    auto token = json::decode(body, [](const json::Value &in) {
        const auto named = in.find("token"_L1);
        const auto lifetime = in.find("expires_in"_L1);
        const auto text = named ? *named : in["access_token"_L1];
        return Token{text.text().toUtf8(), lifetime ? std::chrono::seconds{lifetime->integer()} : 60s};
    });
    if (token && !isHeaderText(token->text))
        return failure({Error::Kind::Protocol, Text::tr("The token is not a token.")});
    return token;
}

} // namespace slipway::registry
