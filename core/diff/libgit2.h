// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <git2.h>

#include <new>

namespace slipway::diff
{

/// The functions of libgit2 that are used here, under its own names without the prefix.
struct LibGit2
{
    decltype(&::git_diff_options_init) diffOptionsInit = nullptr;
    decltype(&::git_patch_from_buffers) patchFromBuffers = nullptr;
    decltype(&::git_patch_num_hunks) patchNumHunks = nullptr;
    decltype(&::git_patch_get_hunk) patchGetHunk = nullptr;
    decltype(&::git_patch_get_line_in_hunk) patchGetLineInHunk = nullptr;
    decltype(&::git_patch_free) patchFree = nullptr;
    decltype(&::git_merge_file_input_init) mergeFileInputInit = nullptr;
    decltype(&::git_merge_file) mergeFile = nullptr;
    decltype(&::git_merge_file_result_free) mergeFileResultFree = nullptr;
};

/// Loads and starts libgit2 when it is first asked for, from any thread: linking a program with it and the fifteen
/// libraries that it brings takes 4 ms of each start. Where it is not installed the program ends here, and says why.
[[nodiscard]] const LibGit2 &libgit2();

/// Texts in memory leave libgit2 nothing to fail at but a lack of memory.
inline void check(int status)
{
    if (status < 0)
        throw std::bad_alloc();
}

} // namespace slipway::diff
