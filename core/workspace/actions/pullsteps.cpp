// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/actions/pullsteps.h"

#include "core/updates/pullmarker.h"
#include "core/workspace/actions/proposal.h"
#include "core/workspace/text.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

/// An answer that got lost does not say whether the host did it.
bool mayBeDone(const Error &error)
{
    return error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout ||
           error.kind == Error::Kind::Protocol || error.kind == Error::Kind::Conflict;
}

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

QCoro::Task<Result<std::optional<github::PullRequest>>> findPull(ReachPointer reach, Opening opening,
                                                                 std::stop_token stop)
{
    const auto branch = *BranchName::parse(opening.branch);
    const auto open = co_await github::findOpenPulls(reach->github(), reach->connection().repository, branch, stop);
    if (!open)
        co_return failure(open.error());
    for (const auto &pull : *open) {
        if (pull.base.text() == opening.into)
            co_return std::optional(pull);
    }
    co_return std::optional<github::PullRequest>{};
}

/// As it counts when two are compared: hosts and editors end lines, and texts, in ways of their own.
QString plainly(QString text)
{
    return text.replace("\r\n"_L1, "\n"_L1).trimmed();
}

/// With the words that it shall have, or those that it had when it was read.
bool isAsKnown(const github::PullRequest &pull, const Opening &opening)
{
    const auto says = [&](const QString &title, const QString &body) {
        return plainly(pull.title) == plainly(title) && plainly(pull.body) == plainly(body);
    };
    const bool isThatOne = static_cast<int>(pull.number.value) == opening.pullRequest;
    return says(opening.title, opening.body) || (isThatOne && says(opening.titleBefore, opening.bodyBefore));
}

Error rewritten(const github::PullRequest &pull)
{
    return {
        .kind = Error::Kind::Conflict,
        .message =
            Text::tr("Somebody has written into #%1 meanwhile, so its words were left alone.").arg(pull.number.value),
        .remedy = Text::tr("Look at the new preview.")};
}

/// Whether there was anything to do: labels of others stay. GitHub knows a label in any case.
QCoro::Task<Result<bool>> bringLabels(ReachPointer reach, github::PullRequest pull, Opening opening,
                                      std::stop_token stop)
{
    const auto &repository = reach->connection().repository;
    auto wanted = pull.labels;
    wanted.removeIf([&](const QString &label) { return opening.labelsTaken.contains(label, Qt::CaseInsensitive); });
    const bool someGo = wanted.size() < pull.labels.size();
    QStringList missing;
    std::ranges::copy_if(opening.labels, std::back_inserter(missing),
                         [&](const QString &label) { return !pull.labels.contains(label, Qt::CaseInsensitive); });
    if (missing.isEmpty() && !someGo)
        co_return false;
    const auto brought =
        someGo ? co_await github::setLabels(reach->github(), repository, pull.number, wanted + missing, stop)
               : co_await github::addLabels(reach->github(), repository, pull.number, missing, stop);
    co_return brought.transform([] { return true; });
}

QCoro::Task<Result<Opened>> updatePull(ReachPointer reach, github::PullRequest pull, Opening opening,
                                       std::stop_token stop)
{
    const auto &repository = reach->connection().repository;
    Opened opened{
        .number = static_cast<int>(pull.number.value), .url = pull.url.toString(), .how = Opened::How::Unchanged};
    if (!isAsKnown(pull, opening))
        co_return failure(rewritten(pull));
    if (plainly(pull.title) != plainly(opening.title) || plainly(pull.body) != plainly(opening.body)) {
        const auto edited =
            co_await github::editPull(reach->github(), repository, pull.number, opening.title, opening.body, stop);
        if (!edited)
            co_return failure(edited.error());
        opened.how = Opened::How::Updated;
    }
    const auto labelled = co_await bringLabels(reach, pull, opening, stop);
    if (!labelled)
        co_return failure(labelled.error());
    if (*labelled)
        opened.how = Opened::How::Updated;
    co_return opened;
}

} // namespace

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

QCoro::Task<Result<>> bringBranch(ReachPointer reach, BranchName branch, Standing standing, ObjectId commit,
                                  std::stop_token stop)
{
    if (standing.at == commit)
        co_return Result<>{};
    Result<> done;
    const auto &repository = reach->connection().repository;
    if (standing.at) {
        const github::BranchMove move{.branch = branch, .from = *standing.at, .to = commit};
        const auto whole = *reach->learned().repository;
        const auto moved = co_await github::moveBranch(reach->github(), whole, move, stop);
        if (!moved)
            done = failure(moved.error());
    } else {
        done = co_await github::createBranch(reach->github(), repository, branch, commit, stop);
    }
    if (done || !mayBeDone(done.error()))
        co_return done;
    const auto now = co_await github::findBranch(reach->github(), repository, branch, stop);
    if (now && *now == commit)
        co_return Result<>{};
    co_return done;
}

QCoro::Task<Result<>> checkPull(ReachPointer reach, Opening opening, std::stop_token stop)
{
    const auto found = co_await findPull(reach, opening, stop);
    if (!found)
        co_return failure(found.error());
    const auto conflict = [](const QString &message) {
        return failure(
            {.kind = Error::Kind::Conflict, .message = message, .remedy = Text::tr("Look at the new preview.")});
    };
    if (!*found && opening.pullRequest > 0)
        co_return conflict(Text::tr("#%1 is not open any more, so nothing was sent.").arg(opening.pullRequest));
    if (!*found || isAsKnown(**found, opening))
        co_return Result<>{};
    const auto number = static_cast<int>((*found)->number.value);
    co_return conflict(
        number == opening.pullRequest
            ? Text::tr("Somebody has written into #%1 meanwhile, so nothing was sent.").arg(number)
            : Text::tr("#%1 was opened meanwhile for the same branch, so nothing was sent.").arg(number));
}

QCoro::Task<Result<Opened>> bringPullRequest(ReachPointer reach, Opening opening, std::stop_token stop)
{
    auto found = co_await findPull(reach, opening, stop);
    if (!found)
        co_return failure(found.error());
    if (*found)
        co_return co_await updatePull(reach, **found, opening, stop);
    const github::PullDraft draft{.title = opening.title,
                                  .body = opening.body,
                                  .branch = *BranchName::parse(opening.branch),
                                  .base = *BranchName::parse(opening.into)};
    auto made = co_await github::createPull(reach->github(), reach->connection().repository, draft, stop);
    if (made) { // the host may have made something of its own of the words
        opening.pullRequest = static_cast<int>(made->number.value);
        opening.titleBefore = made->title;
        opening.bodyBefore = made->body;
    }
    if (!made && mayBeDone(made.error())) {
        found = co_await findPull(reach, opening, stop);
        if (found && *found)
            made = **found;
    }
    if (!made)
        co_return failure(made.error());
    auto opened = co_await updatePull(reach, *made, opening, stop);
    if (opened)
        opened->how = Opened::How::Created;
    co_return opened;
}

} // namespace slipway::workspace
