// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QDebug;

namespace slipway
{

/// A token or password in memory: moved, never copied, overwritten at its end, impossible to print.
class Secret
{
public:
    explicit Secret(QByteArrayView bytes);
    ~Secret();
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;

    /// A view for the one call that needs it; it ends with this object.
    [[nodiscard]] QByteArrayView reveal() const { return m_bytes; }

private:
    QByteArray m_bytes; ///< its own memory, shared with nobody
};

QDebug operator<<(QDebug, const Secret &) = delete;

} // namespace slipway
