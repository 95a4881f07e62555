// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/document.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway::yaml;
using namespace Qt::StringLiterals;

/// Values and their places, as other rooms rely on them.
class DocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aScalarKnowsItsBytes_data();
    void aScalarKnowsItsBytes();
    void aTextThatIsNotItsBytesIsNotVerbatim_data();
    void aTextThatIsNotItsBytesIsNotVerbatim();
    void aLastLineEndIsInTheValueButNotInTheBytes();
    void columnsCountCharactersAndNoByteOrderMark();
    void lineEndsOfAllSystemsCount();
    void aValueThatIsNotWrittenStandsBehindItsColon();
    void jsonIsYaml();
    void everyDocumentHasItsRoot();
    void aliasesAndMergeKeysStayNodes();
    void anAnchorMeansTheLastOneBefore();
    void tagsAreResolved();
    void aPairInBracketsBeginsAtItsKey();
    void iteratesChildrenAndPairs();
    void theTextIsKeptAsItIs();
};

namespace
{

const slipway::test::Registered<DocumentTest> registered;

/// The value of the key `v` in the first document.
const Node &valueNode(const Stream &stream)
{
    return stream.node(stream.find(stream.documents().front(), "v"));
}

QByteArrayView bytesOf(const Stream &stream, const Node &node)
{
    return QByteArrayView{stream.text()}.sliced(node.begin, node.end - node.begin);
}

} // namespace

void DocumentTest::aScalarKnowsItsBytes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Style>("style");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");

    QTest::newRow("plain") << QByteArray{"v: nginx:1.27  # c\n"} << Style::Plain << QByteArray{"nginx:1.27"} << 1 << 4;
    QTest::newRow("plain in its own line") << QByteArray{"v:\n    a:1"} << Style::Plain << QByteArray{"a:1"} << 2 << 5;
    QTest::newRow("plain in braces") << QByteArray{"{w: 1, v: a:1}"} << Style::Plain << QByteArray{"a:1"} << 1 << 11;
    QTest::newRow("single-quoted") << QByteArray{"v: 'a # b'\n"} << Style::SingleQuoted << QByteArray{"a # b"} << 1
                                   << 5;
    QTest::newRow("double-quoted") << QByteArray{"v: \"a: b\"\n"} << Style::DoubleQuoted << QByteArray{"a: b"} << 1
                                   << 5;
    QTest::newRow("empty in quotes") << QByteArray{"v: ''\n"} << Style::SingleQuoted << QByteArray{} << 1 << 5;
    QTest::newRow("literal") << QByteArray{"v: |-\n  a:1\n"} << Style::Literal << QByteArray{"a:1"} << 2 << 3;
    QTest::newRow("folded") << QByteArray{"v: >-\n    a:1\nw: x\n"} << Style::Folded << QByteArray{"a:1"} << 2 << 5;
    QTest::newRow("block without last line end")
        << QByteArray{"v: >-\n  a:1"} << Style::Folded << QByteArray{"a:1"} << 2 << 3;
    QTest::newRow("block before blank lines")
        << QByteArray{"v: |-\n  a:1\n\n\nw: x\n"} << Style::Literal << QByteArray{"a:1"} << 2 << 3;
    QTest::newRow("block before a comment")
        << QByteArray{"v: |-\n  a:1\n# c\nw: x\n"} << Style::Literal << QByteArray{"a:1"} << 2 << 3;
    QTest::newRow("block that ends in spaces")
        << QByteArray{"v: |-\n  a:1  \n"} << Style::Literal << QByteArray{"a:1  "} << 2 << 3;
    QTest::newRow("block that begins with spaces")
        << QByteArray{"v: |2-\n    a:1\n"} << Style::Literal << QByteArray{"  a:1"} << 2 << 3;
    QTest::newRow("block that begins with a tab")
        << QByteArray{"v: |-\n  \ta:1\n"} << Style::Literal << QByteArray{"\ta:1"} << 2 << 3;
    QTest::newRow("nested block") << QByteArray{"x:\n  y: |-\n    b\n  z: c\nv: d\n"} << Style::Plain << QByteArray{"d"}
                                  << 5 << 4;
    QTest::newRow("block in CRLF") << QByteArray{"v: |-\r\n  a:1\r\nw: x\r\n"} << Style::Literal << QByteArray{"a:1"}
                                   << 2 << 3;
    QTest::newRow("behind a tag and an anchor")
        << QByteArray{"v: !override &x a:1\n"} << Style::Plain << QByteArray{"a:1"} << 1 << 17;
}

void DocumentTest::aScalarKnowsItsBytes()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, value);

    const auto stream = Stream::parse(text);

    QVERIFY(stream);
    const auto &node = valueNode(*stream);
    QTEST(node.style, "style");
    QCOMPARE(node.value, value);
    QCOMPARE(bytesOf(*stream, node), value);
    QVERIFY(node.verbatim);
    QTEST(node.line, "line");
    QTEST(node.column, "column");
}

void DocumentTest::aTextThatIsNotItsBytesIsNotVerbatim_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("escape") << QByteArray{R"(v: "a\x31")"} << QByteArray{"a1"} << QByteArray{R"(a\x31)"};
    QTest::newRow("doubled quote") << QByteArray{"v: 'it''s'"} << QByteArray{"it's"} << QByteArray{"it''s"};
    QTest::newRow("two doubled quotes") << QByteArray{"v: 'ab''''cd'"} << QByteArray{"ab''cd"}
                                        << QByteArray{"ab''''cd"};
    QTest::newRow("many doubled quotes") << QByteArray{"v: '" + QByteArray{"''"}.repeated(100) + "x'"}
                                         << QByteArray{QByteArray{100, '\''} + "x"}
                                         << QByteArray{QByteArray{"''"}.repeated(100) + "x"};
    QTest::newRow("quoted over lines") << QByteArray{"v: 'a  \r\n\r\n \tb ''\n c  d '"} << QByteArray{"a\nb ' c  d "}
                                       << QByteArray{"a  \r\n\r\n \tb ''\n c  d "};
    QTest::newRow("plain, folded") << QByteArray{"v: a\n  b\nw: c"} << QByteArray{"a b"} << QByteArray{"a\n  b"};
    QTest::newRow("quoted, folded") << QByteArray{"v: 'a\n  b'"} << QByteArray{"a b"} << QByteArray{"a\n  b"};
    QTest::newRow("literal") << QByteArray{"v: |-\n  a\n  b\n"} << QByteArray{"a\nb"} << QByteArray{"a\n  b"};
    QTest::newRow("folded") << QByteArray{"v: >-\n\n  a\n  b\n"} << QByteArray{"\na b"} << QByteArray{"a\n  b"};
    QTest::newRow("block that begins with spaces")
        << QByteArray{"v: |2-\n       \n  b"} << QByteArray{"     \nb"} << QByteArray{"b"};
    QTest::newRow("block without text") << QByteArray{"v: |+\n\n\nw: c\n"} << QByteArray{"\n\n"} << QByteArray{};
}

void DocumentTest::aTextThatIsNotItsBytesIsNotVerbatim()
{
    QFETCH(QByteArray, text);

    const auto stream = Stream::parse(text);

    QVERIFY(stream);
    const auto &node = valueNode(*stream);
    QVERIFY(!node.verbatim);
    QTEST(node.value.toByteArray(), "value");
    QTEST(bytesOf(*stream, node).toByteArray(), "bytes");
}

void DocumentTest::aLastLineEndIsInTheValueButNotInTheBytes()
{
    for (const auto &text : {"v: |\n  nginx:1\n"_ba, "v: >\n  nginx:1\n\nw: x\n"_ba}) {
        const auto stream = Stream::parse(text);

        QVERIFY(stream);
        const auto &node = valueNode(*stream);
        QCOMPARE(node.value, "nginx:1\n");
        QCOMPARE(bytesOf(*stream, node), "nginx:1");
        QVERIFY(!node.verbatim);
    }
}

void DocumentTest::columnsCountCharactersAndNoByteOrderMark()
{
    const auto stream = Stream::parse("\xef\xbb\xbf{\"k\xc3\xa9y \xf0\x9f\x90\xb3\":\t1, v: 'a:1'}\n");

    QVERIFY(stream);
    const auto &node = valueNode(*stream);
    QCOMPARE(node.line, 1);
    QCOMPARE(node.column, 18);
    QCOMPARE(bytesOf(*stream, node), "a:1");
}

void DocumentTest::lineEndsOfAllSystemsCount()
{
    for (const auto &text : {"a: 1\nv: 2\n"_ba, "a: 1\r\nv: 2\r\n"_ba, "a: 1\rv: 2\r"_ba}) {
        const auto stream = Stream::parse(text);

        QVERIFY(stream);
        QCOMPARE(valueNode(*stream).line, 2);
        QCOMPARE(valueNode(*stream).column, 4);
        QCOMPARE(valueNode(*stream).value, "2");
    }
}

void DocumentTest::aValueThatIsNotWrittenStandsBehindItsColon()
{
    for (const auto &text : {"  v:\n"_ba, "\"v\": "_ba, "{v: }"_ba, "{v : , w: 1}"_ba}) {
        const auto stream = Stream::parse(text);

        QVERIFY(stream);
        const auto &node = valueNode(*stream);
        QCOMPARE(node.value, "");
        QCOMPARE(node.begin, text.indexOf(':') + 1);
        QCOMPARE(node.end, node.begin);
        QCOMPARE(node.column, node.begin + 1);
    }
}

void DocumentTest::jsonIsYaml()
{
    const auto stream = Stream::parse(R"({"services": {"web": {"image": "nginx:1.27", "ports": [80, 443]}}})");

    QVERIFY(stream);
    const auto web = stream->find(stream->find(stream->documents().front(), "services"), "web");
    const auto &image = stream->node(stream->find(web, "image"));
    QCOMPARE(image.value, "nginx:1.27");
    QCOMPARE(image.style, Style::DoubleQuoted);
    QVERIFY(image.verbatim);
}

void DocumentTest::everyDocumentHasItsRoot()
{
    const auto stream = Stream::parse("v: 1\n---\n---\nv: 2\n...\n");

    QVERIFY(stream);
    QCOMPARE(stream->documents().size(), 3);
    QCOMPARE(stream->documents()[1], noNode);
    QCOMPARE(stream->node(stream->find(stream->documents()[2], "v")).value, "2");
    QCOMPARE(Stream::parse("")->documents().size(), 0);
    QCOMPARE(Stream::parse("# only a comment\n")->documents().size(), 0);
}

void DocumentTest::aliasesAndMergeKeysStayNodes()
{
    const auto stream = Stream::parse("x: &base {image: a:1}\nv:\n  <<: *base\n  image: b:2\n");

    QVERIFY(stream);
    const auto root = stream->documents().front();
    const auto merged = stream->find(stream->find(root, "v"), "<<");
    QCOMPARE(stream->node(merged).kind, Kind::Alias);
    QCOMPARE(stream->node(merged).value, "base");
    QCOMPARE(stream->resolved(merged), stream->find(root, "x"));
    QCOMPARE(stream->node(stream->resolved(merged)).anchor, "base");
    QCOMPARE(stream->resolved(root), root);
}

void DocumentTest::anAnchorMeansTheLastOneBefore()
{
    const auto stream = Stream::parse("a: &x 1\nb: *x\nc: &x 2\nv: *x\n");

    QVERIFY(stream);
    const auto root = stream->documents().front();
    QCOMPARE(stream->resolved(stream->find(root, "b")), stream->find(root, "a"));
    QCOMPARE(stream->resolved(stream->find(root, "v")), stream->find(root, "c"));
}

void DocumentTest::tagsAreResolved()
{
    const auto stream = Stream::parse("%TAG !e! tag:example.org,2025:\n---\n[!reset null, !!str 1, !e!x y, plain]\n");

    QVERIFY(stream);
    QList<QByteArrayView> tags;
    for (const auto child : stream->children(stream->documents().front()))
        tags += stream->node(child).tag;
    QCOMPARE(tags, (QList<QByteArrayView>{"!reset", "tag:yaml.org,2002:str", "tag:example.org,2025:x", ""}));
}

void DocumentTest::aPairInBracketsBeginsAtItsKey()
{
    const auto stream = Stream::parse("v: [a, key: b]\n");

    QVERIFY(stream);
    const auto &sequence = valueNode(*stream);
    const auto &mapping = stream->node(stream->node(sequence.first).next);
    QCOMPARE(mapping.kind, Kind::Mapping);
    QCOMPARE(mapping.begin, 7);
    QCOMPARE(mapping.column, 8);
}

void DocumentTest::iteratesChildrenAndPairs()
{
    const auto stream = Stream::parse("a: 1\nb: [x, y]\nc: {}\n");
    QVERIFY(stream);
    const auto root = stream->documents().front();
    const auto sequence = stream->find(root, "b");

    QByteArray keys;
    for (const auto [key, value] : stream->pairs(root))
        keys += stream->node(key).value;
    QByteArray items;
    for (const auto child : stream->children(sequence))
        items += stream->node(child).value;

    QCOMPARE(keys, "abc");
    QCOMPARE(items, "xy");
    QVERIFY(stream->pairs(sequence).begin() == std::default_sentinel);
    QVERIFY(stream->pairs(noNode).begin() == std::default_sentinel);
    QVERIFY(stream->children(stream->find(root, "a")).begin() == std::default_sentinel);
    QCOMPARE(stream->find(root, "d"), noNode);
    QCOMPARE(stream->find(sequence, "x"), noNode);
}

void DocumentTest::theTextIsKeptAsItIs()
{
    const QByteArray text = "\xef\xbb\xbf# c\r\nv:  'a'   \r\n\r\n# end";

    const auto stream = Stream::parse(text);

    QVERIFY(stream);
    QCOMPARE(stream->text(), text);
}

#include "document_test.moc"
