// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/heap.h"

#include <cstddef>
#include <cstdlib>
#include <malloc.h>
#include <memory>
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
    void *begin = sbrk(0);
    void *volatile grown = std::malloc(usualStep); // more than there is at first
    std::free(grown);
    auto grownBy = static_cast<std::size_t>(static_cast<char *>(sbrk(0)) - static_cast<char *>(begin));
    mallopt(M_TOP_PAD, usualStep);

    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    if (std::align(page, page, begin, grownBy)) // not with another malloc, nor where so much is not allowed
        madvise(begin, grownBy, MADV_HUGEPAGE);
#endif
}

} // namespace slipway::ctl
