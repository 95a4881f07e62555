// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/writes.h"

#include "core/simulator/githistory.h"
#include "core/simulator/pulls.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator
{
namespace
{

using Kind = RefObjection::Kind;
using Found = std::optional<RefObjection>;

bool isWorkflow(const QString &path)
{
    return path.startsWith(".github/workflows/"_L1);
}

git::Paths workflows(const Repository &repository, const ObjectId &commit)
{
    auto paths = git::pathsOf(repository.objects, repository.objects.commits.value(commit).tree);
    paths.removeIf([](const auto &entry) { return !isWorkflow(entry.key()); });
    return paths;
}

/// A branch "a" and a branch "a/b" cannot both be there.
bool standsInTheWay(const Repository &repository, const QString &ref)
{
    return std::any_of(repository.refs.keyBegin(), repository.refs.keyEnd(), [&](const QString &other) {
        return other.startsWith(ref + u'/') || ref.startsWith(other + u'/');
    });
}

Found movingObjection(const Repository &repository, const RefChange &change, const ObjectId &now)
{
    const auto &commits = repository.objects.commits;
    if (!commits.contains(change.after))
        return RefObjection{Kind::NoObject, u"Object does not exist"_s};
    if (!now.isEmpty() && !change.force && git::mergeBase(repository.objects, now, change.after) != now)
        return RefObjection{Kind::NotForward, u"Update is not a fast forward"_s};
    return {};
}

} // namespace

bool isRefName(const QString &ref)
{
    static const QRegularExpression forbidden{uR"([\x00-\x20~^:?*\[\\\x7f]|\.\.|@\{|//)"_s};
    const auto parts = ref.split(u'/');
    return parts.size() >= 3 && parts.first() == "refs"_L1 && !forbidden.match(ref).hasMatch() &&
           std::ranges::none_of(parts, [](const QString &part) {
               return part.isEmpty() || part.startsWith(u'.') || part.endsWith(u'.') || part.endsWith(".lock"_L1);
           });
}

bool changesWorkflows(const Repository &repository, const ObjectId &commit)
{
    return workflows(repository, commit) != workflows(repository, branch(repository, repository.defaultBranch));
}

std::optional<RefObjection> objection(const Repository &repository, const Viewer &viewer, const RefChange &change)
{
    const auto now = repository.refs.value(change.ref);
    if (!isRefName(change.ref))
        return RefObjection{Kind::BadName, u"Reference name must start with 'refs/' and be valid"_s};
    if (change.before && *change.before != now) {
        const bool exists = change.before->isEmpty();
        return RefObjection{exists ? Kind::Exists : Kind::Moved,
                            exists ? u"A ref named \"%1\" already exists in the repository."_s.arg(change.ref)
                                   : u"is at %1 but expected %2"_s.arg(now, *change.before)};
    }
    if (change.after.isEmpty())
        return now.isEmpty() ? Found{{Kind::Missing, u"Reference does not exist"_s}} : Found{};
    if (now.isEmpty() && standsInTheWay(repository, change.ref))
        return RefObjection{Kind::BadName, u"Reference update failed"_s};
    if (auto found = movingObjection(repository, change, now))
        return found;
    if (!mayWriteWorkflows(viewer) && changesWorkflows(repository, change.after))
        return RefObjection{Kind::Workflows, u"Not Found"_s};
    return {};
}

void carryOut(World &world, Repository &repository, const RefChange &change, const QString &login)
{
    constexpr auto heads = "refs/heads/"_L1;
    if (change.ref.startsWith(heads)) {
        const auto branch = change.ref.sliced(heads.size());
        for (auto &pull : repository.pulls)
            if (change.after.isEmpty() && pull.isOpen() && pull.head == branch)
                closePull(world, repository, pull, login);
        moveBranch(world, repository, branch, change.after);
    } else if (change.after.isEmpty())
        repository.refs.remove(change.ref);
    else
        repository.refs.insert(change.ref, change.after);
}

} // namespace slipway::simulator
