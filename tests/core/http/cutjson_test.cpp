// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/cutjson.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway::http;
using namespace Qt::StringLiterals;

class CutJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesWhereABodyEndsEarly_data();
    void seesWhereABodyEndsEarly();
    void seesEveryCutOfADocument();
    void looksAtNothingElse();
};

namespace
{

QHttpHeaders chunkedJson()
{
    QHttpHeaders headers;
    headers.append("Transfer-Encoding", "Chunked");
    headers.append("Content-Type", "application/vnd.oci.image.index.v1+json");
    return headers;
}

} // namespace

void CutJsonTest::seesWhereABodyEndsEarly_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isCut");
    QTest::newRow("whole") << "{\"a\": [1, {}]}\n"_ba << false;
    QTest::newRow("bracket in a text") << "[\"]{[\"]"_ba << false;
    QTest::newRow("quote in a text") << "[\"a\\\"]\"]"_ba << false;
    QTest::newRow("nothing") << " "_ba << true;
    QTest::newRow("open list") << "{\"a\": [1"_ba << true;
    QTest::newRow("open text") << "[\"]"_ba << true;
    QTest::newRow("ends in a bracket") << "{\"a\": {}"_ba << true;
    QTest::newRow("no JSON at all") << "oops"_ba << false; // for whoever reads it to say
}

void CutJsonTest::seesWhereABodyEndsEarly()
{
    QFETCH(const QByteArray, body);
    QFETCH(const bool, isCut);
    QCOMPARE(isCutJson(chunkedJson(), body), isCut);
}

void CutJsonTest::seesEveryCutOfADocument()
{
    const auto body = "{\"name\": \"a\\\\\\\"[\", \"tags\": [\"1.0\", \"}\"], \"n\": {\"x\": []}}"_ba;
    for (qsizetype size = 0; size < body.size(); ++size)
        QVERIFY2(isCutJson(chunkedJson(), body.first(size)), body.first(size).constData());
    QVERIFY(!isCutJson(chunkedJson(), body));
}

void CutJsonTest::looksAtNothingElse()
{
    auto text = chunkedJson();
    text.replaceOrAppend("Content-Type", "text/plain");
    auto measured = chunkedJson();
    measured.removeAll("Transfer-Encoding");
    QVERIFY(!isCutJson(text, "{"));
    QVERIFY(!isCutJson(measured, "{"));
}

static const slipway::test::Registered<CutJsonTest> registered;
#include "cutjson_test.moc"
