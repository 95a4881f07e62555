// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/environment.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::compose;

namespace
{

std::expected<Environment, Problem> read(const QByteArray &text, const EnvironmentPointer &known = {})
{
    return readEnvironment(text, u"sub/.env"_s, u"/stack/sub/.env"_s, known);
}

/// A row's name in one line.
QByteArray inOneLine(QByteArray text)
{
    return text.replace('\n', "\\n").replace('\r', "\\r");
}

VariablePointer variable(const QByteArray &text, const QByteArray &name)
{
    const auto variables = read(text);
    return variables ? variables->find(name) : nullptr;
}

} // namespace

class EnvironmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatComposeReads_data();
    void readsWhatComposeReads();
    void leavesUnsetWhatComposeLeavesUnset_data();
    void leavesUnsetWhatComposeLeavesUnset();
    void knowsWhereAValueIsWritten_data();
    void knowsWhereAValueIsWritten();
    void tellsAValueThatIsNotItsBytes_data();
    void tellsAValueThatIsNotItsBytes();
    void namesTheLineThatItCannotRead_data();
    void namesTheLineThatItCannotRead();
    void refusesWhatIsNoUtf8();
    void letsTheLastDefinitionWin();
    void letsAnIncludingProjectWin();
    void remembersWhatAValueIsMadeOf();
    void endsWhereValuesMultiply();
};

void EnvironmentTest::readsWhatComposeReads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("value"); // of A, as Docker Compose 2.26 has it

    const auto row = [](const char *text, const char *value) {
        QTest::newRow(inOneLine(text).constData()) << QByteArray{text} << QByteArray{value};
    };
    row("A=1", "1");
    row("A=1\n", "1");
    row("A=1\r\nB=2\r\n", "1");
    row("\xEF\xBB\xBF"
        "A=1",
        "1");
    row("  A=1", "1");
    row("\n\n# comment\n  # comment\nA=1", "1");
    row("A = 1  ", "1");
    row("A:1", "1");
    row("A: 1", "1");
    row("export A=1", "1");
    row("export\t A=1", "1");
    row("exportA=2\nA=1", "1");
    row("A=", "");
    row("A=\nB=1", "");
    row("A=b c", "b c");
    row("A=1 # comment", "1");
    row("A=1 #", "1");
    row("A=1#2", "1#2");
    row("A=1\t#2", "1\t#2");
    row("A= #2", "#2");
    row("A=x=y", "x=y");
    row("A=x\"y\"", "x\"y\"");
    row("A=x\\ny", "x\\ny");
    row("A='1'", "1");
    row("A='$B # \"'", "$B # \"");
    row("A='it\\'s'", "it's");
    row("A='a\\nb'", "a\\nb");
    row("A=\"1\" # comment", "1");
    row("A=\"1\"#comment", "1");
    row("A=\"# '\"", "# '");
    row("A=\"a\\tb\\nc\\\\d\\\"e\"", "a\tb\nc\\d\"e");
    row("A=\"a\\qb\\cd\"", "a\\qb\\cd");
    row("A=\"\\$B $$B\"", "$B $B");
    row("A=\"one\ntwo\"\nB=3", "one\ntwo");
    row("A='one\ntwo'", "one\ntwo");
    row("B=1\nA=$B-${B}", "1-1");
    row("B=1\nA=\"${B}\"", "1");
    row("A=${B:-x}", "x");
    row("A=$B.", ".");
    row("A=$1", "$1");
    row("A=\"1\" B=2", "1");
    row("B=\"1\" A=2", "2");
    row("B\nA=1", "1");
    row("a.b-c[0]_d=2\nA=1", "1");
    row("\xC3\x84=2\nA=1", "1");
}

void EnvironmentTest::readsWhatComposeReads()
{
    QFETCH(const QByteArray, text);

    const auto variables = read(text);

    QVERIFY2(variables, variables ? "" : qPrintable(variables.error().message));
    QVERIFY(variables->find("A"));
    QTEST(variables->find("A")->value, "value");
}

void EnvironmentTest::leavesUnsetWhatComposeLeavesUnset_data()
{
    QTest::addColumn<QByteArray>("text");

    for (const auto *text : {"", "\n", "B=1", "# A=1", "A", "A\n", "A\r\nB=1", "export A", "a=1", "  #A=1"})
        QTest::newRow(inOneLine(text).constData()) << QByteArray{text};
}

void EnvironmentTest::leavesUnsetWhatComposeLeavesUnset()
{
    QFETCH(const QByteArray, text);

    const auto variables = read(text);

    QVERIFY(variables);
    QVERIFY(!variables->find("A"));
}

void EnvironmentTest::knowsWhereAValueIsWritten_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<qsizetype>("begin");

    const auto row = [](const char *text, int line, qsizetype begin) {
        QTest::newRow(inOneLine(text).constData()) << QByteArray{text} << line << begin;
    };
    row("A=1.27", 1, 2);
    row("\xEF\xBB\xBF"
        "A=1.27",
        1, 5);
    row("B=x\r\n\r\n  A = 1.27 # b\r\n", 3, 13);
    row("# b\nexport A=\"1.27\"", 2, 14);
    row("B=\"\n\n\"\nA='1.27'", 4, 10);
    row("B=1 A\nA: 1.27\n", 2, 9);
}

void EnvironmentTest::knowsWhereAValueIsWritten()
{
    QFETCH(const QByteArray, text);

    const auto found = variable(text, "A");

    QVERIFY(found);
    QTEST(found->line, "line");
    QTEST(found->begin, "begin");
    QCOMPARE(text.sliced(found->begin, found->end - found->begin), "1.27");
    QVERIFY(found->verbatim);
    QCOMPARE(found->file, u"sub/.env"_s);
    QCOMPARE(found->path, u"/stack/sub/.env"_s);
}

void EnvironmentTest::tellsAValueThatIsNotItsBytes_data()
{
    QTest::addColumn<QByteArray>("text");

    for (const auto *text : {"A=$B", "A=${B:-1}", "A=\"1\\t2\"", "A='\\''", "A=\"1\n2\"", "A=$$"})
        QTest::newRow(inOneLine(text).constData()) << QByteArray{text};
}

void EnvironmentTest::tellsAValueThatIsNotItsBytes()
{
    QFETCH(const QByteArray, text);

    const auto found = variable(text, "A");

    QVERIFY(found);
    QVERIFY(!found->verbatim);
}

void EnvironmentTest::namesTheLineThatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");

    const auto row = [](const char *text, int line, int column) {
        QTest::newRow(inOneLine(text).constData()) << QByteArray{text} << line << column;
    };
    row("A=1\nsecret words\n", 2, 1);
    row("A B=secret", 1, 1);
    row("\n\nA=\"secret", 3, 3);
    row("A='secret\n\n", 1, 3);
    row("A=1\n\nB=${secret", 3, 3);
    row("B=\"${}\"", 1, 4);
    row("A=${B:-${}}", 1, 3);
    row("\xEF\xBB\xBFÄ=${", 1, 3);
    row("{ \"secret\": 1 }", 1, 1);
    row("-----BEGIN secret-----", 1, 1);
}

void EnvironmentTest::namesTheLineThatItCannotRead()
{
    QFETCH(const QByteArray, text);

    const auto variables = read(text);

    QVERIFY(!variables);
    const auto &problem = variables.error();
    QCOMPARE(problem.file, u"sub/.env"_s);
    QCOMPARE(problem.code, u"interpolation-invalid"_s);
    QCOMPARE(problem.severity, Problem::Severity::Error);
    QVERIFY(problem.line);
    QTEST(*problem.line, "line");
    QTEST(problem.column.value_or(0), "column");
    QVERIFY(!problem.message.contains(u"secret"_s));
}

void EnvironmentTest::refusesWhatIsNoUtf8()
{
    const auto variables = read("B=1\nA=\xFF\n");

    QVERIFY(!variables);
    QCOMPARE(variables.error().code, u"encoding"_s);
    QCOMPARE(variables.error().line, 2);
    QCOMPARE(variables.error().column, 3);
}

void EnvironmentTest::letsTheLastDefinitionWin()
{
    const auto found = variable("A=1\nB=$A\nA=2\n", "A");

    QVERIFY(found);
    QCOMPARE(found->value, "2");
    QCOMPARE(found->line, 3);
    QCOMPARE(variable("A=1\nB=$A\nA=2\n", "B")->value, "1");
}

void EnvironmentTest::letsAnIncludingProjectWin()
{
    const auto outer = std::make_shared<const Environment>(*read("A=outer\n"));

    const auto inner = read("A=inner\nB=$A\nC=1\n", outer);
    QVERIFY(inner);
    Environment both(outer);
    both.add(*inner);

    QCOMPARE(both.find("A")->value, "outer");
    QCOMPARE(both.find("B")->value, "outer");
    QCOMPARE(both.find("C")->value, "1");
    QCOMPARE(inner->find("A")->value, "inner");
}

void EnvironmentTest::remembersWhatAValueIsMadeOf()
{
    const auto variables = read("A=1\nB=2\nC=$A-${D:-$B}-$E-$A\nF='$A'\n");

    QVERIFY(variables);
    QCOMPARE(variables->find("C")->uses, (QList{variables->find("A"), variables->find("B")}));
    QVERIFY(variables->find("F")->uses.isEmpty());
}

void EnvironmentTest::endsWhereValuesMultiply()
{
    QByteArray doubling = "A0=xxxxxxxxxxxxxxxx\n";
    for (int i = 1; i < 40; ++i)
        doubling +=
            "A" + QByteArray::number(i) + "=$A" + QByteArray::number(i - 1) + "$A" + QByteArray::number(i - 1) + '\n';
    const QByteArray many = "A=" + QByteArray(60'000, 'x') + '\n' + QByteArray("B=$A\n").repeated(1000);

    const auto doubled = read(doubling);
    const auto repeated = read(many);

    QVERIFY(!doubled);
    QCOMPARE(doubled.error().code, u"interpolation-invalid"_s);
    QVERIFY(!repeated);
    QCOMPARE(repeated.error().code, u"interpolation-invalid"_s);
}

const slipway::test::Registered<EnvironmentTest> registered;

#include "environment_test.moc"
