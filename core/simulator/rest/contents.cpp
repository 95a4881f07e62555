// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/revision.h"
#include "core/simulator/rest/repositories.h"
#include "core/simulator/rest/router.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator::rest
{
namespace
{

constexpr qsizetype biggestInline = 1024 * 1024;

/// As GitHub writes it: a newline after every 60 characters.
QString base64Lines(const QByteArray &bytes)
{
    constexpr qsizetype width = 60;
    const auto text = QString::fromLatin1(bytes.toBase64());
    QString lines;
    for (qsizetype i = 0; i < text.size(); i += width)
        lines += text.sliced(i, std::min(width, text.size() - i)) + u'\n';
    return lines;
}

struct Place
{
    QString path;
    QString ref; ///< as asked
    git::Entry entry;
};

QString typeOf(const git::Entry &entry)
{
    if (git::isFolder(entry))
        return u"dir"_s;
    return entry.mode == "120000" ? u"symlink"_s : u"file"_s;
}

Json entryJson(const Call &call, const Place &place)
{
    const auto encoded = QString::fromLatin1(QUrl::toPercentEncoding(place.path, "/"));
    const auto url = urlOf(call, *call.repository);
    const bool isDir = git::isFolder(place.entry);
    const QString self = url + u"/contents/"_s + encoded + u"?ref="_s + place.ref;
    const QString object = url + (isDir ? u"/git/trees/"_s : u"/git/blobs/"_s) + place.entry.id;
    const QString html =
        htmlOf(call, *call.repository) + (isDir ? u"/tree/"_s : u"/blob/"_s) + place.ref + u'/' + encoded;
    const QString raw =
        u"https://raw.githubusercontent.com/"_s + fullName(*call.repository) + u'/' + place.ref + u'/' + encoded;
    return {
        {"type", typeOf(place.entry)},
        {"size", blob(*call.repository, place.entry.id).size()},
        {"name", place.path.section(u'/', -1)},
        {"path", place.path},
        {"sha", place.entry.id},
        {"url", self},
        {"git_url", object},
        {"html_url", html},
        {"download_url", isDir ? QJsonValue::Null : QJsonValue{raw}},
        {"_links", Json{{"self", self}, {"git", object}, {"html", html}}},
    };
}

Answer directory(const Call &call, const Place &place)
{
    QJsonArray entries;
    const auto tree = call.repository->objects.trees.value(place.entry.id);
    for (auto one = tree.begin(); one != tree.end(); ++one)
        entries.append(
            entryJson(call, {place.path.isEmpty() ? one.key() : place.path + u'/' + one.key(), place.ref, *one}));
    return json(200, entries);
}

Answer file(const Call &call, const Place &place)
{
    const auto bytes = blob(*call.repository, place.entry.id);
    if (call.accepts("raw"))
        return text("application/vnd.github.raw+json; charset=utf-8", bytes);
    const bool isBig = bytes.size() > biggestInline;
    auto file = entryJson(call, place);
    file.set("type", u"file"_s); // of a link: what it leads to
    file.set("encoding", isBig ? u"none"_s : u"base64"_s);
    file.set("content", isBig ? u""_s : base64Lines(bytes));
    return json(200, file);
}

Answer at(const Call &call, const QString &path)
{
    const auto asked = call.query("ref"_L1);
    const auto ref = asked.isEmpty() ? call.repository->defaultBranch : asked;
    const auto commit = revision(*call.repository, ref);
    if (commit.isEmpty())
        return refusal(call, 404, u"No commit found for the ref "_s + ref);
    const auto tree = call.repository->objects.commits.value(commit).tree;
    const auto entry = git::entryAt(call.repository->objects, tree, path);
    if (!entry)
        return notFound(call);
    return git::isFolder(*entry) ? directory(call, {path, ref, *entry}) : file(call, {path, ref, *entry});
}

Answer contents(const Call &call)
{
    return at(call, call.part("path"_L1));
}

Answer readme(const Call &call)
{
    return at(call, u"README.md"_s);
}

} // namespace

QList<Route> contentRoutes()
{
    const auto docs = u"repos/contents#get-repository-content"_s;
    return {
        {"GET", u"/repos/{owner}/{repo}/contents"_s, For::Anyone, docs, contents},
        {"GET", u"/repos/{owner}/{repo}/contents/"_s, For::Anyone, docs, contents},
        {"GET", u"/repos/{owner}/{repo}/contents/{path...}"_s, For::Anyone, docs, contents},
        {"GET", u"/repos/{owner}/{repo}/readme"_s, For::Anyone, u"repos/contents#get-a-repository-readme"_s, readme},
    };
}

} // namespace slipway::simulator::rest
