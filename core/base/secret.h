// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <vector>

class QDebug;

namespace slipway
{

/// A token or key in memory: moved, never copied, wiped at the end, impossible to print.
class Secret
{
public:
    /// Copies the bytes; wiping the ones that were given is up to the caller.
    explicit Secret(QByteArrayView bytes);
    ~Secret();
    Secret(Secret &&) noexcept = default;
    Secret &operator=(Secret &&other) noexcept;

    /// A view for the one call that needs it; it ends with this object.
    [[nodiscard]] QByteArrayView reveal() const { return m_bytes; }
    [[nodiscard]] bool equals(QByteArrayView other) const; ///< takes the same time wherever they differ

private:
    void wipe();

    std::vector<char> m_bytes; // never grows, so it leaves no copies behind; a moved one is empty
};

QDebug operator<<(QDebug, const Secret &) = delete;

} // namespace slipway
