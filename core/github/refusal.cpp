// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/refusal.h"

#include "core/github/text.h"
#include "core/http/origin.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::github
{

namespace
{

constexpr qsizetype longestQuote = 300;

/// What the host itself says: `message`, and the messages of `errors`, which also may be plain texts. Empty for an
/// answer that is not JSON: proxies send pages of their own.
QString itsWords(const http::Response &answer)
{
    const auto body = QJsonDocument::fromJson(answer.body).object();
    QStringList words{body.value("message"_L1).toString()};
    for (const auto errors = body.value("errors"_L1).toArray(); const auto &error : errors)
        words.append(error.isString() ? error.toString() : error["message"_L1].toString());
    words.removeAll(QString{});
    words.removeDuplicates();
    return quotable(words.join(u"; "_s));
}

bool isThereAlready(const http::Response &answer)
{
    return answer.body.contains("already_exists") || answer.body.toLower().contains("already exists");
}

/// For the log: which request it was, to GitHub's own people too.
QString detailsOf(const http::Response &answer)
{
    const auto id = quotable(QString::fromLatin1(answer.headers.value("X-GitHub-Request-Id")));
    return http::printable(answer.url) + u": "_s + QString::number(answer.status) +
           (id.isEmpty() ? QString{} : u", request "_s + id);
}

/// Where single sign-on lets the token in, if the address is one of that host's own pages.
QString signOnPage(const http::Response &answer, const Host &host)
{
    const auto header = QString::fromLatin1(answer.headers.value("X-GitHub-SSO"));
    const auto at = header.indexOf("url="_L1);
    if (at < 0)
        return {};
    const auto url = QUrl{header.sliced(at + 4).trimmed(), QUrl::StrictMode};
    const auto itsOwn = QUrl{u"https://"_s + host.name, QUrl::StrictMode};
    const bool isItsOwn = url.scheme() == "https"_L1 && http::urlObjection(url).isEmpty() &&
                          url.host() == itsOwn.host() && url.port() == itsOwn.port();
    return isItsOwn ? url.toString(QUrl::FullyEncoded) : QString{};
}

/// "contents=write,pull_requests=write; issues=write" as "contents: write, pull requests: write or issues: write".
QString neededPermissions(const http::Response &answer)
{
    auto text = QString::fromLatin1(answer.headers.value("X-Accepted-GitHub-Permissions")).simplified();
    const auto mayStand = [](QChar c) { return (c >= u'a' && c <= u'z') || u"_=,; "_s.contains(c); };
    if (text.size() > longestQuote || !std::ranges::all_of(text, mayStand))
        return {};
    return text.remove(u' ')
        .replace(u'=', u": "_s)
        .replace(u',', u", "_s)
        .replace(u';', Text::tr(" or "))
        .replace(u'_', u' ');
}

Error forbidden(const http::Response &answer, const Asked &asked, Error error)
{
    if (answer.headers.value("X-GitHub-SSO").startsWith("required")) {
        const auto page = signOnPage(answer, asked.host);
        error.message =
            Text::tr("%1: the organisation lets no token in that is not authorised for single sign-on (403).")
                .arg(asked.what);
        error.remedy = page.isEmpty() ? Text::tr("Authorise the token in its settings.")
                                      : Text::tr("Authorise the token here: %1").arg(page);
    } else if (const auto scope = missingScope(answer); !scope.isEmpty()) {
        error.message = Text::tr("%1: the token lacks the scope “%2” (403).").arg(asked.what, scope);
        error.remedy = Text::tr("Add the scope to the token, or make a new one with it.");
    } else if (const auto permissions = neededPermissions(answer); !permissions.isEmpty()) {
        error.remedy = Text::tr("The token needs the permission %1.").arg(permissions);
    }
    return error;
}

QString remedyForMissing(const http::Response &answer, const Asked &asked)
{
    if (const auto scope = missingScope(answer); !scope.isEmpty())
        return Text::tr("The token lacks the scope “%1”: add it, or make a new token with it.").arg(scope);
    switch (asked.token) {
    case TokenKind::None: return Text::tr("Sign in with a token, if it is private.");
    case TokenKind::FineGrained: return Text::tr("Check the name, and that the token is made for this repository.");
    default: return Text::tr("Check the name, and that the token's owner may see it.");
    }
}

Error::Kind kindOf(const http::Response &answer)
{
    switch (answer.status) {
    case 401: return Error::Kind::Unauthorized;
    case 403: return Error::Kind::Forbidden;
    case 404: return Error::Kind::NotFound;
    case 409: return Error::Kind::Conflict;
    case 422: return isThereAlready(answer) ? Error::Kind::Conflict : Error::Kind::InvalidInput;
    default: return answer.status >= 500 ? Error::Kind::Offline : Error::Kind::Protocol;
    }
}

} // namespace

QString quotable(const QString &text)
{
    QString line;
    for (const auto start = text.left(4 * longestQuote); const auto c : start) {
        const auto category = c.category();
        if (category == QChar::Other_Format || category == QChar::Other_Surrogate)
            continue; // among them those that turn the direction of what follows
        line.append(c.isSpace() || category == QChar::Other_Control ? QChar{u' '} : c);
    }
    line = std::move(line).simplified();
    return line.size() <= longestQuote ? line : line.first(longestQuote - 1) + u'…';
}

Error refusal(const http::Response &answer, const Asked &asked)
{
    const auto words = itsWords(answer);
    const auto said =
        words.isEmpty() ? QString::number(answer.status) : words + u", "_s + QString::number(answer.status);
    Error error{
        .kind = kindOf(answer),
        .message = Text::tr("%1: %2 does not do that (%3).").arg(asked.what, asked.host.name, said),
        .details = detailsOf(answer),
    };
    switch (error.kind) {
    case Error::Kind::Unauthorized:
        if (asked.token == TokenKind::None) {
            error.message = Text::tr("%1 wants to know who asks (401).").arg(asked.host.name);
            error.remedy = Text::tr("Sign in with a token.");
        } else {
            error.message = Text::tr("%1 does not accept the token (401).").arg(asked.host.name);
            error.remedy = Text::tr("It has expired or was revoked: make a new one.");
        }
        return error;
    case Error::Kind::Forbidden: return forbidden(answer, asked, std::move(error));
    case Error::Kind::NotFound:
        error.message =
            Text::tr("%1 was not found on %2, or there is no access to it (404).").arg(asked.what, asked.host.name);
        error.remedy = remedyForMissing(answer, asked);
        return error;
    case Error::Kind::Offline:
        error.message = Text::tr("%1 does not work right now (%2).").arg(asked.host.name).arg(answer.status);
        error.remedy = Text::tr("Try again later.");
        return error;
    default:
        if (answer.status == 410)
            error.remedy = Text::tr("If that is about the version of its interface, a newer Slipway helps.");
        return error;
    }
}

Error limited(const Host &host, const QDateTime &until)
{
    return {
        .kind = Error::Kind::RateLimited,
        .message = Text::tr("%1 allows no more requests until %2 UTC.")
                       .arg(host.name, until.toUTC().toString(u"yyyy-MM-dd hh:mm:ss"_s)),
        .remedy = Text::tr("Try again then."),
        .retryAt = until.toUTC(),
    };
}

} // namespace slipway::github
