// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/refusal.h"

#include "core/registry/text.h"

using namespace Qt::StringLiterals;

namespace slipway::registry
{

Error refusal(const QString &what, int status, const QString &remedy)
{
    const auto noAccess = Text::tr("%1 was not found, or there is no access to it (%2).");
    switch (status) {
    case 401: return {Error::Kind::Unauthorized, noAccess.arg(what).arg(status), remedy};
    case 403: return {Error::Kind::Forbidden, noAccess.arg(what).arg(status), remedy};
    case 404: return {Error::Kind::NotFound, noAccess.arg(what).arg(status), remedy};
    default:
        return {Error::Kind::Protocol,
                Text::tr("The registry's answer about %1 is none (status %2).").arg(what).arg(status)};
    }
}

Error about(const QString &what, Error error)
{
    if (error.kind != Error::Kind::Cancelled)
        error.message.prepend(what + u": "_s);
    return error;
}

} // namespace slipway::registry
