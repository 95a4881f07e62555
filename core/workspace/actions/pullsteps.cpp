// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/actions/pullsteps.h"

#include "core/updates/pullmarker.h"
#include "core/workspace/actions/proposal.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

std::optional<ObjectId> baseOf(const updates::Markers &markers)
{
    if (!markers.updates.isEmpty())
        return markers.updates.first().base;
    return markers.policies.isEmpty() ? std::nullopt : std::optional(markers.policies.first().base);
}

QCoro::Task<Result<updates::RepositoryFilesPointer>> filesOf(ReachPointer reach, github::Commit commit,
                                                             std::stop_token stop)
{
    const auto known = reach->learned().files;
    co_return co_await updates::readRepository(reach->github(), reach->connection().repository, commit, known, {},
                                               stop);
}

/// Whether one commit on the markers' base is all that is there, with exactly what the markers say.
QCoro::Task<Result<bool>> isProven(ReachPointer reach, ObjectId at, updates::Markers markers, std::stop_token stop)
{
    const auto &repository = reach->connection().repository;
    const auto base = baseOf(markers);
    if (!base)
        co_return false;
    const auto &name = at.text();
    const auto head = co_await github::readCommit(reach->github(), repository, name, stop);
    if (!head)
        co_return failure(head.error());
    if (head->parents != QList{*base})
        co_return false;
    const auto baseName = base->text();
    const auto parent = co_await github::readCommit(reach->github(), repository, baseName, stop);
    if (!parent)
        co_return failure(parent.error());
    const auto before = co_await filesOf(reach, *parent, stop);
    const auto after = co_await filesOf(reach, *head, stop);
    if (!before || !after)
        co_return failure(!before ? before.error() : after.error());
    co_return isOurWriting(*before, *after, markers);
}

QCoro::Task<Result<bool>> hasNothingOfItsOwn(ReachPointer reach, BranchName into, ObjectId at, std::stop_token stop)
{
    const auto &base = into.text();
    const auto &head = at.text();
    const auto compared =
        co_await github::compareCommits(reach->github(), reach->connection().repository, base, head, 0, stop);
    co_return compared.transform([](const github::Comparison &place) { return place.aheadBy == 0; });
}

github::FileMode modeOf(const updates::RepositoryFiles &files, const QString &path)
{
    switch (files.tree.value(path).kind) {
    case updates::TreeFile::Kind::Executable: return github::FileMode::Executable;
    case updates::TreeFile::Kind::Link: return github::FileMode::Link;
    case updates::TreeFile::Kind::File: break;
    }
    return github::FileMode::File;
}

QList<github::FileContent> contentsOf(const Preview &preview, const updates::RepositoryFiles &files)
{
    QList<github::FileContent> contents;
    for (const auto &file : preview.files)
        contents.append({.path = file.path, .mode = modeOf(files, file.path), .content = file.after});
    return contents;
}

/// A branch for the time in which the host makes a signed commit: it wants one to stand on.
BranchName workBranch(const QString &branch, const QString &commit)
{
    const auto hash = QCryptographicHash::hash((branch + u' ' + commit).toUtf8(), QCryptographicHash::Sha256).toHex();
    return *BranchName::parse(QString(u"slipway/work/"_s + QString::fromLatin1(hash.first(12))));
}

QCoro::Task<Result<MadeCommit>> makeSigned(ReachPointer reach, Base base, Draft draft, std::stop_token stop)
{
    const auto &repository = reach->connection().repository;
    const auto branch = workBranch(draft.branch, base.commit.id.text());
    // one that a crash left behind is not built upon
    if (const auto gone = co_await github::deleteBranch(reach->github(), repository, branch, stop); !gone)
        co_return failure(gone.error());
    if (const auto made = co_await github::createBranch(reach->github(), repository, branch, base.commit.id, stop);
        !made)
        co_return failure(made.error());
    const auto files = contentsOf(draft.preview, *base.files);
    const auto parent = base.commit.id;
    const auto title = draft.title;
    const auto commit = co_await github::commitSigned(reach->github(), repository, branch, parent, title, files, stop);
    co_return commit.transform([&](const ObjectId &id) { return MadeCommit{.id = id, .workBranch = branch}; });
}

} // namespace

bool mayBeDone(const Error &error)
{
    return error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout ||
           error.kind == Error::Kind::Protocol || error.kind == Error::Kind::Conflict;
}

QCoro::Task<Result<Standing>> askStanding(ReachPointer reach, BranchName branch, BranchName into, std::stop_token stop)
{
    const auto &repository = reach->connection().repository;
    const auto at = co_await github::findBranch(reach->github(), repository, branch, stop);
    if (!at)
        co_return failure(at.error());
    Standing standing{.at = *at};
    if (!standing.at)
        co_return standing;
    const auto written = reach->state().kept(reach->id(), writtenName(branch.text()));
    if (written == standing.at->text().toUtf8())
        co_return standing;
    const auto pulls = co_await askOurPulls(reach, stop);
    if (!pulls)
        co_return failure(pulls.error());
    const auto pull = std::ranges::find_if(*pulls, [&](const github::UpdatePull &each) {
        return each.pull.branch == branch && each.pull.head == *standing.at;
    });
    if (pull != pulls->end()) {
        const auto markers = updates::readMarkers(pull->pull.body);
        const auto proven = co_await isProven(reach, *standing.at, markers, stop);
        if (!proven)
            co_return failure(proven.error());
        if (*proven)
            co_return standing;
    }
    const auto isEmpty = co_await hasNothingOfItsOwn(reach, into, *standing.at, stop);
    if (!isEmpty)
        co_return failure(isEmpty.error());
    standing.isOurs = *isEmpty;
    co_return standing;
}

QCoro::Task<Result<MadeCommit>> makeCommit(ReachPointer reach, Base base, Draft draft, std::stop_token stop)
{
    const auto &repository = reach->connection().repository;
    const auto into = base.branch;
    const auto isSigned = co_await github::wantsSignatures(reach->github(), repository, into, stop);
    if (!isSigned)
        co_return failure(isSigned.error());
    if (*isSigned)
        co_return co_await makeSigned(reach, base, draft, stop);
    const auto files = contentsOf(draft.preview, *base.files);
    const auto baseTree = base.commit.tree;
    const auto tree = co_await github::createTree(reach->github(), repository, baseTree, files, stop);
    if (!tree)
        co_return failure(tree.error());
    const auto parent = base.commit.id;
    const auto title = draft.title;
    const auto commit = co_await github::createCommit(reach->github(), repository, title, *tree, parent, stop);
    co_return commit.transform([](const ObjectId &id) { return MadeCommit{.id = id}; });
}

QCoro::Task<Result<github::Guard>> bringBranch(ReachPointer reach, BranchName branch, Standing standing,
                                               ObjectId commit, std::stop_token stop)
{
    auto guard = github::Guard::Atomic;
    if (standing.at == commit)
        co_return guard;
    Result<> done;
    const auto &repository = reach->connection().repository;
    if (standing.at) {
        const github::BranchMove move{.branch = branch, .from = *standing.at, .to = commit};
        const auto whole = *reach->learned().repository;
        const auto moved = co_await github::moveBranch(reach->github(), whole, move, stop);
        if (moved)
            guard = *moved;
        else
            done = failure(moved.error());
    } else {
        done = co_await github::createBranch(reach->github(), repository, branch, commit, stop);
    }
    if (!done && mayBeDone(done.error())) {
        const auto now = co_await github::findBranch(reach->github(), repository, branch, stop);
        if (now && *now == commit)
            done = {};
    }
    co_return done.transform([&] { return guard; });
}

} // namespace slipway::workspace
