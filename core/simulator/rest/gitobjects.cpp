// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/simulator/api/nodeid.h"
#include "core/simulator/api/revision.h"
#include "core/simulator/rest/commits.h"
#include "core/simulator/rest/repositories.h"
#include "core/simulator/rest/router.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator::rest
{
namespace
{

git::Objects &objects(const Call &call)
{
    return call.repository->objects;
}

Answer getBlob(const Call &call)
{
    const auto id = call.part("file_sha"_L1);
    if (!objects(call).blobs.contains(id))
        return notFound(call);
    const auto bytes = blob(*call.repository, id);
    if (call.accepts("raw"))
        return text("application/vnd.github.raw+json; charset=utf-8", bytes);
    return json(200, Json{
                         {"sha", id},
                         {"node_id", textOf({u"B"_s, {QString::number(call.repository->id), id}})},
                         {"size", bytes.size()},
                         {"url", urlOf(call, *call.repository) + u"/git/blobs/"_s + id},
                         {"content", QString::fromLatin1(bytes.toBase64())},
                         {"encoding", u"base64"_s},
                     });
}

Answer createBlob(const Call &call)
{
    const auto body = call.body();
    const auto content = body["content"_L1].toString();
    const auto id = git::add(objects(call), body["encoding"_L1].toString() == "base64"_L1
                                                ? QByteArray::fromBase64(content.toLatin1())
                                                : content.toUtf8());
    return json(201, Json{{"sha", id}, {"url", urlOf(call, *call.repository) + u"/git/blobs/"_s + id}});
}

Json entryJson(const Call &call, const QString &path, const git::Entry &entry)
{
    const bool isTree = git::isFolder(entry);
    const QString url = urlOf(call, *call.repository) + (isTree ? u"/git/trees/"_s : u"/git/blobs/"_s) + entry.id;
    Json json{{"path", path},
              {"mode", QString::fromLatin1(entry.mode).rightJustified(6, u'0')},
              {"type", isTree ? u"tree"_s : u"blob"_s},
              {"sha", entry.id},
              {"url", url}};
    if (!isTree)
        json.set("size", blob(*call.repository, entry.id).size());
    return json;
}

/// The entries of a tree, with those of its folders if that is asked.
void addEntries(const Call &call, const ObjectId &tree, const QString &folder, bool deep, QJsonArray &entries)
{
    const auto names = objects(call).trees.value(tree);
    for (auto one = names.begin(); one != names.end(); ++one) {
        entries.append(entryJson(call, folder + one.key(), *one));
        if (deep && git::isFolder(*one))
            addEntries(call, one->id, folder + one.key() + u'/', deep, entries);
    }
}

Answer treeAnswer(const Call &call, int status, const ObjectId &tree, bool deep)
{
    QJsonArray entries;
    addEntries(call, tree, {}, deep, entries);
    return json(status, Json{{"sha", tree},
                             {"url", urlOf(call, *call.repository) + u"/git/trees/"_s + tree},
                             {"tree", entries},
                             {"truncated", false}});
}

/// Any value of `recursive` asks for all levels, also 0.
Answer getTree(const Call &call)
{
    const auto named = call.part("tree_sha"_L1);
    const auto commit = revision(*call.repository, named);
    const auto tree = commit.isEmpty() ? named : objects(call).commits.value(commit).tree;
    if (!objects(call).trees.contains(tree))
        return notFound(call);
    return treeAnswer(call, 200, tree, call.request.query.hasQueryItem(u"recursive"_s));
}

using Changes = QMap<QString, std::optional<git::Entry>>;

/// One entry of a new tree; nothing where it names an object that is not there, or none.
std::optional<std::optional<git::Entry>> entryOf(const Call &call, const QJsonObject &wanted)
{
    const auto mode = wanted["mode"_L1].toString().toLatin1();
    const git::Entry entry{mode.startsWith('0') ? mode.sliced(1) : mode, wanted["sha"_L1].toString()};
    if (wanted.contains("content"_L1))
        return git::Entry{entry.mode, git::add(objects(call), wanted["content"_L1].toString().toUtf8())};
    if (wanted["sha"_L1].isNull() && wanted.contains("sha"_L1))
        return std::optional<git::Entry>{};
    const bool isThere = objects(call).blobs.contains(entry.id) || objects(call).trees.contains(entry.id);
    return isThere ? std::optional{std::optional{entry}} : std::nullopt;
}

Answer createTree(const Call &call)
{
    const auto body = call.body();
    const auto base = body["base_tree"_L1].toString();
    const auto commit = objects(call).commits.value(base);
    const auto tree = commit.tree.isEmpty() ? base : commit.tree;
    if (!tree.isEmpty() && !objects(call).trees.contains(tree))
        return refusal(call, 422, u"base_tree is not a valid tree oid"_s);
    Changes changes;
    const auto values = body["tree"_L1].toArray();
    for (const auto &value : values) {
        const auto path = value["path"_L1].toString();
        const auto entry = entryOf(call, value.toObject());
        if (!entry)
            return refusal(call, 422, u"tree.sha %1 is not a valid blob"_s.arg(value["sha"_L1].toString()));
        if (path.startsWith(".github/workflows/"_L1) && !mayWriteWorkflows(call.viewer))
            return notFound(call);
        changes.insert(path, *entry);
    }
    if (changes.isEmpty())
        return refusal(call, 422, u"Invalid tree info"_s);
    return treeAnswer(call, 201, git::changed(objects(call), tree, changes), false);
}

Answer getCommit(const Call &call)
{
    const auto id = call.part("commit_sha"_L1);
    return objects(call).commits.contains(id) ? json(200, gitCommitJson(call, id)) : notFound(call);
}

git::Signature signatureOf(const Call &call, const QJsonObject &given, const git::Signature &otherwise)
{
    if (given.isEmpty())
        return otherwise;
    const auto at = parseTime(given["date"_L1].toString());
    return {given["name"_L1].toString(), given["email"_L1].toString(), at.value_or(call.world.now)};
}

Answer createCommit(const Call &call)
{
    const auto body = call.body();
    const auto author =
        signatureOf(call, body["author"_L1].toObject(), signature(call.world, call.viewer.login, call.world.now));
    git::Commit commit{.tree = body["tree"_L1].toString(),
                       .parents = {},
                       .author = author,
                       .committer = signatureOf(call, body["committer"_L1].toObject(), author),
                       .message = body["message"_L1].toString(),
                       .gpgSignature = body["signature"_L1].toString().toUtf8()};
    if (!objects(call).trees.contains(commit.tree))
        return refusal(call, 422, u"Tree SHA does not exist"_s);
    const auto parents = body["parents"_L1].toArray();
    for (const auto &parent : parents) {
        if (!objects(call).commits.contains(parent.toString()))
            return refusal(call, 422, u"Parent SHA does not exist or is not a commit object"_s);
        commit.parents.append(parent.toString());
    }
    return json(201, gitCommitJson(call, git::add(objects(call), commit)));
}

} // namespace

QList<Route> gitObjectRoutes()
{
    const auto git = u"/repos/{owner}/{repo}/git/"_s;
    return {
        {"GET", git + u"blobs/{file_sha}", For::Anyone, u"git/blobs#get-a-blob"_s, getBlob},
        {"POST", git + u"blobs", For::Writers, u"git/blobs#create-a-blob"_s, createBlob},
        {"GET", git + u"trees/{tree_sha...}", For::Anyone, u"git/trees#get-a-tree"_s, getTree},
        {"POST", git + u"trees", For::Writers, u"git/trees#create-a-tree"_s, createTree},
        {"GET", git + u"commits/{commit_sha}", For::Anyone, u"git/commits#get-a-commit-object"_s, getCommit},
        {"POST", git + u"commits", For::Writers, u"git/commits#create-a-commit"_s, createCommit},
    };
}

} // namespace slipway::simulator::rest
