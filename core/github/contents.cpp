// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/contents.h"

#include "core/github/reading.h"
#include "core/github/text.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::github
{

namespace
{

constexpr std::array<std::pair<QLatin1StringView, FileMode>, 5> modes{{
    {"100644"_L1, FileMode::File},
    {"100755"_L1, FileMode::Executable},
    {"120000"_L1, FileMode::Link},
    {"040000"_L1, FileMode::Folder},
    {"160000"_L1, FileMode::Submodule},
}};

constexpr int mostTrees = 100;
constexpr qsizetype longestPath = 4096;

struct Tree
{
    QList<TreeEntry> entries;
    bool isTruncated = false;
};

Result<FileMode> parseMode(QStringView text)
{
    const auto known =
        std::ranges::find(modes, text.toString(), [](const auto &mode) { return mode.first.toString(); });
    if (known == modes.end())
        return failure({Error::Kind::Protocol, Text::tr("“%1” is no mode of a file.").arg(text.left(20))});
    return known->second;
}

/// Paths become those of files and of further requests: none may lead elsewhere. Git itself refuses such trees.
Result<QString> parsePath(QStringView text)
{
    const auto isPart = [](QStringView part) {
        return !part.isEmpty() && part != "."_L1 && part != ".."_L1 &&
               part.compare(".git"_L1, Qt::CaseInsensitive) != 0;
    };
    const auto parts = text.split(u'/');
    if (text.size() <= longestPath && !text.contains(QChar{u'\0'}) && std::ranges::all_of(parts, isPart))
        return text.toString();
    return failure(
        {Error::Kind::InvalidInput, Text::tr("“%1” is no path within a repository.").arg(quotable(text.toString()))});
}

TreeEntry readEntry(const json::Value &in)
{
    const auto size = in.find("size"_L1);
    return {
        .path = in["path"_L1].parsed(parsePath),
        .mode = in["mode"_L1].parsed(parseMode),
        .id = in["sha"_L1].parsed(ObjectId::parse),
        .size = size ? size->count() : 0,
    };
}

Tree readTreeValue(const json::Value &in)
{
    const auto truncated = in.find("truncated"_L1);
    return {.entries = in["tree"_L1].each(readEntry), .isTruncated = truncated && truncated->boolean()};
}

ObjectId readId(const json::Value &in)
{
    return in["sha"_L1].parsed(ObjectId::parse);
}

Result<ObjectId> idIn(const Result<http::Response> &answer)
{
    return answer.and_then([](const http::Response &made) { return json::decode(made.body, readId); });
}

Error otherBytes(const RepositoryId &repository)
{
    return {Error::Kind::Protocol,
            Text::tr("A file of %1 did not arrive as it is: its bytes have another hash.").arg(repository.text())};
}

Error tooBig(const RepositoryId &repository)
{
    return {Error::Kind::InvalidInput, Text::tr("%1 has too many files to be listed.").arg(repository.text()),
            Text::tr("Clone it, and run Slipway in its folder.")};
}

QString cacheKey(const ObjectId &blob)
{
    return u"blob:"_s + blob.text();
}

std::optional<QByteArray> recalled(http::Cache *cache, const ObjectId &blob)
{
    const auto known = cache ? cache->find(http::Cache::Kind::Content, cacheKey(blob)) : std::nullopt;
    return known && blob.matchesBlob(known->value) ? std::optional{known->value} : std::nullopt;
}

QCoro::Task<Result<Tree>> tree(Api api, RepositoryId repository, ObjectId id, bool whole, std::stop_token stop)
{
    // Any value makes it recursive, even 0: it is there or not.
    const QString path =
        u"/repos/%1/git/trees/%2"_s.arg(repository.text(), id.text()) + (whole ? u"?recursive=1"_s : QString{});
    const auto answer = co_await api.get(path, repository.text(), stop);
    co_return answer.and_then([](const http::Response &found) { return json::decode(found.body, readTreeValue); });
}

/// A folder whose whole content is still to be read.
struct Pending
{
    QString prefix; ///< empty, or its path and a slash
    ObjectId tree;
};

} // namespace

QString text(FileMode mode)
{
    const auto known = std::ranges::find(modes, mode, [](const auto &one) { return one.second; });
    return known->first.toString();
}

QCoro::Task<Result<QList<TreeEntry>>> readTree(Api api, RepositoryId repository, ObjectId id, std::stop_token stop)
{
    QList<TreeEntry> all;
    QList<Pending> pending{{QString{}, id}};
    for (int requests = 0; !pending.isEmpty();) {
        const auto folder = pending.takeLast();
        if (++requests > mostTrees)
            co_return failure(tooBig(repository));
        auto part = co_await tree(api, repository, folder.tree, true, stop);
        const bool isTruncated = part && part->isTruncated;
        if (isTruncated && ++requests <= mostTrees)
            part = co_await tree(api, repository, folder.tree, false, stop);
        if (!part)
            co_return failure(part.error());
        if (isTruncated && part->isTruncated)
            co_return failure(tooBig(repository));

        for (auto &entry : part->entries) {
            entry.path.prepend(folder.prefix);
            if (isTruncated && entry.mode == FileMode::Folder)
                pending.append({entry.path + u'/', entry.id});
        }
        all += part->entries;
    }
    std::ranges::sort(all, {}, &TreeEntry::path);
    co_return all;
}

QCoro::Task<Result<QByteArray>> readBlob(Api api, RepositoryId repository, ObjectId blob, qint64 mostBytes,
                                         std::stop_token stop)
{
    if (auto known = recalled(api.cache(), blob))
        co_return *std::move(known);
    const auto path = u"/repos/%1/git/blobs/%2"_s.arg(repository.text(), blob.text());
    const auto what = Text::tr("A file of %1").arg(repository.text());
    const Call call{.path = path,
                    .what = what,
                    .accept = "application/vnd.github.raw+json"_ba,
                    .mostBytes = mostBytes,
                    .mayChange = false};
    const auto answer = co_await api.send(call, stop);
    if (!answer)
        co_return failure(answer.error());
    if (!blob.matchesBlob(answer->body))
        co_return failure(otherBytes(repository));
    if (api.cache())
        api.cache()->keep(http::Cache::Kind::Content, cacheKey(blob), {answer->body});
    co_return answer->body;
}

QCoro::Task<Result<QHash<ObjectId, QByteArray>>> readBlobs(Api api, RepositoryId repository, QList<ObjectId> blobs,
                                                           qint64 mostBytes, std::stop_token stop)
{
    std::vector<QCoro::Task<Result<QByteArray>>> reading;
    for (const auto &blob : std::as_const(blobs))
        reading.push_back(readBlob(api, repository, blob, mostBytes, stop));

    QHash<ObjectId, QByteArray> contents;
    std::optional<Error> missing;
    for (size_t i = 0; i < reading.size(); ++i) { // all of them, so that none outlives what it uses
        const auto content = co_await reading.at(i);
        if (content)
            contents.insert(blobs.at(static_cast<qsizetype>(i)), *content);
        else if (!missing)
            missing = content.error();
    }
    if (missing)
        co_return failure(*missing);
    co_return contents;
}

QCoro::Task<Result<ObjectId>> createBlob(Api api, RepositoryId repository, QByteArray content, std::stop_token stop)
{
    const auto path = u"/repos/%1/git/blobs"_s.arg(repository.text());
    const QJsonObject body{{u"content"_s, QString::fromLatin1(content.toBase64())}, {u"encoding"_s, u"base64"_s}};
    const auto id = idIn(co_await api.post(path, repository.text(), body, stop));
    if (id && !id->matchesBlob(content))
        co_return failure(otherBytes(repository));
    co_return id;
}

QCoro::Task<Result<ObjectId>> createTree(Api api, RepositoryId repository, ObjectId base, QList<FileContent> files,
                                         std::stop_token stop)
{
    QJsonArray entries;
    for (const auto &file : std::as_const(files)) {
        if (const auto path = parsePath(file.path); !path)
            co_return failure(path.error());
        // As blobs, not as texts within the tree: so the host proves by the hash that it has the very bytes.
        const auto blob = co_await createBlob(api, repository, file.content, stop);
        if (!blob)
            co_return failure(blob.error());
        entries.append(QJsonObject{
            {u"path"_s, file.path}, {u"mode"_s, text(file.mode)}, {u"type"_s, u"blob"_s}, {u"sha"_s, blob->text()}});
    }
    const auto path = u"/repos/%1/git/trees"_s.arg(repository.text());
    const QJsonObject body{{u"base_tree"_s, base.text()}, {u"tree"_s, entries}};
    co_return idIn(co_await api.post(path, repository.text(), body, stop));
}

QCoro::Task<Result<ObjectId>> createCommit(Api api, RepositoryId repository, QString message, ObjectId tree,
                                           ObjectId parent, std::stop_token stop)
{
    const auto path = u"/repos/%1/git/commits"_s.arg(repository.text());
    const QJsonObject body{
        {u"message"_s, message}, {u"tree"_s, tree.text()}, {u"parents"_s, QJsonArray{parent.text()}}};
    co_return idIn(co_await api.post(path, repository.text(), body, stop));
}

} // namespace slipway::github
