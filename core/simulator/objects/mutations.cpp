// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/labels.h"
#include "core/simulator/api/nodeid.h"
#include "core/simulator/api/writes.h"
#include "core/simulator/objects/site.h"
#include "core/simulator/pulls.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator::objects
{
namespace
{

using graphql::fixed;
using Fields = QHash<QString, graphql::Resolver>;

Problem unprocessable(const QString &message)
{
    return {u"UNPROCESSABLE"_s, message};
}

/// Why the viewer may not write there; nothing if they may.
std::optional<Problem> objection(const Site &site, const Repository *repository, const QString &what)
{
    if (!repository)
        return notFound(u"Could not resolve to a node with the global id of '%1'."_s.arg(what));
    if (mayWrite(site.viewer, *repository))
        return {};
    if (site.viewer.kind == Viewer::Kind::FineGrained)
        return forbidden();
    return Problem{u"FORBIDDEN"_s,
                   u"%1 does not have the correct permissions to execute this."_s.arg(site.viewer.login)};
}

Object payload(const QString &type, const QJsonObject &input, const Fields &fields = {})
{
    return with({.type = type, .fields = {{u"clientMutationId"_s, fixed(input.value("clientMutationId"_L1))}}}, fields);
}

RefChange changeOf(const QJsonObject &update)
{
    constexpr auto nothing = "0000000000000000000000000000000000000000"_L1;
    const auto idOf = [&](QLatin1StringView name) {
        const auto text = update.value(name).toString();
        return text == nothing ? ObjectId{} : text;
    };
    RefChange change{.ref = update.value("name"_L1).toString(),
                     .after = idOf("afterOid"_L1),
                     .force = update.value("force"_L1).toBool()};
    if (update.value("beforeOid"_L1).isString())
        change.before = idOf("beforeOid"_L1);
    return change;
}

/// All or none.
Value updateRefs(const Site &site, const QJsonObject &input)
{
    auto *home = repositoryOf(site, input.value("repositoryId"_L1).toString());
    if (auto refused = objection(site, home, input.value("repositoryId"_L1).toString()))
        return *refused;
    const auto updates = input.value("refUpdates"_L1).toArray();
    for (const auto &update : updates)
        if (const auto wrong = simulator::objection(*home, site.viewer, changeOf(update.toObject())))
            return unprocessable(u"Reference update failed: %1 %2"_s.arg(update["name"_L1].toString(), wrong->message));
    for (const auto &update : updates)
        carryOut(site.world, *home, changeOf(update.toObject()), site.viewer.login);
    return payload(u"UpdateRefsPayload"_s, input);
}

Value createRef(const Site &site, const QJsonObject &input)
{
    auto *home = repositoryOf(site, input.value("repositoryId"_L1).toString());
    if (auto refused = objection(site, home, input.value("repositoryId"_L1).toString()))
        return *refused;
    const RefChange change{
        .ref = input.value("name"_L1).toString(), .before = ObjectId{}, .after = input.value("oid"_L1).toString()};
    if (const auto wrong = simulator::objection(*home, site.viewer, change))
        return unprocessable(wrong->message);
    carryOut(site.world, *home, change, site.viewer.login);
    return payload(u"CreateRefPayload"_s, input,
                   {{u"ref"_s, lazily([&site, home, ref = change.ref] { return refObject(site, *home, ref); })}});
}

Value deleteRef(const Site &site, const QJsonObject &input)
{
    const auto text = input.value("refId"_L1).toString();
    auto *home = repositoryOf(site, text);
    if (auto refused = objection(site, home, text))
        return *refused;
    const RefChange change{.ref = parseNodeId(text)->parts.value(1), .after = {}};
    if (const auto wrong = simulator::objection(*home, site.viewer, change))
        return unprocessable(wrong->message);
    carryOut(site.world, *home, change, site.viewer.login);
    return payload(u"DeleteRefPayload"_s, input);
}

struct Branch
{
    Repository *home = nullptr;
    QString name;
};

Branch branchIn(const Site &site, const QJsonObject &input)
{
    const auto branch = input.value("branch"_L1).toObject();
    const auto id = branch.value("id"_L1).toString();
    if (!id.isEmpty())
        return {repositoryOf(site, id), parseNodeId(id).value_or(NodeId{}).parts.value(1).section(u'/', 2)};
    const auto name = branch.value("repositoryNameWithOwner"_L1).toString();
    auto *home = repository(site.world, name.section(u'/', 0, 0), name.section(u'/', 1));
    const auto plain = branch.value("branchName"_L1).toString();
    return {home && maySee(site.viewer, *home) ? home : nullptr,
            plain.startsWith("refs/heads/"_L1) ? plain.sliced(11) : plain};
}

using Changes = QMap<QString, std::optional<git::Entry>>;

/// Every added file becomes a plain one, whatever it was before.
Changes changesIn(Repository &home, const QJsonObject &input)
{
    Changes changes;
    const auto files = input.value("fileChanges"_L1).toObject();
    const auto additions = files.value("additions"_L1).toArray();
    for (const auto &file : additions) {
        const auto contents = QByteArray::fromBase64(file["contents"_L1].toString().toLatin1());
        changes.insert(file["path"_L1].toString(), git::Entry{.id = git::add(home.objects, contents)});
    }
    const auto deletions = files.value("deletions"_L1).toArray();
    for (const auto &file : deletions)
        changes.insert(file["path"_L1].toString(), std::nullopt);
    return changes;
}

/// By the viewer, signed by GitHub.
ObjectId signedCommit(const Site &site, Repository &home, const ObjectId &parent, const QJsonObject &input)
{
    const auto message = input.value("message"_L1).toObject();
    const auto body = message.value("body"_L1).toString();
    const auto tree = git::changed(home.objects, home.objects.commits.value(parent).tree, changesIn(home, input));
    return git::add(home.objects,
                    {.tree = tree,
                     .parents = {parent},
                     .author = signature(site.world, site.viewer.login, site.world.now),
                     .committer = githubSignature(site.world.now),
                     .message = message.value("headline"_L1).toString() + (body.isEmpty() ? u""_s : u"\n\n"_s + body),
                     .gpgSignature = "-----BEGIN PGP SIGNATURE-----\n\nsimulated\n-----END PGP SIGNATURE-----\n"});
}

Value createCommitOnBranch(const Site &site, const QJsonObject &input)
{
    const auto [home, name] = branchIn(site, input);
    if (auto refused = objection(site, home, name))
        return *refused;
    const auto head = branch(*home, name);
    const auto expected = input.value("expectedHeadOid"_L1).toString();
    if (head.isEmpty())
        return notFound(u"Could not resolve to a Branch with the name '%1'."_s.arg(name));
    if (head != expected)
        return Problem{u"STALE_DATA"_s,
                       u"Expected branch to point to \"%1\" but it did not. Pull and try again."_s.arg(expected)};
    const auto changes = changesIn(*home, input);
    const bool touchesWorkflows = std::any_of(changes.keyBegin(), changes.keyEnd(), [](const QString &path) {
        return path.startsWith(".github/workflows/"_L1);
    });
    if (touchesWorkflows && !mayWriteWorkflows(site.viewer))
        return Problem{u"FORBIDDEN"_s, u"refusing to allow a Personal Access Token to create or update workflow "
                                       "without `workflow` scope"_s};
    const auto commit = signedCommit(site, *home, head, input);
    moveBranch(site.world, *home, name, commit);
    return payload(u"CreateCommitOnBranchPayload"_s, input,
                   {{u"commit"_s, lazily([&site, home, commit] { return commitObject(site, *home, commit); })},
                    {u"ref"_s, lazily([&site, home, ref = QString{u"refs/heads/" + name}] {
                         return refObject(site, *home, ref);
                     })}});
}

Value createPullRequest(const Site &site, const QJsonObject &input)
{
    auto *home = repositoryOf(site, input.value("repositoryId"_L1).toString());
    if (auto refused = objection(site, home, input.value("repositoryId"_L1).toString()))
        return *refused;
    const auto text = [&](QLatin1StringView name) { return input.value(name).toString(); };
    const NewPull wanted{.title = text("title"_L1),
                         .body = text("body"_L1),
                         .head = text("headRefName"_L1).section(u':', -1),
                         .base = text("baseRefName"_L1),
                         .draft = input.value("draft"_L1).toBool()};
    if (branch(*home, wanted.head).isEmpty() || branch(*home, wanted.base).isEmpty())
        return unprocessable(u"Head sha can't be blank, Base sha can't be blank, No commits between %1 and %2"_s.arg(
            wanted.base, wanted.head));
    if (const auto wrong = simulator::objection(*home, wanted); !wrong.isEmpty())
        return unprocessable(wrong);
    const int number = openPull(site.world, *home, wanted, site.viewer.login).number;
    return payload(u"CreatePullRequestPayload"_s, input, {{u"pullRequest"_s, lazily([&site, home, number] {
                                                               return pullObject(site, *home,
                                                                                 std::as_const(home->pulls)[number]);
                                                           })}});
}

/// A mutation of one pull request: `change` is made, and the pull request is given back.
Value changePull(const Site &site, const QJsonObject &input, const QString &type, auto change)
{
    const auto id = input.value("pullRequestId"_L1).toString();
    auto *home = repositoryOf(site, id);
    auto *pull = pullOf(site, id);
    if (auto refused = objection(site, pull ? home : nullptr, id))
        return *refused;
    change(*home, *pull);
    pull->updatedAt = site.world.now;
    return payload(type, input,
                   {{u"pullRequest"_s, lazily([&site, home, pull] { return pullObject(site, *home, *pull); })}});
}

Value updatePullRequest(const Site &site, const QJsonObject &input)
{
    return changePull(site, input, u"UpdatePullRequestPayload"_s, [&](Repository &home, PullRequest &pull) {
        pull.title = input.value("title"_L1).toString(pull.title);
        pull.body = input.value("body"_L1).toString(pull.body);
        if (input.value("state"_L1) == "CLOSED"_L1 && pull.isOpen())
            closePull(site.world, home, pull, site.viewer.login);
    });
}

Value closePullRequest(const Site &site, const QJsonObject &input)
{
    return changePull(site, input, u"ClosePullRequestPayload"_s, [&](Repository &home, PullRequest &pull) {
        if (pull.isOpen())
            closePull(site.world, home, pull, site.viewer.login);
    });
}

} // namespace

Object mutationRoot(const Site &site)
{
    const auto from = [&site](Value (*mutation)(const Site &, const QJsonObject &)) {
        return [&site, mutation](const QJsonObject &arguments) {
            return mutation(site, arguments.value("input"_L1).toObject());
        };
    };
    return {.type = u"Mutation"_s,
            .fields = {
                {u"updateRefs"_s, from(updateRefs)},
                {u"createRef"_s, from(createRef)},
                {u"deleteRef"_s, from(deleteRef)},
                {u"createCommitOnBranch"_s, from(createCommitOnBranch)},
                {u"createPullRequest"_s, from(createPullRequest)},
                {u"updatePullRequest"_s, from(updatePullRequest)},
                {u"closePullRequest"_s, from(closePullRequest)},
            }};
}

} // namespace slipway::simulator::objects
