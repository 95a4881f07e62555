// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/token.h"

#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace slipway::github
{

namespace
{

struct Implied
{
    QLatin1StringView by;
    QLatin1StringView scope;
};

// "Scopes for OAuth apps": what a scope has in it.
constexpr std::array implications{
    Implied{"repo"_L1, "repo:status"_L1},
    Implied{"repo"_L1, "repo_deployment"_L1},
    Implied{"repo"_L1, "public_repo"_L1},
    Implied{"repo"_L1, "repo:invite"_L1},
    Implied{"repo"_L1, "security_events"_L1},
    Implied{"admin:org"_L1, "write:org"_L1},
    Implied{"admin:org"_L1, "read:org"_L1},
    Implied{"write:org"_L1, "read:org"_L1},
    Implied{"admin:repo_hook"_L1, "write:repo_hook"_L1},
    Implied{"admin:repo_hook"_L1, "read:repo_hook"_L1},
    Implied{"write:repo_hook"_L1, "read:repo_hook"_L1},
    Implied{"write:packages"_L1, "read:packages"_L1},
    Implied{"user"_L1, "read:user"_L1},
    Implied{"user"_L1, "user:email"_L1},
};

bool isScope(const QString &text)
{
    const auto mayStand = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u':' || c == u'_';
    };
    return !text.isEmpty() && text.size() <= 40 && std::ranges::all_of(text, mayStand);
}

QStringList scopesIn(const QByteArray &header)
{
    QStringList scopes;
    for (const auto parts = header.split(','); const auto &part : parts)
        if (const auto scope = QString::fromLatin1(part.trimmed()); isScope(scope))
            scopes.append(scope);
    return scopes;
}

bool implies(const QString &by, const QString &scope)
{
    return std::ranges::any_of(implications, [&](const Implied &one) { return one.by == by && one.scope == scope; });
}

} // namespace

TokenKind kindOf(QByteArrayView token)
{
    if (token.isEmpty())
        return TokenKind::None;
    if (token.startsWith("ghp_"))
        return TokenKind::Classic;
    if (token.startsWith("github_pat_"))
        return TokenKind::FineGrained;
    if (token.startsWith("gho_"))
        return TokenKind::OAuth;
    return token.startsWith("ghu_") || token.startsWith("ghs_") ? TokenKind::App : TokenKind::Unknown;
}

std::optional<QStringList> scopesOf(const http::Response &answer)
{
    if (!answer.headers.contains("X-OAuth-Scopes"))
        return std::nullopt;
    return scopesIn(answer.headers.combinedValue("X-OAuth-Scopes"));
}

bool grants(const QStringList &scopes, const QString &scope)
{
    return std::ranges::any_of(scopes, [&](const QString &own) { return own == scope || implies(own, scope); });
}

QString missingScope(const http::Response &answer)
{
    const auto own = scopesOf(answer);
    const auto accepted = scopesIn(answer.headers.combinedValue("X-Accepted-OAuth-Scopes"));
    const auto isGranted = [&](const QString &scope) { return grants(*own, scope); };
    if (!own || accepted.isEmpty() || std::ranges::any_of(accepted, isGranted))
        return {};
    if (accepted.contains(u"repo"_s))
        return u"repo"_s; // public_repo would not do for a private one
    const auto isImplied = [&](const QString &scope) {
        return std::ranges::any_of(accepted, [&](const QString &other) { return implies(other, scope); });
    };
    const auto narrowest = std::ranges::find_if(accepted, isImplied);
    return narrowest == accepted.end() ? accepted.first() : *narrowest;
}

std::optional<QDateTime> expiryOf(const http::Response &answer)
{
    auto text = QString::fromLatin1(answer.headers.value("github-authentication-token-expiration")).trimmed();
    if (text.endsWith(" UTC"_L1))
        text = text.chopped(4) + u" +0000"_s;
    auto time = QDateTime::fromString(text, u"yyyy-MM-dd hh:mm:ss tt"_s);
    return time.isValid() ? std::optional{time.toUTC()} : std::nullopt;
}

} // namespace slipway::github
