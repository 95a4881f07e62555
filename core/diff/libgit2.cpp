// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/libgit2.h"

#include "core/base/sharedlibrary.h"

namespace slipway::diff
{

using namespace Qt::StringLiterals;

namespace
{

/// Started for as long as the program runs.
struct Started
{
    Started()
    {
        SharedLibrary library{u"git2"_s, QStringLiteral(LIBGIT2_SOVERSION)};
        decltype(&::git_libgit2_init) init = nullptr;
        library(init, "git_libgit2_init")(shutdown, "git_libgit2_shutdown");
        library(functions.diffOptionsInit, "git_diff_options_init");
        library(functions.patchFromBuffers, "git_patch_from_buffers");
        library(functions.patchNumHunks, "git_patch_num_hunks");
        library(functions.patchGetHunk, "git_patch_get_hunk");
        library(functions.patchGetLineInHunk, "git_patch_get_line_in_hunk");
        library(functions.patchFree, "git_patch_free");
        library(functions.mergeFileInputInit, "git_merge_file_input_init");
        library(functions.mergeFile, "git_merge_file");
        library(functions.mergeFileResultFree, "git_merge_file_result_free");
        if (!library.isWhole() || init() < 0)
            qFatal("libgit2 " LIBGIT2_SOVERSION " cannot be loaded: it is not installed, or damaged.");
    }
    ~Started() { shutdown(); }
    Started(const Started &) = delete;
    Started &operator=(const Started &) = delete;

    LibGit2 functions;
    decltype(&::git_libgit2_shutdown) shutdown = nullptr;
};

} // namespace

const LibGit2 &libgit2()
{
    static const Started started;
    return started.functions;
}

} // namespace slipway::diff
