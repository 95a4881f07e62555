// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/cutbody.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway::http;
using namespace Qt::StringLiterals;

class CutBodyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesWhereABodyEndsEarly_data();
    void seesWhereABodyEndsEarly();
    void seesEveryCutOfADocument();
    void seesACutConfigurationOfAnImage();
    void believesALength();
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

void CutBodyTest::seesWhereABodyEndsEarly_data()
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

void CutBodyTest::seesWhereABodyEndsEarly()
{
    QFETCH(const QByteArray, body);
    QFETCH(const bool, isCut);
    QCOMPARE(isCutShort(chunkedJson(), body), isCut);
}

void CutBodyTest::seesEveryCutOfADocument()
{
    const auto body = "{\"name\": \"a\\\\\\\"[\", \"tags\": [\"1.0\", \"}\"], \"n\": {\"x\": []}}"_ba;
    for (qsizetype size = 0; size < body.size(); ++size)
        QVERIFY2(isCutShort(chunkedJson(), body.first(size)), body.first(size).constData());
    QVERIFY(!isCutShort(chunkedJson(), body));
}

void CutBodyTest::seesACutConfigurationOfAnImage()
{
    auto bytes = chunkedJson();
    bytes.replaceOrAppend("Content-Type", "application/octet-stream");
    QVERIFY(isCutShort(bytes, "{\"os\": \"li"));
    QVERIFY(!isCutShort(bytes, "{\"os\": \"linux\"}"));
    QVERIFY(!isCutShort(bytes, "[a line of a log"));
}

void CutBodyTest::believesALength()
{
    auto measured = chunkedJson();
    measured.append("Content-Length", "2");
    QVERIFY(isCutShort(measured, "{"));
    QVERIFY(!isCutShort(measured, "{{"));
}

void CutBodyTest::looksAtNothingElse()
{
    auto text = chunkedJson();
    text.replaceOrAppend("Content-Type", "text/plain");
    QVERIFY(!isCutShort(text, "{"));
}

static const slipway::test::Registered<CutBodyTest> registered;
#include "cutbody_test.moc"
