// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret.h"

#include <cstring>
#include <utility>

namespace slipway
{

Secret::Secret(QByteArrayView bytes)
    : m_bytes{bytes.data(), bytes.size()}
{
}

Secret::~Secret()
{
    if (!m_bytes.isEmpty())
        explicit_bzero(m_bytes.data(), static_cast<size_t>(m_bytes.size()));
}

Secret::Secret(Secret &&other) noexcept
    : m_bytes{std::exchange(other.m_bytes, {})}
{
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

} // namespace slipway
