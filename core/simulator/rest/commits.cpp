// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/rest/commits.h"

#include "core/simulator/api/nodeid.h"
#include "core/simulator/api/revision.h"
#include "core/simulator/publish.h"
#include "core/simulator/rest/accounts.h"
#include "core/simulator/rest/repositories.h"
#include "core/simulator/rest/router.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator::rest
{
namespace
{

constexpr qsizetype mostCommits = 250, mostFiles = 300; // of a comparison

Json signatureJson(const git::Signature &signature)
{
    return {{"name", signature.name}, {"email", signature.email}, {"date", timeText(signature.at)}};
}

/// The account that a commit's address belongs to: `id+login@users.noreply.github.com`.
QJsonValue accountOf(const Call &call, const git::Signature &signature)
{
    return simpleUser(call, signature.email.section(u'@', 0, 0).section(u'+', 1));
}

Json verificationJson(const git::Commit &commit)
{
    const bool isSigned = !commit.gpgSignature.isEmpty();
    const auto present = [isSigned](const QString &text) { return isSigned ? QJsonValue{text} : QJsonValue::Null; };
    return {{"verified", isSigned},
            {"reason", isSigned ? u"valid"_s : u"unsigned"_s},
            {"signature", present(QString::fromUtf8(commit.gpgSignature))},
            {"payload", present(commit.message)},
            {"verified_at", present(timeText(commit.committer.at))}};
}

Json treeJson(const Call &call, const ObjectId &tree)
{
    return {{"sha", tree}, {"url", urlOf(call, *call.repository) + u"/git/trees/"_s + tree}};
}

QJsonArray parentsJson(const Call &call, const git::Commit &commit, const QString &address)
{
    QJsonArray parents;
    for (const auto &parent : commit.parents)
        parents.append(Json{{"sha", parent},
                            {"url", urlOf(call, *call.repository) + address + parent},
                            {"html_url", htmlOf(call, *call.repository) + u"/commit/"_s + parent}});
    return parents;
}

QString nodeIdOf(const Call &call, const ObjectId &id)
{
    return textOf({u"C"_s, {QString::number(call.repository->id), id}});
}

QList<FilePatch> patchesOf(const Repository &repository, const ObjectId &id)
{
    const auto commit = repository.objects.commits.value(id);
    const auto before = commit.parents.isEmpty() ? ObjectId{} : commit.parents.first();
    return patches(repository,
                   git::changes(repository.objects, repository.objects.commits.value(before).tree, commit.tree));
}

Answer list(const Call &call)
{
    const auto from = call.query("sha"_L1);
    const auto head = revision(*call.repository, from.isEmpty() ? call.repository->defaultBranch : from);
    if (head.isEmpty())
        return notFound(call);
    return page(call, git::log(call.repository->objects, head),
                [&](const ObjectId &id) { return commitJson(call, id); });
}

Answer get(const Call &call)
{
    const auto id = revision(*call.repository, call.part("ref"_L1));
    if (id.isEmpty())
        return refusal(call, 422, u"No commit found for SHA: "_s + call.part("ref"_L1));
    const auto changed = patchesOf(*call.repository, id);
    if (call.accepts("application/vnd.github.sha"))
        return text("application/vnd.github.sha; charset=utf-8", id.toLatin1());
    if (call.accepts("diff"))
        return text("application/vnd.github.diff; charset=utf-8", gitDiff(changed));
    auto commit = commitJson(call, id);
    const auto lines = lineCount(changed);
    commit.set("stats", Json{{"additions", lines.additions},
                             {"deletions", lines.deletions},
                             {"total", lines.additions + lines.deletions}});
    QJsonArray files;
    for (const auto &patch : changed)
        files.append(fileJson(call, patch, id));
    commit.set("files", files);
    return json(200, commit);
}

QString statusOf(const git::Comparison &comparison)
{
    if (comparison.ahead.isEmpty())
        return comparison.behind.isEmpty() ? u"identical"_s : u"behind"_s;
    return comparison.behind.isEmpty() ? u"ahead"_s : u"diverged"_s;
}

bool isPaged(const Call &call)
{
    return !call.query("page"_L1).isEmpty() || !call.query("per_page"_L1).isEmpty();
}

/// The commits, oldest first: the first 250 where no page is asked for, else that page. Files are on the first alone.
void addPage(const Call &call, Json &json, const git::Comparison &comparison, const QList<FilePatch> &changed)
{
    const auto total = comparison.ahead.size();
    const auto slice = isPaged(call) ? sliceOf(call, total) : Slice{0, std::min(mostCommits, total)};
    QJsonArray commits, files;
    for (auto i = slice.begin; i < slice.end; ++i)
        commits.append(commitJson(call, comparison.ahead.at(total - 1 - i)));
    const auto shown = changed.first(slice.begin == 0 ? std::min(mostFiles, changed.size()) : 0);
    for (const auto &patch : shown)
        files.append(fileJson(call, patch, comparison.ahead.value(0, comparison.mergeBase)));
    json.set("commits", commits);
    json.set("files", files);
}

Answer compare(const Call &call)
{
    const auto ends = call.part("basehead"_L1).split(u"..."_s);
    const auto withoutOwner = [](const QString &name) { return name.section(u':', -1); };
    const auto base = revision(*call.repository, withoutOwner(ends.value(0)));
    const auto head = revision(*call.repository, withoutOwner(ends.value(1)));
    if (ends.size() != 2 || base.isEmpty() || head.isEmpty())
        return notFound(call);
    const auto comparison = git::compare(call.repository->objects, base, head);
    const auto changed = patches(*call.repository, comparison.files);
    if (call.accepts("diff"))
        return text("application/vnd.github.diff; charset=utf-8", gitDiff(changed));

    const QString html = htmlOf(call, *call.repository) + u"/compare/"_s + call.part("basehead"_L1);
    Json json{
        {"url", urlOf(call, *call.repository) + u"/compare/"_s + call.part("basehead"_L1)},
        {"html_url", html},
        {"permalink_url", htmlOf(call, *call.repository) + u"/compare/%1...%2"_s.arg(base, head)},
        {"diff_url", html + u".diff"},
        {"patch_url", html + u".patch"},
        {"base_commit", commitJson(call, base)},
        {"merge_base_commit", commitJson(call, comparison.mergeBase)},
        {"status", statusOf(comparison)},
        {"ahead_by", comparison.ahead.size()},
        {"behind_by", comparison.behind.size()},
        {"total_commits", comparison.ahead.size()},
    };
    addPage(call, json, comparison, changed);
    auto answer = rest::json(200, json);
    if (const auto links = linksOf(call, comparison.ahead.size()); isPaged(call) && !links.isEmpty())
        answer.headers.append("Link", links);
    return answer;
}

} // namespace

Json commitJson(const Call &call, const ObjectId &id)
{
    const auto commit = call.repository->objects.commits.value(id);
    const auto url = urlOf(call, *call.repository);
    return {
        {"sha", id},
        {"node_id", nodeIdOf(call, id)},
        {"url", url + u"/commits/"_s + id},
        {"html_url", htmlOf(call, *call.repository) + u"/commit/"_s + id},
        {"comments_url", url + u"/commits/"_s + id + u"/comments"},
        {"commit", Json{{"url", url + u"/git/commits/"_s + id},
                        {"author", signatureJson(commit.author)},
                        {"committer", signatureJson(commit.committer)},
                        {"message", commit.message.trimmed()},
                        {"comment_count", 0},
                        {"tree", treeJson(call, commit.tree)},
                        {"verification", verificationJson(commit)}}},
        {"author", accountOf(call, commit.author)},
        {"committer", accountOf(call, commit.committer)},
        {"parents", parentsJson(call, commit, u"/commits/"_s)},
    };
}

Json gitCommitJson(const Call &call, const ObjectId &id)
{
    const auto commit = call.repository->objects.commits.value(id);
    return {
        {"sha", id},
        {"node_id", nodeIdOf(call, id)},
        {"url", urlOf(call, *call.repository) + u"/git/commits/"_s + id},
        {"html_url", htmlOf(call, *call.repository) + u"/commit/"_s + id},
        {"author", signatureJson(commit.author)},
        {"committer", signatureJson(commit.committer)},
        {"message", commit.message.trimmed()},
        {"tree", treeJson(call, commit.tree)},
        {"parents", parentsJson(call, commit, u"/git/commits/"_s)},
        {"verification", verificationJson(commit)},
    };
}

Json fileJson(const Call &call, const FilePatch &patch, const ObjectId &commit)
{
    const auto &path = patch.change.path;
    const auto html = htmlOf(call, *call.repository);
    const auto encoded = QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
    const bool isGone = patch.change.after.id.isEmpty();
    Json file{
        {"sha", isGone ? patch.change.before.id : patch.change.after.id},
        {"filename", path},
        {"status", patch.status()},
        {"additions", patch.additions},
        {"deletions", patch.deletions},
        {"changes", patch.additions + patch.deletions},
        {"blob_url", html + u"/blob/"_s + commit + u'/' + encoded},
        {"raw_url", html + u"/raw/"_s + commit + u'/' + encoded},
        {"contents_url", urlOf(call, *call.repository) + u"/contents/"_s + encoded + u"?ref="_s + commit},
    };
    if (!patch.hunks.isEmpty())
        file.set("patch", QString::fromUtf8(patch.hunks));
    return file;
}

QList<Route> commitRoutes()
{
    return {
        {"GET", u"/repos/{owner}/{repo}/commits"_s, For::Anyone, u"commits/commits#list-commits"_s, list},
        {"GET", u"/repos/{owner}/{repo}/commits/{ref}"_s, For::Anyone, u"commits/commits#get-a-commit"_s, get},
        {"GET", u"/repos/{owner}/{repo}/compare/{basehead...}"_s, For::Anyone, u"commits/commits#compare-two-commits"_s,
         compare},
    };
}

} // namespace slipway::simulator::rest
