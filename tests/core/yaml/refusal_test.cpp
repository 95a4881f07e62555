// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/document.h"

#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway::yaml;
using Code = ParseError::Code;

/// Broken, oversized and hostile files: an error with a place, soon, and nothing on stderr.
class RefusalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesThePlace_data();
    void namesThePlace();
    void saysItPlainly_data();
    void saysItPlainly();
    void aDuplicateKeyNamesBothLines();
    void duplicateKeysAreFoundInLargeMappings();
    void keysOfDifferentMappingsMayBeTheSame();
    void theLimitsAreMet_data();
    void theLimitsAreMet();
    void whatIsBigButHonestIsRead_data();
    void whatIsBigButHonestIsRead();
    void hostileFilesCostLittle_data();
    void hostileFilesCostLittle();
};

namespace
{

const slipway::test::Registered<RefusalTest> registered;

QByteArray numbered(const QByteArray &before, int count, const QByteArray &after)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += before + QByteArray::number(i) + after;
    return text;
}

/// Each line is a list of nine aliases of the line before.
QByteArray aliasBomb(int lines)
{
    QByteArray text = "a0: &a0 x\n";
    for (int i = 1; i <= lines; ++i) {
        const QByteArray alias = "*a" + QByteArray::number(i - 1);
        text += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" +
                QByteArray{alias + ","}.repeated(8) + alias + "]\n";
    }
    return text;
}

} // namespace

void RefusalTest::namesThePlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Code>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");

    QTest::newRow("a byte that is no UTF-8") << QByteArray{"a: b\nk\xc3\xa9y: \xff\n"} << Code::Encoding << 2 << 6;
    QTest::newRow("Latin-1") << QByteArray{"# caf\xe9\n"} << Code::Encoding << 1 << 6;
    QTest::newRow("a character cut off") << QByteArray{"a: \xe2\x82"} << Code::Encoding << 1 << 4;
    QTest::newRow("a surrogate") << QByteArray{"a: \xed\xa0\x80"} << Code::Encoding << 1 << 4;
    QTest::newRow("UTF-16, little") << QByteArray{"\xff\xfe"
                                                  "a\0:\0",
                                                  6}
                                    << Code::Encoding << 1 << 1;
    QTest::newRow("UTF-16, big") << QByteArray{"\xfe\xff\0a", 4} << Code::Encoding << 1 << 1;
    QTest::newRow("NUL") << QByteArray{"a: b\nc: d\0e\n", 12} << Code::Invalid << 2 << 5;
    QTest::newRow("NUL behind a byte order mark") << QByteArray{"\xef\xbb\xbf\0", 4} << Code::Invalid << 1 << 1;
    QTest::newRow("escape character") << QByteArray{"a: \x1b[31m\n"} << Code::Invalid << 1 << 4;
    QTest::newRow("tab in indentation") << QByteArray{"a:\n\tb: 1\n"} << Code::Invalid << 2 << 1;
    QTest::newRow("alias without anchor") << QByteArray{"a: 1\nb: *none\n"} << Code::Invalid << 2 << 5;
    QTest::newRow("anchor of another document") << QByteArray{"a: &x 1\n---\nb: *x\n"} << Code::Invalid << 3 << 5;
    QTest::newRow("alias to an ancestor") << QByteArray{"a: &x\n  b: *x\n"} << Code::Invalid << 2 << 7;
    QTest::newRow("merge key to an ancestor") << QByteArray{"a: &x\n  <<: *x\n"} << Code::Invalid << 2 << 8;
    QTest::newRow("quote that does not end") << QByteArray{"a: b\nc: 'd\n"} << Code::Invalid << 2 << 5;
    QTest::newRow("template") << QByteArray{"image: {{ registry }}/web\n"} << Code::Invalid << 1 << 22;
    QTest::newRow("version") << QByteArray{"%YAML 2.0\n---\na\n"} << Code::Invalid << 1 << 1;
    QTest::newRow("the same key") << QByteArray{"a: 1\nb: 2\n\"a\": 3\n"} << Code::DuplicateKey << 3 << 2;
    QTest::newRow("two merge keys") << QByteArray{"x: &x {}\ny:\n  <<: *x\n  <<: *x\n"} << Code::DuplicateKey << 4 << 3;
    QTest::newRow("the same key by alias") << QByteArray{"? &k a\n: 1\n? *k\n: 2\n"} << Code::DuplicateKey << 3 << 4;
    QTest::newRow("the same key in braces") << QByteArray{"{a: 1, a: 2}"} << Code::DuplicateKey << 1 << 8;
}

void RefusalTest::namesThePlace()
{
    QFETCH(QByteArray, text);

    const auto stream = Stream::parse(text);

    QVERIFY(!stream);
    QTEST(stream.error().code, "code");
    QTEST(stream.error().line, "line");
    QTEST(stream.error().column, "column");
    QVERIFY(stream.error().message.endsWith(u'.'));
}

void RefusalTest::saysItPlainly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");

    QTest::newRow("tab") << QByteArray{"a:\n\tb: 1\n"} << u"A tab stands where YAML wants spaces."_s;
    QTest::newRow("encoding") << QByteArray{"\xe9"} << u"The byte 0xE9 is not UTF-8 here; save the file as UTF-8."_s;
    QTest::newRow("alias") << QByteArray{"*none"} << u"The alias *none has no anchor &none before it."_s;
    QTest::newRow("colon") << QByteArray{"a: b: c\n"}
                           << u"A second \": \" in one line: a value with \": \" in it needs quotes."_s;
    QTest::newRow("bracket") << QByteArray{"a: [1, 2\n"} << u"A [ or { has no closing bracket."_s;
    QTest::newRow("template") << QByteArray{"a: %x\n"} << u"A text that begins with this character needs quotes."_s;
    QTest::newRow("escape") << QByteArray{R"(a: "\q")"}
                            << uR"(YAML does not know this escape; in double quotes write \\ for a \.)"_s;
}

void RefusalTest::saysItPlainly()
{
    QFETCH(QByteArray, text);

    const auto stream = Stream::parse(text);

    QVERIFY(!stream);
    QTEST(stream.error().message, "message");
}

void RefusalTest::aDuplicateKeyNamesBothLines()
{
    const auto stream = Stream::parse("services:\n  web: 1\n  db: 2\n  web: 3\n");

    QVERIFY(!stream);
    QCOMPARE(stream.error(), (ParseError{Code::DuplicateKey, 4, 3, u"The key “web” is already there, in line 2."_s}));
}

void RefusalTest::duplicateKeysAreFoundInLargeMappings()
{
    const auto stream = Stream::parse(numbered("key", 100, ": x\n") + "key17: y\n");

    QVERIFY(!stream);
    QCOMPARE(stream.error().code, Code::DuplicateKey);
    QCOMPARE(stream.error().line, 101);
    QVERIFY(stream.error().message.contains(u"line 18"_s));
}

void RefusalTest::keysOfDifferentMappingsMayBeTheSame()
{
    QVERIFY(Stream::parse("a: {a: {a: 1}}\nb: [{a: 1}, {a: 1}]\n---\na: 1\n"));
}

void RefusalTest::theLimitsAreMet_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isRead");
    const auto mib16 = 16 * 1024 * 1024;

    QTest::newRow("16 MiB") << "# " + QByteArray{mib16 - 2, 'x'} << true;
    QTest::newRow("16 MiB and a byte") << "# " + QByteArray{mib16 - 1, 'x'} << false;
    QTest::newRow("64 levels") << QByteArray{64, '['} + QByteArray{64, ']'} << true;
    QTest::newRow("65 levels") << QByteArray{65, '['} + QByteArray{65, ']'} << false;
    const QByteArray thousandNodes = "- &a [" + numbered("x", 998, ",") + "]\n";
    QTest::newRow("99,901 nodes after aliases") << thousandNodes + QByteArray{"- *a\n"}.repeated(99) << true;
    QTest::newRow("100,900 nodes after aliases") << thousandNodes + QByteArray{"- *a\n"}.repeated(100) << false;
}

void RefusalTest::theLimitsAreMet()
{
    QFETCH(QByteArray, text);

    const auto stream = Stream::parse(text);

    QTEST(stream.has_value(), "isRead");
    if (!stream)
        QCOMPARE(stream.error().code, Code::Invalid);
}

void RefusalTest::whatIsBigButHonestIsRead_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("more nodes than aliases may add") << numbered("service-", 200'000, ": {image: 'nginx:1'}\n");
    QTest::newRow("a merge key in each service")
        << "x: &x {restart: always, logging: {driver: json-file, options: {max-size: 10m}}}\n" +
               numbered("service-", 20'000, ": {<<: *x, image: 'nginx:1'}\n");
    QTest::newRow("JSON in one line") << "{" + numbered("\"s", 50'000, "\": {\"image\": \"nginx:1\"},") +
                                             "\"last\": 1}";
    QTest::newRow("a text with blank lines") << "a: |\n" + QByteArray{"  x\n\n\n\n"}.repeated(100'000);
    QTest::newRow("deeply indented text") << "a: >\n" + QByteArray{QByteArray{200, ' '} + "x\n"}.repeated(20'000);
}

void RefusalTest::whatIsBigButHonestIsRead()
{
    QFETCH(QByteArray, text);

    const auto stream = Stream::parse(text);

    QVERIFY2(stream, stream ? "" : qPrintable(stream.error().message));
}

void RefusalTest::hostileFilesCostLittle_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isRead");

    QTest::newRow("alias bomb") << aliasBomb(9) << false;
    QTest::newRow("alias bomb, wide") << "a: &a [" + numbered("x", 50'000, ",") + "]\nb: [" +
                                             QByteArray{"*a,"}.repeated(50'000) + "]\n"
                                      << false;
    QTest::newRow("open brackets") << QByteArray{4'000'000, '['} << false;
    QTest::newRow("open braces") << QByteArray{4'000'000, '{'} << false;
    QTest::newRow("open lists") << QByteArray{"- "}.repeated(1'000'000) << false;
    QTest::newRow("tag directives") << numbered("%TAG !a", 100'000, "! b\n") + "--- a\n" << false;
    QTest::newRow("blank lines in a text") << "a: b" + QByteArray{1'000'000, '\n'} + "  c\n" << false;
    QTest::newRow("blank lines in a block") << "a: |\n" + QByteArray{1'000'000, '\n'} + "  c\n" << false;
    QTest::newRow("spaces in a block") << "a: |\n" + QByteArray{"   \n"}.repeated(250'000) + "   c\n" << false;
    QTest::newRow("many keys") << numbered("k", 100'000, ":\n") << true;
    QTest::newRow("many anchors") << numbered("- &a", 100'000, " x\n") << true;
    QTest::newRow("empty documents") << QByteArray{"---\n"}.repeated(200'000) << false;
    QTest::newRow("a quote that does not end") << '"' + QByteArray{4'000'000, 'x'} << false;
}

void RefusalTest::hostileFilesCostLittle()
{
    QFETCH(QByteArray, text);
    QElapsedTimer timer;
    timer.start();

    const auto stream = Stream::parse(text);

    QTEST(stream.has_value(), "isRead");
    QVERIFY2(timer.elapsed() < 5'000, "quadratic time: a linear parse of these takes 0.2 s at most");
}

#include "refusal_test.moc"
