// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "tests/support/testcase.h"

#include <QTest>
#include <QTimeZone>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

struct Package
{
    QString name;
    qint64 id = 0;
    QStringList tags;

    bool operator==(const Package &) const = default;
};

Package readPackage(const json::Value &in)
{
    return {
        .name = in["name"_L1].text(),
        .id = in["id"_L1].integer(),
        .tags = in["metadata"_L1]["tags"_L1].each(&json::Value::text),
    };
}

Result<int> parseEven(QStringView text)
{
    const auto number = text.toInt();
    if (number % 2 != 0)
        return failure({.kind = Error::Kind::InvalidInput, .message = u"%1 is odd"_s.arg(number)});
    return number;
}

/// What a decode of this text complains about.
QString complaint(const QByteArray &text, auto read)
{
    const auto decoded = json::decode(text, read);
    return decoded ? u"nothing"_s : decoded.error().details;
}

} // namespace

class JsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsADocumentIntoValues();
    void namesThePlaceOfWhatIsMissingOrWrong_data();
    void namesThePlaceOfWhatIsMissingOrWrong();
    void keepsAll64BitsOfAnInteger();
    void countsAreNotNegativeAndNumbersArePositive();
    void takesNullForAMissingField();
    void readsMapsOfUnknownNames();
    void readsATextThroughAParser();
    void readsTimesWithTheirOffset_data();
    void readsTimesWithTheirOffset();
    void refusesWhatIsNotJson_data();
    void refusesWhatIsNotJson();
};

void JsonTest::readsADocumentIntoValues()
{
    const QByteArray text = R"([{"name": "api", "id": 7, "metadata": {"tags": ["1.0", "latest"]}, "other": {}}])";

    const auto packages = json::decode(text, json::listOf(readPackage));

    QVERIFY(packages);
    QCOMPARE(*packages, (QList<Package>{{.name = u"api"_s, .id = 7, .tags = {u"1.0"_s, u"latest"_s}}}));
}

void JsonTest::namesThePlaceOfWhatIsMissingOrWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("details");

    QTest::newRow("no list") << QByteArray{"{}"} << u"the document is not an array"_s;
    QTest::newRow("no object") << QByteArray{"[7]"} << u"[0] is not an object"_s;
    QTest::newRow("missing") << QByteArray{R"([{"id": 7}])"} << u"[0].name is missing"_s;
    QTest::newRow("null") << QByteArray{R"([{"name": null}])"} << u"[0].name is missing"_s;
    QTest::newRow("wrong kind") << QByteArray{R"([{"name": 1}])"} << u"[0].name is not a text"_s;
    QTest::newRow("fraction") << QByteArray{R"([{"name": "a", "id": 1.5}])"} << u"[0].id is not an integer"_s;
    QTest::newRow("too large") << QByteArray{R"([{"name": "a", "id": 9223372036854775808}])"}
                               << u"[0].id is not an integer"_s;
    QTest::newRow("no number") << QByteArray{R"([{"name": "a", "id": "1"}])"} << u"[0].id is not an integer"_s;
    QTest::newRow("deep") << QByteArray{R"([{"name": "a", "id": 1, "metadata": {"tags": ["x", 2]}}])"}
                          << u"[0].metadata.tags[1] is not a text"_s;
    QTest::newRow("second") << QByteArray{R"([{"name": "a", "id": 1, "metadata": {"tags": []}}, {}])"}
                            << u"[1].name is missing"_s;
}

void JsonTest::namesThePlaceOfWhatIsMissingOrWrong()
{
    QFETCH(QByteArray, text);

    const auto packages = json::decode(text, json::listOf(readPackage));

    QVERIFY(!packages);
    QCOMPARE(packages.error().kind, Error::Kind::Protocol);
    QTEST(packages.error().details, "details");
}

void JsonTest::keepsAll64BitsOfAnInteger()
{
    const auto numbers = json::decode("[9007199254740993, -9223372036854775808, 9223372036854775807, 1e3]",
                                      json::listOf(&json::Value::integer));

    QVERIFY(numbers);
    QCOMPARE(*numbers, (QList<qint64>{9007199254740993, std::numeric_limits<qint64>::min(),
                                      std::numeric_limits<qint64>::max(), 1000}));
}

void JsonTest::countsAreNotNegativeAndNumbersArePositive()
{
    const auto count = [](const json::Value &in) { return in["n"_L1].count(); };
    const auto number = [](const json::Value &in) { return in["n"_L1].number(); };

    QCOMPARE(json::decode(R"({"n": 0})", count), 0);
    QCOMPARE(json::decode(R"({"n": 220})", number), 220);
    QCOMPARE(complaint(R"({"n": -1})", count), u"n is negative"_s);
    QCOMPARE(complaint(R"({"n": 0})", number), u"n is not greater than zero"_s);
}

void JsonTest::takesNullForAMissingField()
{
    const auto read = [](const json::Value &in) {
        return in.find("token"_L1).transform(&json::Value::text).value_or(u"none"_s);
    };

    QCOMPARE(json::decode(R"({"token": "t"})", read).value(), u"t"_s);
    QCOMPARE(json::decode(R"({"token": null})", read).value(), u"none"_s);
    QCOMPARE(json::decode(R"({})", read).value(), u"none"_s);
    QCOMPARE(complaint(R"({"token": 5})", read), u"token is not a text"_s);
}

void JsonTest::readsMapsOfUnknownNames()
{
    const auto read = [](const json::Value &in) { return in["Labels"_L1].entries(&json::Value::text); };

    const auto labels = json::decode(R"({"Labels": {"b": "2", "a.b": "1"}})", read);

    QVERIFY(labels);
    QCOMPARE(*labels, (QMap<QString, QString>{{u"a.b"_s, u"1"_s}, {u"b"_s, u"2"_s}}));
    QCOMPARE(complaint(R"({"Labels": {"a.b": 1}})", read), u"Labels.a.b is not a text"_s);
}

void JsonTest::readsATextThroughAParser()
{
    const auto read = [](const json::Value &in) { return in["count"_L1].parsed(parseEven); };

    QCOMPARE(json::decode(R"({"count": "4"})", read).value(), 4);
    QCOMPARE(complaint(R"({"count": "5"})", read), u"count is wrong: 5 is odd"_s);
}

void JsonTest::readsTimesWithTheirOffset_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QDateTime>("time");

    const auto at = [](int milliseconds) { return QDateTime{{2026, 3, 1}, {8, 30, 15, milliseconds}, QTimeZone::UTC}; };
    QTest::newRow("UTC") << QByteArray{"2026-03-01T08:30:15Z"} << at(0);
    QTest::newRow("offset") << QByteArray{"2026-03-01T10:00:15+01:30"} << at(0);
    QTest::newRow("nanoseconds") << QByteArray{"2026-03-01T08:30:15.250000001Z"} << at(250);
    QTest::newRow("no offset") << QByteArray{"2026-03-01T08:30:15"} << QDateTime{};
    QTest::newRow("no date") << QByteArray{"yesterday"} << QDateTime{};
}

void JsonTest::readsTimesWithTheirOffset()
{
    QFETCH(QByteArray, text);
    QFETCH(QDateTime, time);

    const auto decoded = json::decode("[\"" + text + "\"]", json::listOf(&json::Value::time));

    QCOMPARE(decoded.has_value(), time.isValid());
    if (decoded) {
        QCOMPARE(decoded->front(), time);
        QCOMPARE(decoded->front().timeSpec(), Qt::UTC);
    }
}

void JsonTest::refusesWhatIsNotJson_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("nothing") << QByteArray{};
    QTest::newRow("a page") << QByteArray{"<html>"};
    QTest::newRow("cut off") << QByteArray{R"({"name": "a)"};
    QTest::newRow("more behind the end") << QByteArray{"{} {}"};
    QTest::newRow("not UTF-8") << QByteArray{"{\"name\": \"\xff\"}"};
    QTest::newRow("too deep") << QByteArray(100'000, '[');
}

void JsonTest::refusesWhatIsNotJson()
{
    QFETCH(QByteArray, text);

    const auto decoded = json::decode(text, readPackage);

    QVERIFY(!decoded);
    QCOMPARE(decoded.error().kind, Error::Kind::Protocol);
    QVERIFY2(decoded.error().details.startsWith("not JSON"_L1), qPrintable(decoded.error().details));
}

const slipway::test::Registered<JsonTest> registered;
#include "json_test.moc"
