// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/actions/openpull.h"

#include "core/updates/pulltext.h"
#include "core/updates/survey.h"
#include "core/workspace/actions/bringpull.h"
#include "core/workspace/actions/moved.h"
#include "core/workspace/actions/pullsteps.h"
#include "core/workspace/rows.h"
#include "core/workspace/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

Error imageMoved(const Move &move)
{
    return {.kind = Error::Kind::Conflict,
            .message = Text::tr("%1 of %2 is another image since this preview, so nothing was sent.")
                           .arg(move.to.tag, move.service)};
}

Error isOthers(const QString &branch)
{
    return {.kind = Error::Kind::Conflict,
            .message = Text::tr("Somebody else has put commits on %1, so it was left alone.").arg(branch),
            .remedy = Text::tr("Merge or close its pull request, or delete the branch.")};
}

/// Whether the tag still leads to the image that was previewed.
QCoro::Task<Result<>> checkImage(registry::Client *client, ImageRepository repository, Move move, std::stop_token stop)
{
    const auto name = move.to.tag.isEmpty() && move.to.digest ? move.to.digest->text() : move.to.tag;
    const auto manifest = co_await client->manifest(repository, name, stop);
    if (!manifest && manifest.error().kind != Error::Kind::NotFound)
        co_return failure(manifest.error());
    const auto isThere =
        manifest && (!move.to.digest || manifest->digest == *move.to.digest ||
                     std::ranges::contains(manifest->children, *move.to.digest, &registry::Manifest::Child::digest));
    co_return isThere ? Result<>{} : failure(imageMoved(move));
}

QCoro::Task<Result<>> checkImages(ReachPointer reach, Base base, Preview preview, std::stop_token stop)
{
    const auto survey =
        co_await updates::surveyAside({.source = updates::repositoryReader(base.files)}, updates::Keep::NamesOnly);
    if (!survey)
        co_return failure(survey.error());
    const auto images = imagesOf(*survey);
    const auto client = reach->registries();
    for (const auto &update : std::as_const(preview.updates)) {
        const auto image = images.constFind(update.key);
        if (image == images.cend())
            co_return failure(baseMoved(preview.into));
        const auto repository = image->repository;
        const auto checked = co_await checkImage(client.get(), repository, update.move, stop);
        if (!checked)
            co_return checked;
    }
    co_return Result<>{};
}

Opening openingOf(const Draft &draft)
{
    return {.branch = draft.branch,
            .into = draft.into,
            .pullRequest = draft.pullRequest,
            .titleBefore = draft.titleBefore,
            .bodyBefore = draft.bodyBefore,
            .title = draft.title,
            .body = draft.text + u'\n' + draft.markers.join(u'\n') + u'\n',
            .labels = draft.labels,
            .labelsTaken = draft.labelsTaken};
}

Error tooLong()
{
    return {.kind = Error::Kind::InvalidInput,
            .message = Text::tr("The text is too long: with its hidden lines, GitHub takes %L1 characters.")
                           .arg(updates::longestPullBody),
            .remedy = Text::tr("Shorten it.")};
}

/// A later try for a branch takes the place of an earlier one that did not end.
Result<qint64> writeDown(Reach &reach, const Opening &opening)
{
    const auto earlierOnes = reach.state().begun(reach.id());
    for (const auto &begun : earlierOnes) {
        const auto earlier = openingFrom(begun.what);
        if (begun.kind == QLatin1StringView(openingKind) && earlier && earlier->branch == opening.branch)
            reach.state().end(begun.id);
    }
    return reach.state().begin(reach.id(), QString::fromLatin1(openingKind), toBytes(opening));
}

/// Whether the branch holds just this change already.
QCoro::Task<Result<bool>> isThere(ReachPointer reach, Base base, Draft draft, Standing standing, std::stop_token stop)
{
    if (!standing.at)
        co_return false;
    const auto &repository = reach->connection().repository;
    const auto name = standing.at->text();
    const auto head = co_await github::readCommit(reach->github(), repository, name, stop);
    if (!head)
        co_return failure(head.error());
    if (head->parents != QList{base.commit.id})
        co_return false;
    const auto tree = co_await github::readTree(reach->github(), repository, head->tree, stop);
    if (!tree)
        co_return failure(tree.error());
    auto wanted = base.files->tree;
    for (const auto &file : std::as_const(draft.preview.files)) {
        auto &entry = wanted[file.path];
        entry.blob = ObjectId::ofBlob(file.after).text();
        entry.size = file.after.size();
    }
    co_return updates::filesOf(*tree) == wanted;
}

/// From here on something is changed on GitHub: what is done is in the journal first.
QCoro::Task<Result<Opened>> send(ReachPointer reach, Base base, Draft draft, Standing standing, bool isUnchanged,
                                 qint64 journal, std::stop_token stop)
{
    auto opening = openingOf(draft);
    const auto branch = *BranchName::parse(draft.branch);
    const auto made = isUnchanged ? Result<MadeCommit>(MadeCommit{.id = *standing.at})
                                  : co_await makeCommit(reach, base, draft, stop);
    if (!made)
        co_return failure(made.error());
    opening.commit = made->id.text();
    if (const auto noted = reach->state().note(journal, toBytes(opening)); !noted)
        co_return failure(noted.error());
    const auto id = made->id;
    const auto brought = co_await bringBranch(reach, branch, standing, id, stop);
    if (!brought)
        co_return failure(brought.error());
    reach->state().keep(reach->id(), writtenName(draft.branch), opening.commit.toUtf8());
    if (made->workBranch) {
        const auto work = *made->workBranch;
        static_cast<void>(co_await github::deleteBranch(reach->github(), reach->connection().repository, work, stop));
    }
    auto opened = co_await bringPullRequest(reach, opening, stop);
    if (opened && opened->how == Opened::How::Unchanged && !isUnchanged)
        opened->how = Opened::How::Updated;
    if (opened)
        opened->wasReadBefore = *brought == github::Guard::ReadBefore;
    co_return opened;
}

/// Whether it is known that nothing of it is under way any more.
bool isSettled(const Result<Opened> &opened)
{
    if (opened)
        return true;
    const auto kind = opened.error().kind;
    return kind != Error::Kind::Offline && kind != Error::Kind::Timeout && kind != Error::Kind::Cancelled &&
           kind != Error::Kind::Protocol;
}

} // namespace

QCoro::Task<Result<Opened>> openPullRequest(ReachPointer reach, Draft draft, std::stop_token stop)
{
    const auto branch = BranchName::parse(draft.branch);
    if (!branch)
        co_return failure(branch.error());
    if (draft.title.trimmed().isEmpty())
        co_return failure({.kind = Error::Kind::InvalidInput, .message = Text::tr("A pull request needs a title.")});
    if (openingOf(draft).body.size() > updates::longestPullBody)
        co_return failure(tooLong());
    const auto base = co_await askBase(reach, stop);
    if (!base)
        co_return failure(base.error());
    const auto preview = draft.preview;
    if (base->commit.id.text() != preview.baseCommit || base->branch.text() != draft.into) {
        const auto why = co_await whyBaseMoved(reach, *base, preview, stop);
        co_return failure(why);
    }
    if (const auto checked = co_await checkImages(reach, *base, preview, stop); !checked)
        co_return failure(checked.error());
    const auto standing = co_await askStanding(reach, *branch, base->branch, stop);
    if (!standing)
        co_return failure(standing.error());
    if (!standing->isOurs)
        co_return failure(isOthers(draft.branch));
    if (const auto checked = co_await checkPull(reach, openingOf(draft), stop); !checked)
        co_return failure(checked.error());
    const auto isUnchanged = co_await isThere(reach, *base, draft, *standing, stop);
    if (!isUnchanged)
        co_return failure(isUnchanged.error());
    const auto journal = writeDown(*reach, openingOf(draft));
    if (!journal)
        co_return failure(journal.error());
    const auto opened = co_await send(reach, *base, draft, *standing, *isUnchanged, *journal, stop);
    if (isSettled(opened))
        reach->state().end(*journal);
    co_return opened;
}

} // namespace slipway::workspace
