// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/nodeid.h"
#include "core/simulator/api/patch.h"
#include "core/simulator/api/revision.h"
#include "core/simulator/objects/site.h"
#include "core/simulator/publish.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator::objects
{
namespace
{

using graphql::fixed;

QString urlOf(const Site &site, const Repository &repository, const QString &kind, const ObjectId &id)
{
    return site.html + u'/' + fullName(repository) + kind + id;
}

/// What all Git objects have.
Object common(const Site &site, Repository &repository, const QString &type, const QString &prefix, const ObjectId &id)
{
    return {.type = type,
            .interfaces = {u"GitObject"_s, u"Node"_s},
            .fields = {
                {u"id"_s, fixed(textOf({prefix, {QString::number(repository.id), id}}))},
                {u"oid"_s, fixed(id)},
                {u"abbreviatedOid"_s, fixed(id.first(7))},
                {u"commitUrl"_s, fixed(urlOf(site, repository, u"/commit/"_s, id))},
                {u"repository"_s, lazily([&site, &repository] { return repositoryObject(site, repository); })},
            }};
}

Object blobObject(const Site &site, Repository &repository, const ObjectId &id)
{
    const auto bytes = blob(repository, id);
    const bool isBinary = bytes.contains('\0');
    return with(common(site, repository, u"Blob"_s, u"B"_s, id),
                {
                    {u"byteSize"_s, fixed(static_cast<qint64>(bytes.size()))},
                    {u"isBinary"_s, fixed(isBinary)},
                    {u"isTruncated"_s, fixed(false)},
                    {u"text"_s, fixed(isBinary ? QJsonValue{} : QJsonValue{QString::fromUtf8(bytes)})},
                });
}

Object entryObject(const Site &site, Repository &repository, const QString &name, const git::Entry &entry)
{
    return {.type = u"TreeEntry"_s,
            .fields = {
                {u"name"_s, fixed(name)},
                {u"oid"_s, fixed(entry.id)},
                {u"mode"_s, fixed(entry.mode.toInt(nullptr, 8))},
                {u"type"_s, fixed(git::isFolder(entry) ? u"tree"_s : u"blob"_s)},
                {u"object"_s, lazily([&site, &repository, id = entry.id] { return gitObject(site, repository, id); })},
            }};
}

Object treeObject(const Site &site, Repository &repository, const ObjectId &id)
{
    return with(common(site, repository, u"Tree"_s, u"T"_s, id),
                {{u"entries"_s, lazily([&site, &repository, id] {
                      Values entries;
                      const auto tree = repository.objects.trees.value(id);
                      for (auto one = tree.begin(); one != tree.end(); ++one)
                          entries.append(entryObject(site, repository, one.key(), *one));
                      return entries;
                  })}});
}

Object signatureObject(const Site &site, const git::Signature &signature)
{
    const auto login = signature.email.section(u'@', 0, 0).section(u'+', 1);
    return {.type = u"GitActor"_s,
            .fields = {
                {u"name"_s, fixed(signature.name)},
                {u"email"_s, fixed(signature.email)},
                {u"date"_s, fixed(timeText(signature.at))},
                {u"user"_s, lazily([&site, login] {
                     const auto *found = account(site.world, login);
                     return found && found->kind == Account::Kind::User ? actor(site, login) : none();
                 })},
            }};
}

/// Everybody who wrote it: here its author alone.
graphql::Resolver authors(const Site &site, const git::Signature &author)
{
    return [&site, author](const QJsonObject &arguments) {
        return connectionOf(
            u"GitActorConnection"_s, QList{author},
            [&site](const git::Signature &one) { return signatureObject(site, one); }, arguments);
    };
}

Value verification(const git::Commit &commit)
{
    if (commit.gpgSignature.isEmpty())
        return none();
    return Object{.type = u"GpgSignature"_s,
                  .interfaces = {u"GitSignature"_s},
                  .fields = {{u"isValid"_s, fixed(true)},
                             {u"state"_s, fixed(u"VALID"_s)},
                             {u"wasSignedByGitHub"_s, fixed(true)}}};
}

QHash<QString, graphql::Resolver> writing(const Site &site, const git::Commit &commit)
{
    const auto message = commit.message.trimmed();
    return {
        {u"message"_s, fixed(message)},
        {u"messageHeadline"_s, fixed(message.section(u'\n', 0, 0))},
        {u"messageBody"_s, fixed(message.section(u'\n', 1).trimmed())},
        {u"committedDate"_s, fixed(timeText(commit.committer.at))},
        {u"authoredDate"_s, fixed(timeText(commit.author.at))},
        {u"author"_s, lazily([&site, commit] { return signatureObject(site, commit.author); })},
        {u"committer"_s, lazily([&site, commit] { return signatureObject(site, commit.committer); })},
        {u"authors"_s, authors(site, commit.author)},
        {u"signature"_s, lazily([commit] { return verification(commit); })},
    };
}

QHash<QString, graphql::Resolver> history(const Site &site, Repository &repository, const ObjectId &id)
{
    const auto commits = [&site, &repository](const QString &type, QList<ObjectId> list, const QJsonObject &arguments) {
        return connectionOf(
            type, std::move(list),
            [&site, &repository](const ObjectId &one) { return commitObject(site, repository, one); }, arguments);
    };
    return {
        {u"parents"_s,
         [=, &repository](const QJsonObject &arguments) {
             return commits(u"CommitConnection"_s, repository.objects.commits.value(id).parents, arguments);
         }},
        {u"history"_s,
         [=, &repository](const QJsonObject &arguments) {
             return commits(u"CommitHistoryConnection"_s, git::log(repository.objects, id), arguments);
         }},
        {u"associatedPullRequests"_s,
         [&site, &repository, id](const QJsonObject &arguments) {
             QList<const PullRequest *> pulls;
             for (const auto &pull : std::as_const(repository.pulls))
                 if (pull.headCommit == id || pull.mergeCommit == id)
                     pulls.append(&pull);
             return connectionOf(
                 u"PullRequestConnection"_s, pulls,
                 [&](const PullRequest *pull) { return pullObject(site, repository, *pull); }, arguments);
         }},
    };
}

} // namespace

Object commitObject(const Site &site, Repository &repository, const ObjectId &id)
{
    const auto commit = repository.objects.commits.value(id);
    auto object = with(common(site, repository, u"Commit"_s, u"C"_s, id), writing(site, commit));
    object.fields.insert(history(site, repository, id));
    return with(
        object,
        {
            {u"url"_s, fixed(urlOf(site, repository, u"/commit/"_s, id))},
            {u"tree"_s,
             lazily([&site, &repository, tree = commit.tree] { return treeObject(site, repository, tree); })},
            {u"statusCheckRollup"_s, lazily([&site, &repository, id] { return checkRollup(site, repository, id); })},
        });
}

Value gitObject(const Site &site, Repository &repository, const ObjectId &id)
{
    const auto &objects = repository.objects;
    if (objects.commits.contains(id))
        return commitObject(site, repository, id);
    if (objects.trees.contains(id))
        return treeObject(site, repository, id);
    return objects.blobs.contains(id) ? Value{blobObject(site, repository, id)} : none();
}

Value objectAt(const Site &site, Repository &repository, const QString &expression)
{
    const auto colon = expression.indexOf(u':');
    const auto commit = revision(repository, colon < 0 ? expression : expression.first(colon));
    if (commit.isEmpty() || colon < 0)
        return gitObject(site, repository, commit.isEmpty() ? expression : commit);
    const auto tree = repository.objects.commits.value(commit).tree;
    const auto entry = git::entryAt(repository.objects, tree, expression.sliced(colon + 1));
    return entry ? gitObject(site, repository, entry->id) : none();
}

} // namespace slipway::simulator::objects
