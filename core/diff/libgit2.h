// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <git2.h>

#include <new>

namespace slipway::diff
{

/// libgit2 is started by the first who asks, and stays.
inline void startLibgit2()
{
    struct Started
    {
        Started() { git_libgit2_init(); }
        ~Started() { git_libgit2_shutdown(); }
        Started(const Started &) = delete;
        Started &operator=(const Started &) = delete;
    };
    static const Started started;
}

/// Texts in memory leave libgit2 nothing to fail at but a lack of memory.
inline void check(int status)
{
    if (status < 0)
        throw std::bad_alloc();
}

} // namespace slipway::diff
