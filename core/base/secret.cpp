// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret.h"

#include <sodium.h>

#include <utility>

namespace slipway
{

Secret::Secret(QByteArrayView bytes)
    : m_bytes(bytes.begin(), bytes.end())
{
}

Secret::~Secret()
{
    wipe();
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
    }
    return *this;
}

bool Secret::equals(QByteArrayView other) const
{
    return std::cmp_equal(m_bytes.size(), other.size()) &&
           sodium_memcmp(m_bytes.data(), other.data(), m_bytes.size()) == 0;
}

void Secret::wipe()
{
    sodium_memzero(m_bytes.data(), m_bytes.size());
}

} // namespace slipway
