// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/proof.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace slipway::yaml;
using namespace Qt::StringLiterals;

/// What the proof lets through, and all that it must catch.
class ProofTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesOneScalarOfEachStyle_data();
    void changesOneScalarOfEachStyle();
    void changesSeveralScalarsAtOnce();
    void changesAPartOfAScalar();
    void keepsMarksLineEndsCommentsAnchorsAndTags();
    void refusesAValueThatIsReadAsSomethingElse_data();
    void refusesAValueThatIsReadAsSomethingElse();
    void aNumberMayBecomeAnotherNumber();
    void refusesEditsOutsideOfTheScalar_data();
    void refusesEditsOutsideOfTheScalar();
    void refusesAChangeThatIsNotMade();
    void refusesAnEditThatNobodyAsksFor();
    void refusesANodeThatIsNoScalar();
    void saysWhere();
};

namespace
{

const test::Registered<ProofTest> registered;

/// The value of the key `v` in the first document.
NodeId valueOf(const Stream &stream)
{
    return stream.find(stream.documents().front(), "v");
}

/// Replaces the whole content of the value of `v`.
Result<QByteArray> withValue(const QByteArray &text, const QByteArray &value)
{
    const auto stream = Stream::parse(text).value();
    const auto id = valueOf(stream);
    return provenEdit(stream, {{stream.node(id).begin, stream.node(id).end, value}}, {{id, value}});
}

} // namespace

void ProofTest::changesOneScalarOfEachStyle_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");

    QTest::newRow("plain") << QByteArray{"v: nginx:1 # c\n"} << QByteArray{"v: nginx:1.27.5 # c\n"};
    QTest::newRow("single-quoted") << QByteArray{"v: 'nginx:1'"} << QByteArray{"v: 'nginx:1.27.5'"};
    QTest::newRow("double-quoted") << QByteArray{"{\"v\": \"nginx:1\"}"} << QByteArray{"{\"v\": \"nginx:1.27.5\"}"};
    QTest::newRow("literal") << QByteArray{"v: |-\n  nginx:1\n"} << QByteArray{"v: |-\n  nginx:1.27.5\n"};
    QTest::newRow("folded") << QByteArray{"v: >-\n  nginx:1\n\nw: x"} << QByteArray{"v: >-\n  nginx:1.27.5\n\nw: x"};
    QTest::newRow("in brackets") << QByteArray{"{v: nginx:1, w: [a, b: c]}"}
                                 << QByteArray{"{v: nginx:1.27.5, w: [a, b: c]}"};
}

void ProofTest::changesOneScalarOfEachStyle()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);

    const auto text = withValue(before, "nginx:1.27.5");

    QVERIFY2(text, text ? "" : qPrintable(text.error().message));
    QCOMPARE(*text, after);
}

void ProofTest::changesSeveralScalarsAtOnce()
{
    const auto stream = Stream::parse("a: x\nb: y\nc: z\n").value();
    const auto root = stream.documents().front();
    const auto a = stream.find(root, "a");
    const auto c = stream.find(root, "c");

    const auto text = provenEdit(stream, {{13, 14, "shorter"}, {3, 4, "longer"}}, {{c, "shorter"}, {a, "longer"}});

    QCOMPARE(text, QByteArray{"a: longer\nb: y\nc: shorter\n"});
}

void ProofTest::changesAPartOfAScalar()
{
    const auto stream = Stream::parse("v: ghcr.io/a:${TAG:-1.0}\n").value();

    const auto text = provenEdit(stream, {{20, 23, "1.10"}}, {{valueOf(stream), "ghcr.io/a:${TAG:-1.10}"}});

    QCOMPARE(text, QByteArray{"v: ghcr.io/a:${TAG:-1.10}\n"});
}

void ProofTest::keepsMarksLineEndsCommentsAnchorsAndTags()
{
    const QByteArray before = "\xef\xbb\xbf# é\r\nv: !override &x  a:1   # c\r\nw: *x\r\n---\r\n...";

    const auto text = withValue(before, "a:10");

    QCOMPARE(text, QByteArray{before}.replace("a:1 ", "a:10 "));
}

void ProofTest::refusesAValueThatIsReadAsSomethingElse_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("value");

    QTest::newRow("mapping") << QByteArray{"v: a\n"} << QByteArray{"b: c"};
    QTest::newRow("comment") << QByteArray{"v: a\n"} << QByteArray{"b # c"};
    QTest::newRow("next line") << QByteArray{"v: a\n"} << QByteArray{"b\nw: c"};
    QTest::newRow("alias") << QByteArray{"w: &x 1\nv: a\n"} << QByteArray{"*x"};
    QTest::newRow("anchor") << QByteArray{"v: a\n"} << QByteArray{"&x a"};
    QTest::newRow("tag") << QByteArray{"v: a\n"} << QByteArray{"!x a"};
    QTest::newRow("quotes") << QByteArray{"v: a\n"} << QByteArray{"'b'"};
    QTest::newRow("end of quotes") << QByteArray{"v: 'a'\n"} << QByteArray{"b' # 'c"};
    QTest::newRow("escape") << QByteArray{"v: \"a\"\n"} << QByteArray{R"(b\x31)"};
    QTest::newRow("end of a list") << QByteArray{"{v: a, w: b}"} << QByteArray{"c, d"};
    QTest::newRow("spaces at the end") << QByteArray{"v: a\n"} << QByteArray{"b  "};
    QTest::newRow("second line of a block") << QByteArray{"v: |-\n  a\n"} << QByteArray{"b\nc"};
    QTest::newRow("indented block") << QByteArray{"v: |-\n  a\n"} << QByteArray{"  b"};
    QTest::newRow("nothing") << QByteArray{"v: a\n"} << QByteArray{};
    QTest::newRow("null") << QByteArray{"v: a\n"} << QByteArray{"null"};
    QTest::newRow("bool") << QByteArray{"v: a\n"} << QByteArray{"true"};
    QTest::newRow("number") << QByteArray{"v: a\n"} << QByteArray{"1.10"};
    QTest::newRow("date") << QByteArray{"v: a\n"} << QByteArray{"2025-01-31"};
    QTest::newRow("not UTF-8") << QByteArray{"v: a\n"} << QByteArray{"\xff"};
    QTest::newRow("NUL") << QByteArray{"v: 'a'\n"} << QByteArray{"b\0c", 3};
}

void ProofTest::refusesAValueThatIsReadAsSomethingElse()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, value);

    const auto after = withValue(text, value);

    QVERIFY(!after);
    QCOMPARE(after.error().kind, Error::Kind::InvalidInput);
}

void ProofTest::aNumberMayBecomeAnotherNumber()
{
    QCOMPARE(withValue("v: 17\n", "18"), QByteArray{"v: 18\n"});
    QCOMPARE(withValue("v: '17'\n", "true"), QByteArray{"v: 'true'\n"});
}

void ProofTest::refusesEditsOutsideOfTheScalar_data()
{
    QTest::addColumn<QList<Edit>>("more");

    QTest::newRow("comment") << QList<Edit>{{7, 8, "d"}};
    QTest::newRow("spaces behind") << QList<Edit>{{4, 5, "  "}};
    QTest::newRow("last line") << QList<Edit>{{10, 10, "# e\n"}};
    QTest::newRow("another scalar") << QList<Edit>{{9, 10, "w"}};
}

void ProofTest::refusesEditsOutsideOfTheScalar()
{
    QFETCH(QList<Edit>, more);
    const auto stream = Stream::parse("v: a # c\nw: b\n").value();

    const auto text = provenEdit(stream, QList<Edit>{{3, 4, "x"}} + more, {{valueOf(stream), "x"}});

    QVERIFY(!text);
}

void ProofTest::refusesAChangeThatIsNotMade()
{
    const auto stream = Stream::parse("v: a\nw: b\n").value();

    QVERIFY(!provenEdit(stream, {}, {{valueOf(stream), "x"}}));
    QVERIFY(!provenEdit(stream, {{3, 4, "y"}}, {{valueOf(stream), "x"}}));
}

void ProofTest::refusesAnEditThatNobodyAsksFor()
{
    const auto stream = Stream::parse("v: a\n").value();

    QVERIFY(!provenEdit(stream, {{3, 4, "x"}}, {}));
}

void ProofTest::refusesANodeThatIsNoScalar()
{
    const auto stream = Stream::parse("v: a\n").value();

    for (const NodeId node : {noNode, stream.documents().front(), stream.size()})
        QVERIFY(!provenEdit(stream, {}, {{node, "x"}}));
}

void ProofTest::saysWhere()
{
    const auto text = withValue("a: b\nv: c\n", "1.10");

    QVERIFY(!text);
    QCOMPARE(text.error().message, u"Line 2, column 4: without quotes the new value would be no text."_s);
}

#include "proof_test.moc"
