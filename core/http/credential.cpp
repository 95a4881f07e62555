// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/credential.h"

namespace slipway::http
{

Credential::Credential(Origin origin, QByteArray authorization)
    : m_origin(std::move(origin))
    , m_authorization(std::move(authorization))
{
}

Credential::~Credential()
{
    m_authorization.fill('\0');
}

std::shared_ptr<const Credential> Credential::basic(Origin origin, QByteArrayView user, QByteArrayView password)
{
    const QByteArray pair = user.toByteArray() + ':' + password.toByteArray();
    return std::shared_ptr<const Credential>(new Credential(std::move(origin), "Basic " + pair.toBase64()));
}

std::shared_ptr<const Credential> Credential::bearer(Origin origin, QByteArrayView token)
{
    return std::shared_ptr<const Credential>(new Credential(std::move(origin), "Bearer " + token.toByteArray()));
}

} // namespace slipway::http
