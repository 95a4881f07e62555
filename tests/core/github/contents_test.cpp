// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/contents.h"
#include "tests/core/github/visitor.h"
#include "tests/support/testcase.h"

#include <QJsonArray>
#include <QTest>

using namespace slipway;
using namespace slipway::github;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QByteArray tree(const QByteArray &entries, bool truncated = false)
{
    return withIds(R"({"sha":"@f","tree":[)" + entries + R"(],"truncated":)" + (truncated ? "true" : "false") + '}');
}

QByteArray entry(const QByteArray &path, const QByteArray &mode, char digit)
{
    return R"({"path":")" + path + R"(","mode":")" + mode + R"(","sha":")" + QByteArray(40, digit) + R"(","size":7})";
}

QByteArray treePath(char digit)
{
    return "GET /repos/acme/web/git/trees/" + QByteArray(40, digit);
}

QStringList pathsOf(const QList<TreeEntry> &entries)
{
    QStringList paths;
    for (const auto &one : entries)
        paths.append(one.path);
    return paths;
}

} // namespace

class ContentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTreeIsReadAtOnce()
    {
        Visitor visitor;
        visitor.host.answer(
            treePath('a') + "?recursive=1",
            {.body = tree(entry("compose.yaml", "100644", 'b') + ',' + entry("deploy.sh", "100755", 'c') + ',' +
                          entry("x", "040000", 'd') + ',' + entry("x/link", "120000", 'e'))});

        const auto entries = visitor.ended(readTree(visitor.api, web(), id('a'), {}));

        QCOMPARE(entries, (QList<TreeEntry>{{u"compose.yaml"_s, FileMode::File, id('b'), 7},
                                            {u"deploy.sh"_s, FileMode::Executable, id('c'), 7},
                                            {u"x"_s, FileMode::Folder, id('d'), 7},
                                            {u"x/link"_s, FileMode::Link, id('e'), 7}}));
    }

    void aTruncatedTreeIsReadFolderByFolder()
    {
        Visitor visitor;
        visitor.host.answer(treePath('a') + "?recursive=1", {.body = tree(entry("a", "100644", 'b'), true)});
        visitor.host.answer(treePath('a'), {.body = tree(entry("a", "100644", 'b') + ',' + entry("big", "040000", 'c') +
                                                         ',' + entry("small", "040000", 'd'))});
        visitor.host.answer(treePath('c') + "?recursive=1", {.body = tree({}, true)});
        visitor.host.answer(treePath('c'),
                            {.body = tree(entry("deep", "040000", 'e') + ',' + entry("y", "100644", 'b'))});
        visitor.host.answer(treePath('d') + "?recursive=1", {.body = tree(entry("z", "100644", 'b'))});
        visitor.host.answer(treePath('e') + "?recursive=1", {.body = tree(entry("w", "100644", 'b'))});

        const auto entries = visitor.ended(readTree(visitor.api, web(), id('a'), {}));

        QVERIFY(entries);
        QCOMPARE(pathsOf(*entries),
                 (QStringList{u"a"_s, u"big"_s, u"big/deep"_s, u"big/deep/w"_s, u"big/y"_s, u"small"_s, u"small/z"_s}));
    }

    void aTreeThatDoesNotEndIsGivenUp()
    {
        Visitor visitor;
        visitor.host.otherwise([](const Received &request) {
            const bool isWhole = request.target.contains("recursive");
            return Answer{.body = tree(isWhole ? QByteArray{} : entry("again", "040000", 'a'), isWhole)};
        });

        const auto entries = visitor.ended(readTree(visitor.api, web(), id('a'), {}));

        QVERIFY(!entries);
        QCOMPARE(entries.error().kind, Error::Kind::InvalidInput);
        QVERIFY(visitor.host.received().size() <= 100);
    }

    void aHostilePathIsAnError_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const auto *path : {"../x", "a/../../x", "/etc/passwd", "a//b", "", "a/", ".git/config", "x/.GIT/hooks/y",
                                 "a\\u0000b", "./a"})
            QTest::newRow(path) << QByteArray{path};
    }

    void aHostilePathIsAnError()
    {
        QFETCH(QByteArray, path);
        Visitor visitor;
        visitor.host.answer(treePath('a') + "?recursive=1", {.body = tree(entry(path, "100644", 'b'))});

        const auto entries = visitor.ended(readTree(visitor.api, web(), id('a'), {}));
        const auto asText = QJsonDocument::fromJson("[\"" + path + "\"]").array().first().toString();
        const auto made = visitor.ended(createTree(visitor.api, web(), id('a'), {{asText, FileMode::File, "x"}}, {}));

        QVERIFY(!entries);
        QCOMPARE(entries.error().kind, Error::Kind::Protocol);
        QVERIFY(!made);
        QCOMPARE(made.error().kind, Error::Kind::InvalidInput);
    }

    void aFileIsRawAndProvenAndAskedOnce()
    {
        Visitor visitor;
        const QByteArray content = "services:\r\n  web: {}\n\xff";
        const auto blob = ObjectId::ofBlob(content);
        const QByteArray what = "GET /repos/acme/web/git/blobs/" + blob.text().toLatin1();
        visitor.host.answer(what, {.body = content});

        const auto first = visitor.ended(readBlob(visitor.api, web(), blob, 1000, {}));
        const auto second = visitor.ended(readBlob(visitor.api, web(), blob, 1000, {}));

        QCOMPARE(first, content);
        QCOMPARE(second, content);
        QCOMPARE(visitor.host.count(what), 1);
        QCOMPARE(visitor.host.received().first().headers.value("Accept"),
                 QByteArrayView{"application/vnd.github.raw+json"});
    }

    void severalFilesAreAskedForAtOnce()
    {
        Visitor visitor;
        QList<ObjectId> blobs;
        for (const auto *content : {"a", "b", "c"}) {
            blobs.append(ObjectId::ofBlob(content));
            visitor.host.answer("GET /repos/acme/web/git/blobs/" + blobs.last().text().toLatin1(),
                                {.body = content, .manner = Answer::Manner::Held});
        }

        auto reading = readBlobs(visitor.api, web(), blobs, 1000, {});
        QVERIFY(QTest::qWaitFor([&] { return visitor.host.inFlight() == 3; }));
        visitor.host.release();
        const auto contents = visitor.ended(std::move(reading));

        QVERIFY(contents);
        QCOMPARE(contents->value(blobs.at(1)), "b"_ba);
        QCOMPARE(contents->size(), 3);
    }

    void otherBytesAreNotTaken()
    {
        Visitor visitor;
        const auto blob = ObjectId::ofBlob("mine");
        const QByteArray what = "GET /repos/acme/web/git/blobs/" + blob.text().toLatin1();
        visitor.host.answer(what, {.body = "yours"});
        visitor.memory.keep(http::Cache::Kind::Content, u"blob:"_s + blob.text(), {"stale"});

        const auto read = visitor.ended(readBlob(visitor.api, web(), blob, 1000, {}));

        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Protocol);
    }

    void aFileThatIsTooBigIsNotRead()
    {
        Visitor visitor;
        const QByteArray content(2000, 'x');
        const auto blob = ObjectId::ofBlob(content);
        visitor.host.answer("GET /repos/acme/web/git/blobs/" + blob.text().toLatin1(), {.body = content});

        QVERIFY(!visitor.ended(readBlob(visitor.api, web(), blob, 1000, {})));
    }

    void aTreeIsMadeOfProvenBytesAndKeepsModes()
    {
        Visitor visitor;
        const QByteArray script = "#!/bin/sh\r\n\x01\xff";
        const auto blob = ObjectId::ofBlob(script);
        visitor.host.answer("POST /repos/acme/web/git/blobs",
                            {.status = 201, .body = R"({"sha":")" + blob.text().toLatin1() + R"("})"});
        visitor.host.answer("POST /repos/acme/web/git/trees", {.status = 201, .body = withIds(R"({"sha":"@b"})")});

        const auto made = visitor.ended(
            createTree(visitor.api, web(), id('a'), {{u"bin/deploy.sh"_s, FileMode::Executable, script}}, {}));

        QCOMPARE(made, id('b'));
        QCOMPARE(QByteArray::fromBase64(visitor.sent(0)[u"content"].toString().toLatin1()), script);
        QCOMPARE(visitor.sent(0)[u"encoding"].toString(), u"base64"_s);
        QCOMPARE(visitor.sent(1)[u"base_tree"].toString(), id('a').text());
        QCOMPARE(visitor.sent(1)[u"tree"].toArray(), (QJsonArray{QJsonObject{{u"path"_s, u"bin/deploy.sh"_s},
                                                                             {u"mode"_s, u"100755"_s},
                                                                             {u"type"_s, u"blob"_s},
                                                                             {u"sha"_s, blob.text()}}}));
    }

    void aHostThatKeepsOtherBytesIsNotBelieved()
    {
        Visitor visitor;
        visitor.host.answer("POST /repos/acme/web/git/blobs", {.status = 201, .body = withIds(R"({"sha":"@c"})")});

        const auto made = visitor.ended(createBlob(visitor.api, web(), "x", {}));

        QVERIFY(!made);
        QCOMPARE(made.error().kind, Error::Kind::Protocol);
    }

    void aCommitHasItsTreeAndOneParent()
    {
        Visitor visitor;
        visitor.host.answer("POST /repos/acme/web/git/commits", {.status = 201, .body = withIds(R"({"sha":"@c"})")});

        const auto made =
            visitor.ended(createCommit(visitor.api, web(), u"Update api to 1.5.0"_s, id('b'), id('a'), {}));

        QCOMPARE(made, id('c'));
        QCOMPARE(visitor.sent(0), (QJsonObject{{u"message"_s, u"Update api to 1.5.0"_s},
                                               {u"tree"_s, id('b').text()},
                                               {u"parents"_s, QJsonArray{id('a').text()}}}));
    }
};

const slipway::test::Registered<ContentsTest> registered;

#include "contents_test.moc"
