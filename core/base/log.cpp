// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include <QRegularExpression>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Finds a secret; what is captured before it stays.
const QRegularExpression &secretPattern()
{
    static const QRegularExpression pattern{
        QStringList{
            // access tokens with a prefix; longer forms have a JWT behind it
            u"(gh[pousr]_|github_pat_|glpat-|dckr_(?:pat|oat)_)[\\w.-]+"_s,
            // the value of an Authorization header, but not what a challenge asks for
            u"\\b((?:basic|bearer)\\s+)(?![a-z_]+=\")[\\w+/=.~-]+"_s,
            // JSON Web Tokens
            u"(?<![a-z0-9])()eyJ[\\w-]+\\.[\\w.-]+"_s,
            // user and password of a URL
            u"(://)[^/\\s?#\"'<>]+(?=@)"_s,
            // values in a query or a form, also of a URL within a URL
            u"((?:\\b|%3f|%26|u0026)(?:sig|signature|x-(?:amz|goog|ms)-[a-z-]+|(?:access_|refresh_|id_)?token"
            "|client_secret|secret|password)(?:=|%3d))[^&\\s\"'<>#]+"_s,
        }
            .join(u'|')
            .prepend("(?|"_L1)
            .append(u')'),
        QRegularExpression::CaseInsensitiveOption,
    };
    return pattern;
}

QtMessageHandler nextHandler = nullptr;

void writeRedacted(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    nextHandler(type, context, redacted(message));
}

} // namespace

QString redacted(QString text)
{
    return text.replace(secretPattern(), u"\\1***"_s);
}

void redactLog()
{
    if (const auto previous = qInstallMessageHandler(writeRedacted); previous != writeRedacted)
        nextHandler = previous;
}

} // namespace slipway
