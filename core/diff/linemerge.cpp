// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/linemerge.h"

#include "core/diff/libgit2.h"

namespace slipway::diff
{

namespace
{

git_merge_file_input inputOf(const QByteArray &text)
{
    git_merge_file_input input;
    check(libgit2().mergeFileInputInit(&input, GIT_MERGE_FILE_INPUT_VERSION));
    input.ptr = text.constData();
    input.size = static_cast<size_t>(text.size());
    return input;
}

} // namespace

std::optional<QByteArray> merged(const QByteArray &base, const QByteArray &ours, const QByteArray &theirs)
{
    const auto baseInput = inputOf(base);
    const auto ourInput = inputOf(ours);
    const auto theirInput = inputOf(theirs);
    git_merge_file_result result{};
    check(libgit2().mergeFile(&result, &baseInput, &ourInput, &theirInput, nullptr));

    std::optional<QByteArray> text;
    if (result.automergeable != 0)
        text = QByteArray{result.ptr, static_cast<qsizetype>(result.len)};
    libgit2().mergeFileResultFree(&result);
    return text;
}

} // namespace slipway::diff
