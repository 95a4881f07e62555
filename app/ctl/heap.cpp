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
    constexpr int room = 32 << 20;        // most plans need less; what comes after it has small pages
    constexpr std::size_t more = 1 << 20; // than there is at first
    mallopt(M_ARENA_MAX, 1);              // for all threads
    mallopt(M_MMAP_THRESHOLD, room);
    mallopt(M_TOP_PAD, room);
    const auto begin = reinterpret_cast<std::uintptr_t>(sbrk(0));
    void *volatile grown = std::malloc(more); // or it would be left out, with what it is for
    std::free(grown);
    const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));

    const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    const auto first = (begin + page - 1) / page * page;
    if (first < end) // not with another malloc
        madvise(reinterpret_cast<void *>(first), end - first, MADV_HUGEPAGE);
#endif
}

} // namespace slipway::ctl
