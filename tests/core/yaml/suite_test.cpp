// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/document.h"
#include "core/yaml/proof.h"

#include "tests/core/yaml/suite.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway::yaml;
using namespace Qt::StringLiterals;

/// Every input of yaml-test-suite. One is valid there and refused here: 2JQS has the same (empty) key twice.
class SuiteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase(); // without the inputs no test of this class can run
    void tellsValidFromInvalid_data();
    void tellsValidFromInvalid();
    void looseIndentationTakesNothingElse();
    void readsTheTreeThatTheSuiteTells_data();
    void readsTheTreeThatTheSuiteTells();
    void anEditOfAPlainScalarProvesItselfOrIsRefused_data();
    void anEditOfAPlainScalarProvesItselfOrIsRefused();
};

namespace
{

const slipway::test::Registered<SuiteTest> registered;

void addRows(const QList<SuiteCase> &cases)
{
    QTest::addColumn<SuiteCase>("input");
    for (const auto &input : cases)
        QTest::newRow(input.name.constData()) << input;
}

bool isReadable(const SuiteCase &input)
{
    return input.isValid && !input.name.startsWith("2JQS");
}

QList<SuiteCase> readableCases()
{
    auto cases = suiteCases();
    cases.removeIf([](const SuiteCase &input) { return !isReadable(input); });
    return cases;
}

/// Whether `after` is `before` with nothing but the bytes [begin, end) replaced.
bool differsOnlyIn(qsizetype begin, qsizetype end, QByteArrayView before, QByteArrayView after)
{
    const auto tail = before.sliced(end);
    return after.size() >= begin + tail.size() && after.first(begin) == before.first(begin) && after.endsWith(tail);
}

} // namespace

void SuiteTest::initTestCase()
{
    const auto inputs = suiteCases().size();

    QVERIFY2(inputs > 0, "yaml-test-suite is not installed: ./dev test does it");
    QCOMPARE(inputs, 402);
}

void SuiteTest::tellsValidFromInvalid_data()
{
    addRows(suiteCases());
}

void SuiteTest::tellsValidFromInvalid()
{
    QFETCH(SuiteCase, input);

    const auto stream = Stream::parse(input.yaml, Indentation::Yaml12);

    QCOMPARE(stream.has_value(), isReadable(input));
    if (!stream)
        QCOMPARE(stream.error().code, input.isValid ? ParseError::Code::DuplicateKey : ParseError::Code::Invalid);
}

void SuiteTest::looseIndentationTakesNothingElse()
{
    QStringList taken;
    for (const auto &input : suiteCases()) {
        if (!input.isValid && Stream::parse(input.yaml))
            taken.append(QString::fromUtf8(input.name));
    }

    // brackets twice, a quoted text, and tabs between brackets; Docker's own parser takes all four
    QCOMPARE(taken.join(u" "_s), u"9C9N.0 QB6E.0 VJP3.0 Y79Y.3"_s);
}

void SuiteTest::readsTheTreeThatTheSuiteTells_data()
{
    addRows(readableCases());
}

void SuiteTest::readsTheTreeThatTheSuiteTells()
{
    QFETCH(SuiteCase, input);

    const auto stream = Stream::parse(input.yaml);

    QVERIFY(stream);
    if (!input.tree.isEmpty())
        QCOMPARE(eventsOf(*stream), eventsOf(input.tree));
}

void SuiteTest::anEditOfAPlainScalarProvesItselfOrIsRefused_data()
{
    addRows(readableCases());
}

void SuiteTest::anEditOfAPlainScalarProvesItselfOrIsRefused()
{
    QFETCH(SuiteCase, input);
    const auto stream = Stream::parse(input.yaml);
    QVERIFY(stream);

    for (NodeId id = 0; id < stream->size(); ++id) {
        const auto &node = stream->node(id);
        if (node.kind != Kind::Scalar || node.style != Style::Plain)
            continue;
        for (const auto &value :
             {"registry.example.org/a/longer-name:1.2.3"_ba, "a: b"_ba, "x # y"_ba, "- z"_ba, ""_ba, "1.5"_ba}) {
            const auto text = provenEdit(*stream, {{node.begin, node.end, value}}, {{id, value}});

            if (text)
                QVERIFY(differsOnlyIn(node.begin, node.end, input.yaml, *text));
            const bool isToken = value.startsWith("registry");
            if (isToken && node.verbatim && !node.value.isEmpty())
                QVERIFY2(text, text ? "" : qPrintable(text.error().message));
            if (value == "a: b" || value == "x # y")
                QVERIFY(!text);
        }
    }
}

#include "suite_test.moc"
