// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/heap.h"

#include <cstdint>
#include <cstdlib>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

namespace slipway::ctl
{

void useHugePages()
{
#ifdef __GLIBC__
    constexpr int room = 128 << 20; // the largest file that is read takes as much; only what is used is memory
    constexpr int mostMapping = 32 << 20;
    constexpr int usualStep = 1 << 20;
    mallopt(M_ARENA_MAX, 1); // for all threads
    mallopt(M_MMAP_THRESHOLD, mostMapping);
    mallopt(M_TRIM_THRESHOLD, 2 * room);
    mallopt(M_TOP_PAD, room);
    const auto begin = reinterpret_cast<std::uintptr_t>(sbrk(0));
    void *volatile grown = std::malloc(usualStep); // more than there is at first
    std::free(grown);
    const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));
    mallopt(M_TOP_PAD, usualStep);

    const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    const auto first = (begin + page - 1) / page * page;
    if (first < end) // not with another malloc, nor where so much is not allowed
        madvise(reinterpret_cast<void *>(first), end - first, MADV_HUGEPAGE);
#endif
}

} // namespace slipway::ctl
