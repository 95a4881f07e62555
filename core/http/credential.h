// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/origin.h"

#include <QByteArray>

#include <memory>

class QDebug;

namespace slipway::http
{

/// Who asks: an Authorization header that belongs to one origin. It cannot be copied or printed; only the host guard
/// reads it, and only for a request to that origin.
class Credential
{
public:
    /// RFC 7617.
    [[nodiscard]] static std::shared_ptr<const Credential> basic(Origin origin, QByteArrayView user,
                                                                 QByteArrayView password);
    /// RFC 6750, section 2.1.
    [[nodiscard]] static std::shared_ptr<const Credential> bearer(Origin origin, QByteArrayView token);

    Credential(const Credential &) = delete;
    Credential &operator=(const Credential &) = delete;
    ~Credential(); ///< overwrites the header's bytes

    [[nodiscard]] const Origin &origin() const { return m_origin; }

private:
    friend class HostGuard;
    Credential(Origin origin, QByteArray authorization);

    Origin m_origin;
    QByteArray m_authorization;
};

QDebug operator<<(QDebug, const Credential &) = delete;

} // namespace slipway::http
