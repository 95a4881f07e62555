// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/actions/moved.h"

#include "core/workspace/text.h"

#include <algorithm>

namespace slipway::workspace
{
namespace
{

constexpr int mostCommits = 100;

/// The first file of a preview that the branch has otherwise now; empty if it has them all as they were.
QString changedFile(const Preview &preview, const updates::RepositoryFiles &files)
{
    for (const auto &file : preview.files) {
        const auto now = files.tree.value(file.path).blob;
        const auto before = file.isNew ? QString{} : ObjectId::ofBlob(file.before).text();
        if (now != before)
            return file.path;
    }
    return {};
}

QString nameOf(const github::Commit &commit)
{
    return commit.author.login.isEmpty() ? commit.author.name : commit.author.login;
}

/// Who made all of them; empty if several people did, or not all are known.
QString onlyAuthor(const github::Comparison &since)
{
    const auto &commits = since.commits;
    if (since.status != github::Comparison::Status::Ahead || commits.size() != since.aheadBy)
        return {};
    const auto name = nameOf(commits.first());
    const auto isTheirs = [&name](const github::Commit &commit) { return nameOf(commit) == name; };
    return std::ranges::all_of(commits, isTheirs) ? name : QString{};
}

QString ago(qint64 minutes)
{
    if (minutes < 1)
        return Text::tr("just now");
    constexpr int hour = 60;
    return minutes < 2 * hour ? Text::tr("%1 min ago").arg(minutes) : Text::tr("%1 h ago").arg(minutes / hour);
}

Error fileChanged(const QString &said)
{
    return {.kind = Error::Kind::Conflict, .message = Text::tr("%1, so nothing was written.").arg(said)};
}

} // namespace

Error baseMoved(const QString &into)
{
    return {.kind = Error::Kind::Conflict,
            .message = Text::tr("%1 has moved since this preview, so nothing was sent.").arg(into)};
}

QCoro::Task<Error> whyBaseMoved(ReachPointer reach, Base base, Preview preview, std::stop_token stop)
{
    const auto file = changedFile(preview, *base.files);
    if (file.isEmpty() || base.branch.text() != preview.into)
        co_return baseMoved(preview.into);
    const auto &repository = reach->connection().repository;
    const auto head = base.commit.id.text();
    const auto before = preview.baseCommit;
    const auto since = co_await github::compareCommits(reach->github(), repository, before, head, mostCommits, stop);
    const auto author = since ? onlyAuthor(*since) : QString{};
    if (author.isEmpty())
        co_return fileChanged(Text::tr("%1 was changed since this preview").arg(file));
    if (since->commits.size() > 1) // any of them may be the one
        co_return fileChanged(Text::tr("%1 was changed by %2 since this preview").arg(file, author));
    const auto minutes = base.commit.committed.secsTo(reach->clock().now()) / 60;
    co_return fileChanged(Text::tr("%1 was changed by %2 %3").arg(file, author, ago(minutes)));
}

} // namespace slipway::workspace
