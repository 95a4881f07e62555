// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/errors.h"

#include "ui/words/text.h"

using namespace Qt::StringLiterals;

namespace slipway::words
{

namespace
{

using Kind = Error::Kind;

bool passesByItself(Kind kind)
{
    return kind == Kind::Offline || kind == Kind::RateLimited || kind == Kind::Cancelled;
}

QString iconOf(Kind kind)
{
    switch (kind) {
    case Kind::Offline: return u"offline"_s;
    case Kind::RateLimited: return u"clock"_s;
    case Kind::Cancelled: return u"info"_s;
    case Kind::Unauthorized:
    case Kind::Forbidden: return u"lock"_s;
    default: return u"state-failed"_s;
    }
}

QString buttonOf(Kind kind)
{
    switch (kind) {
    case Kind::Offline: return Text::tr("Try now");
    case Kind::Timeout:
    case Kind::RateLimited:
    case Kind::Protocol:
    case Kind::Storage: return Text::tr("Try again");
    case Kind::Unauthorized:
    case Kind::Forbidden: return Text::tr("Sign in…");
    case Kind::Conflict: return Text::tr("Show new preview");
    default: return {};
    }
}

/// The end of the first sentence: a full stop with a space after it, so neither "1.5.0" nor "docker.io" ends one.
qsizetype endOfFirst(const QString &text)
{
    const auto stop = text.indexOf(u". "_s);
    return stop < 0 ? text.size() : stop + 1;
}

} // namespace

Said said(const Error &error)
{
    const auto end = endOfFirst(error.message);
    auto more = error.message.sliced(end).trimmed();
    if (!error.remedy.isEmpty())
        more += (more.isEmpty() ? u""_s : u" "_s) + error.remedy;
    return {.weight = passesByItself(error.kind) ? Said::Weight::Notice : Said::Weight::Failure,
            .icon = iconOf(error.kind),
            .what = error.message.first(end),
            .more = more,
            .button = buttonOf(error.kind),
            .wantsSignIn = error.kind == Kind::Unauthorized || error.kind == Kind::Forbidden};
}

QString details(const Error &error)
{
    QStringList lines{error.message};
    for (const auto &line : {error.remedy, error.details}) {
        if (!line.isEmpty())
            lines.append(line);
    }
    lines.append(u"Slipway " SLIPWAY_VERSION ", " + QSysInfo::prettyProductName());
    return lines.join(u'\n');
}

} // namespace slipway::words
