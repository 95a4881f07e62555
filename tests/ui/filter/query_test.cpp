// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/query.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::filter
{
namespace
{

const QList<Key> keys{{.name = u"service"_s},
                      {.name = u"tag"_s, .isWhole = true},
                      {.name = u"status"_s, .values = {u"failed"_s, u"blocked"_s, u"behind"_s}}};

/// The row of every test: one service with two tags.
QStringList row(const QString &key)
{
    if (key == u"service")
        return {u"My Queue"_s};
    if (key == u"tag")
        return {u"7.4.1-alpine"_s, u"7.4.2-alpine"_s};
    if (key == u"status")
        return {u"behind"_s};
    return {u"My Queue"_s, u"library/redis"_s};
}

} // namespace

class QueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsRows_data();
    void findsRows();
    void saysWhatItDoesNotUnderstand_data();
    void saysWhatItDoesNotUnderstand();
    void readsTerms();
    void waitsForAValueThatIsBeingTyped();
    void outlivesHostileText();
};

void QueryTest::findsRows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFound");

    QTest::newRow("nothing asked") << u""_s << true;
    QTest::newRow("only spaces") << u"  \t "_s << true;
    QTest::newRow("bare word in the service") << u"queue"_s << true;
    QTest::newRow("bare word in the image") << u"REDIS"_s << true;
    QTest::newRow("bare word in the tag only") << u"alpine"_s << false;
    QTest::newRow("two bare words, both there") << u"queue redis"_s << true;
    QTest::newRow("two bare words, one not there") << u"queue caddy"_s << false;
    QTest::newRow("negated bare word") << u"-caddy"_s << true;
    QTest::newRow("negated bare word that is there") << u"-redis"_s << false;
    QTest::newRow("quotes keep words together") << u"\"my queue\""_s << true;
    QTest::newRow("quotes in another order") << u"\"queue my\""_s << false;
    QTest::newRow("quoted value of a key") << u"service:\"my queue\""_s << true;
    QTest::newRow("key") << u"tag:7.4.2-alpine"_s << true;
    QTest::newRow("only a part of it") << u"tag:7.4.2"_s << false;
    QTest::newRow("any end") << u"tag:7.4.*"_s << true;
    QTest::newRow("any middle") << u"tag:7*2*ALPINE"_s << true;
    QTest::newRow("another middle") << u"tag:7*3*alpine"_s << false;
    QTest::newRow("anything") << u"tag:*"_s << true;
    QTest::newRow("many stars") << u"tag:7********************************x"_s << false;
    QTest::newRow("key in capitals") << u"TAG:*alpine"_s << true;
    QTest::newRow("one of several values") << u"status:failed,behind"_s << true;
    QTest::newRow("none of several values") << u"status:failed,blocked"_s << false;
    QTest::newRow("negated values") << u"-status:failed,blocked"_s << true;
    QTest::newRow("negated values, one holds") << u"-status:failed,behind"_s << false;
    QTest::newRow("a value cut short") << u"status:beh"_s << true;
    QTest::newRow("a cut short value that several begin with") << u"status:b"_s << true;
    QTest::newRow("terms are ANDed") << u"status:behind tag:8"_s << false;
    QTest::newRow("a quoted colon is text") << u"\"tag:7\""_s << false;
    QTest::newRow("a lone minus is text") << u"-"_s << false;
    QTest::newRow("a quoted minus is text") << u"\"-queue\""_s << false;
}

void QueryTest::findsRows()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isFound);

    const auto query = parse(text, keys);

    QCOMPARE(query.objection, QString{});
    QCOMPARE(accepts(query, keys, row), isFound);
}

void QueryTest::saysWhatItDoesNotUnderstand_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("objection");

    QTest::newRow("a key that is nearly one")
        << u"stat:failed"_s << u"There is no key \"stat\". Did you mean \"status\"?"_s;
    QTest::newRow("a key that is none") << u"queue x:7"_s
                                        << u"There is no key \"x\". Known are service, tag, status."_s;
    QTest::newRow("a value that is nearly one")
        << u"status:faild"_s << u"No status is called \"faild\". Did you mean \"failed\"?"_s;
    QTest::newRow("a value that is none")
        << u"status:zzzz"_s << u"No status is called \"zzzz\". Known are failed, blocked, behind."_s;
    QTest::newRow("the first of two") << u"x:1 y:2"_s << u"There is no key \"x\". Known are service, tag, status."_s;
}

void QueryTest::saysWhatItDoesNotUnderstand()
{
    QFETCH(const QString, text);
    QFETCH(const QString, objection);

    const auto query = parse(text, keys);

    QCOMPARE(query.objection, objection);
    QVERIFY(accepts(query, keys, row)); // what is not understood hides nothing
}

void QueryTest::readsTerms()
{
    const auto query = parse(u"-status:fail,behind \"a b\" tag:\"1,2\"", keys);

    const QList<Term> expected{
        {.key = u"status"_s, .values = {u"failed"_s, u"behind"_s}, .isNegated = true},
        {.key = {}, .values = {u"a b"_s}},
        {.key = u"tag"_s, .values = {u"1,2"_s}},
    };
    QCOMPARE(query.terms, expected);
}

void QueryTest::waitsForAValueThatIsBeingTyped()
{
    for (const auto *text : {u"status:", u"status:,", u"tag:\"", u"-tag:"}) {
        const auto query = parse(QStringView{text}, keys);
        QCOMPARE(query, Query{});
    }
}

void QueryTest::outlivesHostileText()
{
    const QString many = QString{u"tag:<b>&\u202e \""_s}.repeated(20'000);

    const auto query = parse(many, keys);

    QVERIFY(!accepts(query, keys, row));
}

const slipway::test::Registered<QueryTest> registered;

} // namespace slipway::filter

#include "query_test.moc"
