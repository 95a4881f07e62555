// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/actions/review.h"

#include "core/github/pulls.h"
#include "core/updates/repository.h"
#include "core/workspace/comparing.h"
#include "core/workspace/text.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

constexpr qsizetype mostFiles = 100;
constexpr qint64 largestFile = 4 << 20;

using FilesPointer = updates::RepositoryFilesPointer;

QCoro::Task<Result<FilesPointer>> filesAt(ReachPointer reach, QString commit, std::stop_token stop)
{
    const auto &repository = reach->connection().repository;
    const auto read = co_await github::readCommit(reach->github(), repository, commit, stop);
    if (!read)
        co_return failure(read.error());
    const auto known = reach->learned().files;
    co_return co_await updates::readRepository(reach->github(), repository, *read, known, {}, stop);
}

QStringList missingBlobs(const FilesPointer &files, const QStringList &paths)
{
    QStringList blobs;
    for (const auto &path : paths) {
        const auto file = files->tree.constFind(path);
        if (file != files->tree.cend() && !files->blobs.contains(file->blob))
            blobs.append(file->blob);
    }
    return blobs;
}

/// Also the bytes of files that planning does not read.
QCoro::Task<Result<FilesPointer>> withAll(ReachPointer reach, FilesPointer files, QStringList paths,
                                          std::stop_token stop)
{
    auto whole = std::make_shared<updates::RepositoryFiles>(*files);
    const auto missing = missingBlobs(files, paths);
    for (const auto &blob : missing) {
        const auto id = *ObjectId::parse(blob);
        const auto bytes =
            co_await github::readBlob(reach->github(), reach->connection().repository, id, largestFile, stop);
        if (!bytes)
            co_return failure(bytes.error());
        whole->blobs.insert(blob, *bytes);
    }
    co_return FilesPointer(whole);
}

Error tooMuch(int number)
{
    return {.kind = Error::Kind::InvalidInput,
            .message = Text::tr("#%1 changes too many files to be shown here.").arg(number),
            .remedy = Text::tr("Look at it on GitHub.")};
}

} // namespace

QCoro::Task<Result<Preview>> reviewPullRequest(ReachPointer reach, int number, std::stop_token stop)
{
    const auto &repository = reach->connection().repository;
    const auto pull = co_await github::readPull(reach->github(), repository, PullNumber{number}, stop);
    if (!pull)
        co_return failure(pull.error());
    const auto base = pull->baseHead.text();
    const auto head = pull->head.text();
    const auto place = co_await github::compareCommits(reach->github(), repository, base, head, 0, stop);
    if (!place)
        co_return failure(place.error());
    const auto mergeBase = place->mergeBase.text();
    auto asking = filesAt(reach, mergeBase, stop);
    const auto after = co_await filesAt(reach, head, stop);
    const auto before = co_await asking;
    if (!before || !after)
        co_return failure(!before ? before.error() : after.error());
    const auto paths = changedPaths({.before = *before, .after = *after});
    if (paths.size() > mostFiles)
        co_return failure(tooMuch(number));
    const auto wholeBefore = co_await withAll(reach, *before, paths, stop);
    const auto wholeAfter = co_await withAll(reach, *after, paths, stop);
    if (!wholeBefore || !wholeAfter)
        co_return failure(!wholeBefore ? wholeBefore.error() : wholeAfter.error());
    const Difference difference{.before = *wholeBefore, .after = *wholeAfter};
    const auto into = pull->base.text();
    const auto client = reach->registries();
    const auto made = co_await compared(reach, client.get(), difference, into, mergeBase, stop);
    co_return made.transform([](const Compared &all) { return all.preview; });
}

} // namespace slipway::workspace
