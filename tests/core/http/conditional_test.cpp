// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/conditional.h"

#include "tests/core/http/visit.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace slipway::http;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// A cache that forgets with the test.
class Memory final : public Cache
{
public:
    std::optional<Entry> find(Kind kind, const QString &key) override
    {
        const auto found = entries.find({kind, key});
        return found == entries.end() ? std::nullopt : std::optional(found->second);
    }
    void keep(Kind kind, const QString &key, const Entry &entry) override { entries[{kind, key}] = entry; }

    std::map<std::pair<Kind, QString>, Entry> entries;
};

const Answer listing{
    .body = R"({"tags":["1.0"]})",
    .headers = {{"ETag", "\"v1\""}, {"Link", "</next>; rel=next"}, {"Content-Type", "application/json"}},
};

} // namespace

class ConditionalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatHasNotChangedComesFromMemory()
    {
        Memory memory;
        HttpHost host;
        host.answer("GET /tags", listing);
        host.answer("GET /tags", {.status = 304, .headers = {{"ETag", "\"v1\""}}});
        Visitor visitor(settingsFor({&host}), &memory);

        const auto first = visitor.send({.url = host.url(u"/tags"_s), .conditional = true});
        const auto second = visitor.send({.url = host.url(u"/tags"_s), .conditional = true});

        QVERIFY(first && second);
        QVERIFY(!host.received().at(0).headers.contains("If-None-Match"));
        QCOMPARE(host.received().at(1).headers.value("If-None-Match"), QByteArrayView("\"v1\""));
        QCOMPARE(second->status, 200);
        QCOMPARE(second->body, listing.body);
        QCOMPARE(second->headers.value("Link"), QByteArrayView("</next>; rel=next"));
        QCOMPARE(second->headers.value("Content-Type"), QByteArrayView("application/json"));
    }

    void whatTheHostSaysBesideNotModifiedIsHeard()
    {
        Memory memory;
        HttpHost host;
        host.answer("GET /tags", listing);
        host.answer("GET /tags", {.status = 304, .headers = {{"ETag", "\"v1\""}, {"X-RateLimit-Remaining", "41"}}});
        Visitor visitor(settingsFor({&host}), &memory);

        const auto first = visitor.send({.url = host.url(u"/tags"_s), .conditional = true});
        const auto second = visitor.send({.url = host.url(u"/tags"_s), .conditional = true});

        QVERIFY(first && second);
        QCOMPARE(second->body, listing.body);
        QCOMPARE(second->headers.value("X-RateLimit-Remaining"), QByteArrayView("41"));
    }

    void anotherVariantIsAnotherAnswer()
    {
        Memory memory;
        HttpHost host;
        host.answer("GET /tags", listing);
        Visitor visitor(settingsFor({&host}), &memory);

        const auto mine = visitor.send({.url = host.url(u"/tags"_s), .conditional = true, .variant = "me"});
        const auto yours = visitor.send({.url = host.url(u"/tags"_s), .conditional = true, .variant = "you"});
        const auto again = visitor.send({.url = host.url(u"/tags"_s), .conditional = true, .variant = "me"});

        QVERIFY(mine && yours && again);
        QVERIFY(!host.received().at(1).headers.contains("If-None-Match"));
        QVERIFY(host.received().at(2).headers.contains("If-None-Match"));
    }

    void whatHasChangedTakesThePlaceOfTheOld()
    {
        Memory memory;
        HttpHost host;
        host.answer("GET /tags", listing);
        host.answer("GET /tags", {.body = "new", .headers = {{"ETag", "\"v2\""}}});
        Visitor visitor(settingsFor({&host}), &memory);

        const auto first = visitor.send({.url = host.url(u"/tags"_s), .conditional = true});
        const auto second = visitor.send({.url = host.url(u"/tags"_s), .conditional = true});

        QVERIFY(first && second);
        QCOMPARE(second->body, "new"_ba);
        QCOMPARE(memory.entries.size(), 1U);
        QCOMPARE(memory.entries.begin()->second.tag, "\"v2\""_ba);
    }

    void onlyAConditionalRequestIsRemembered()
    {
        Memory memory;
        HttpHost host;
        host.answer("GET /tags", listing);
        Visitor visitor(settingsFor({&host}), &memory);

        const auto answer = visitor.get(host.url(u"/tags"_s));

        QVERIFY(answer);
        QVERIFY(memory.entries.empty());
    }

    void anAnswerThatMustNotBeKeptIsNot_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::newRow("no ETag") << Answer{.body = "x"};
        QTest::newRow("no-store") << Answer{.headers = {{"ETag", "\"v1\""}, {"Cache-Control", "private, no-store"}}};
        QTest::newRow("404") << Answer{.status = 404, .headers = {{"ETag", "\"v1\""}}};
        QTest::newRow("very big") << Answer{.body = QByteArray(5 << 20, 'x'), .headers = {{"ETag", "\"v1\""}}};
    }
    void anAnswerThatMustNotBeKeptIsNot()
    {
        QFETCH(const Answer, answer);
        Memory memory;
        HttpHost host;
        host.answer("GET /tags", answer);
        Visitor visitor(settingsFor({&host}), &memory);

        const auto sent = visitor.send({.url = host.url(u"/tags"_s), .conditional = true});

        QVERIFY(sent);
        QVERIFY(memory.entries.empty());
    }

    void anEntryThatCannotBeReadIsAsIfItWereNotThere()
    {
        Memory memory;
        HttpHost host;
        host.answer("GET /tags", listing);
        memory.keep(Cache::Kind::Answer, host.url(u"/tags"_s).toString(), {.value = "broken", .tag = "\"v0\""});
        Visitor visitor(settingsFor({&host}), &memory);

        const auto answer = visitor.send({.url = host.url(u"/tags"_s), .conditional = true});

        QVERIFY(answer);
        QVERIFY(!host.received().at(0).headers.contains("If-None-Match"));
        QCOMPARE(answer->body, listing.body);
    }
};

const slipway::test::Registered<ConditionalTest> registered;

#include "conditional_test.moc"
