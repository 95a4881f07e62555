// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/graphql/connection.h"
#include "core/simulator/graphql/execution.h"
#include "tests/support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace slipway::simulator::graphql;
using namespace Qt::StringLiterals;

namespace
{

Object cat(int age)
{
    return {.type = u"Cat"_s,
            .interfaces = {u"Animal"_s},
            .fields = {{u"age"_s, fixed(age)},
                       {u"echo"_s, [](const QJsonObject &arguments) { return Value{QJsonValue{arguments}}; }}}};
}

Roots roots(int *asked = nullptr)
{
    const Object query{
        .type = u"Query"_s,
        .fields = {
            {u"cat"_s,
             [asked](const QJsonObject &arguments) -> Value {
                 if (asked)
                     ++*asked;
                 return cat(arguments.value("age"_L1).toInt(3));
             }},
            {u"nobody"_s, fixed({})},
            {u"broken"_s, [](const QJsonObject &) { return Value{Problem{u"NOT_FOUND"_s, u"There is none"_s}}; }},
            {u"cats"_s,
             [](const QJsonObject &arguments) {
                 return connection(
                     u"CatConnection"_s, 7, [](qsizetype i) { return Value{cat(static_cast<int>(i))}; }, arguments);
             }},
        }};
    return {query, {.type = u"Mutation"_s, .fields = {{u"feed"_s, fixed(true)}}}};
}

QJsonObject run(const QString &query, const QJsonObject &variables = {})
{
    return execute({.query = query, .variables = variables}, roots());
}

QJsonObject parsed(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class ExecutionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsComeUnderTheirAliases()
    {
        QCOMPARE(run(u"{ young: cat(age: 1) { age } old: cat(age: 20) { years: age __typename } }"_s),
                 parsed(R"({"data": {"young": {"age": 1}, "old": {"years": 20, "__typename": "Cat"}}})"));
    }

    void fragmentsAreForTheirTypesAndInterfaces()
    {
        QCOMPARE(run(u"{ cat { ...a ... on Animal { is: __typename } ... on Dog { bark } ... { same: age } } } "
                     "fragment a on Cat { age }"_s),
                 parsed(R"({"data": {"cat": {"age": 3, "is": "Cat", "same": 3}}})"));
    }

    void whatIsAskedTwiceIsMergedAndAnsweredOnce()
    {
        int asked = 0;

        const auto answer = execute({.query = u"{ cat { age } cat { __typename } }"_s}, roots(&asked));

        QCOMPARE(answer, parsed(R"({"data": {"cat": {"age": 3, "__typename": "Cat"}}})"));
        QCOMPARE(asked, 1);
    }

    void variablesHaveDefaultsAndMayBeLeftOut()
    {
        const auto query = u"query($a: Int = 5, $b: Int, $c: [Int!]) { cat { echo(a: $a, b: $b, c: {d: $c}) } }"_s;

        QCOMPARE(run(query, {{u"c"_s, QJsonArray{1, 2}}}),
                 parsed(R"({"data": {"cat": {"echo": {"a": 5, "c": {"d": [1, 2]}}}}})"));
        QCOMPARE(run(query, {{u"a"_s, 6}, {u"b"_s, QJsonValue::Null}}),
                 parsed(R"({"data": {"cat": {"echo": {"a": 6, "b": null, "c": {}}}}})"));
    }

    void whatIsSkippedIsNotThere()
    {
        const auto query = u"query($yes: Boolean!) { cat { a: age @include(if: $yes) b: age @skip(if: $yes) } }"_s;

        QCOMPARE(run(query, {{u"yes"_s, true}}), parsed(R"({"data": {"cat": {"a": 3}}})"));
        QCOMPARE(run(query, {{u"yes"_s, false}}), parsed(R"({"data": {"cat": {"b": 3}}})"));
    }

    void aProblemOfOneFieldLeavesTheOthers()
    {
        const auto answer = run(u"{ gone: broken cat { age } nobody { age } }"_s);

        QCOMPARE(answer.value("data"_L1).toObject(), parsed(R"({"gone": null, "cat": {"age": 3}, "nobody": null})"));
        const auto error = answer.value("errors"_L1)[0];
        QCOMPARE(error["type"_L1].toString(), u"NOT_FOUND"_s);
        QCOMPARE(error["path"_L1].toArray(), QJsonArray{u"gone"_s});
    }

    void whatIsUnknownStopsAll_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("message");

        QTest::newRow("field") << u"{ cat { wings } }"_s << u"Field 'wings' doesn't exist on type 'Cat'"_s;
        QTest::newRow("fragment") << u"{ ...a }"_s << u"Fragment a was used, but not defined"_s;
        QTest::newRow("no selections")
            << u"{ cat }"_s << u"Field must have selections (field 'cat' returns Cat but has no selections)"_s;
        QTest::newRow("variable") << u"query($a: Int!) { cat(age: $a) { age } }"_s
                                  << u"Variable $a of type Int! was provided invalid value"_s;
        QTest::newRow("syntax") << u"{"_s << u"Unexpected end of document"_s;
        QTest::newRow("which operation") << u"query a { nobody } query b { nobody }"_s
                                         << u"An operation name is required"_s;
    }
    void whatIsUnknownStopsAll()
    {
        QFETCH(QString, query);

        const auto answer = run(query);

        QVERIFY(!answer.contains("data"_L1));
        QTEST(answer.value("errors"_L1)[0]["message"_L1].toString(), "message");
    }

    void aFieldThatThereIsNotIsNamedForProgramsToo()
    {
        const auto extensions = run(u"{ cat { wings } }"_s).value("errors"_L1)[0]["extensions"_L1];

        QCOMPARE(extensions["code"_L1].toString(), u"undefinedField"_s);
        QCOMPARE(extensions["typeName"_L1].toString(), u"Cat"_s);
    }

    void mutationsBeginAtTheirOwnRoot()
    {
        QCOMPARE(run(u"mutation { feed }"_s), parsed(R"({"data": {"feed": true}})"));
    }

    void pagesFollowEachOther()
    {
        const auto query = u"query($after: String) { cats(first: 3, after: $after) { totalCount nodes { age } "
                           "pageInfo { hasNextPage endCursor } } }"_s;
        QList<int> ages;
        QJsonValue after;
        bool isMore = true;
        for (int page = 0; page < 5 && isMore; ++page) {
            const auto cats = run(query, {{u"after"_s, after}}).value("data"_L1)["cats"_L1];
            QCOMPARE(cats["totalCount"_L1].toInt(), 7);
            for (const auto &node : cats["nodes"_L1].toArray())
                ages.append(node["age"_L1].toInt());
            after = cats["pageInfo"_L1]["endCursor"_L1];
            isMore = cats["pageInfo"_L1]["hasNextPage"_L1].toBool();
        }

        QCOMPARE(ages, (QList<int>{0, 1, 2, 3, 4, 5, 6}));
    }

    void aConnectionGivesItsLastAndItsEdges()
    {
        QCOMPARE(run(u"{ cats(last: 2) { edges { node { age } } pageInfo { hasPreviousPage hasNextPage } } }"_s),
                 parsed(R"({"data": {"cats": {"edges": [{"node": {"age": 5}}, {"node": {"age": 6}}],
                            "pageInfo": {"hasPreviousPage": true, "hasNextPage": false}}}})"));
    }

    void nobodyGetsMoreThanAHundredAtOnce()
    {
        QCOMPARE(run(u"{ cats(first: 101) { totalCount } }"_s).value("errors"_L1)[0]["type"_L1].toString(),
                 u"EXCESSIVE_PAGINATION"_s);
    }
};

const slipway::test::Registered<ExecutionTest> registered;

#include "execution_test.moc"
