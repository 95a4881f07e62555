// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/graphql/parser.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway::simulator::graphql;
using namespace Qt::StringLiterals;

class ParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOperationHasANameVariablesAndFields()
    {
        const auto document = parse(u""
                                    u"\n"
                                    u"# a comment\n"
                                    u"query Pulls($owner: String!, $states: [State!] = [OPEN], $first: Int = 30) {\n"
                                    u"all: pullRequests(first: $first, by: {field: UPDATED_AT, wanted: [1, -2.5, true, "
                                    u"null, \"a\\\"b\"]}) @include(if: true) {\n"
                                    u"...pull\n"
                                    u"... on Node { id }\n"
                                    u"... { number }\n"
                                    u"}\n"
                                    u"}\n"
                                    u"fragment pull on PullRequest { title }");

        QVERIFY(document);
        const auto &operation = document->operations.first();
        QCOMPARE(operation.name, u"Pulls"_s);
        QCOMPARE(operation.variables.size(), 3);
        QCOMPARE(operation.variables.at(1).type, u"[State!]"_s);
        QVERIFY(operation.variables.at(1).fallback);
        const auto &field = operation.selections.first();
        QCOMPARE(field.alias, u"all"_s);
        QCOMPARE(field.name, u"pullRequests"_s);
        QCOMPARE(field.place.line, 4);
        QCOMPARE(field.arguments.first().second.variable, u"first"_s);
        const auto &wanted = field.arguments.at(1).second.fields.at(1).second;
        QCOMPARE(wanted.items.last().literal.toString(), u"a\"b"_s);
        QVERIFY(wanted.items.at(3).literal.isNull());
        QCOMPARE(field.selections.first().kind, Selection::Kind::Spread);
        QCOMPARE(field.selections.at(1).name, u"Node"_s);
        QVERIFY(field.selections.at(2).name.isEmpty());
        QVERIFY(document->fragments.contains(u"pull"_s));
    }

    void aBlockOfTextLosesItsIndent()
    {
        const auto document = parse(u"{ a(text: \"\"\"\n    one\n      two\n    \\\"\"\"\n  \"\"\") }");

        QVERIFY(document);
        const auto &text = document->operations.first().selections.first().arguments.first().second;
        QCOMPARE(text.literal.toString(), u"one\n  two\n\"\"\""_s);
    }

    void aMistakeIsNamedWithItsPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");

        QTest::newRow("open brace") << u"query {\n  a"_s << 2 << 4;
        QTest::newRow("no selections") << u"{ }"_s << 1 << 3;
        QTest::newRow("stray sign") << u"{ a % }"_s << 1 << 5;
        QTest::newRow("string that does not end") << u"{ a(b: \"c) }"_s << 1 << 8;
        QTest::newRow("number that is none") << u"{ a(b: 1-2) }"_s << 1 << 8;
        QTest::newRow("nothing") << u""_s << 1 << 1;
        QTest::newRow("a subscription") << u"subscription { a }"_s << 1 << 1;
    }
    void aMistakeIsNamedWithItsPlace()
    {
        QFETCH(QString, text);

        const auto document = parse(text);

        QVERIFY(!document);
        QTEST(document.error().place.line, "line");
        QTEST(document.error().place.column, "column");
    }

    void whatIsNestedTooDeepIsRefused() { QVERIFY(!parse(QString{u"{ a(b: "_s + QString{100'000, u'['} + u") }"})); }
};

const slipway::test::Registered<ParserTest> registered;

#include "parser_test.moc"
