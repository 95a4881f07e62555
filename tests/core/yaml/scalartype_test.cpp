// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/scalartype.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway::yaml;

class ScalarTypeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlainScalarIsWhatItLooksLike_data();
    void aPlainScalarIsWhatItLooksLike();
};

namespace
{

const slipway::test::Registered<ScalarTypeTest> registered;

void addRows(ScalarType type, std::initializer_list<const char *> texts)
{
    for (const auto *text : texts)
        QTest::newRow(text) << QByteArray{text} << type;
}

} // namespace

void ScalarTypeTest::aPlainScalarIsWhatItLooksLike_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ScalarType>("type");

    addRows(ScalarType::Null, {" ", "~", "null", "NULL", "!override"});
    addRows(ScalarType::Bool, {"true", "False"});
    addRows(ScalarType::Number, {"17", "1.10", "-1", "+.5", "1e9", "1.", "0x1F", "0o17", "0b1", "1_000", ".inf",
                                 "-.Inf", ".NaN", "!override 17"});
    addRows(ScalarType::Date, {"2025-01-31", "2025-1-31", "2025-01-31T10:00:00Z", "2025-01-31 10:00:00"});
    addRows(ScalarType::Text, {"nginx", "'17'", "\"true\"", "''", "!!str 17", "! 17", "1.2.3", "17-alpine", "yes", "on",
                               "nUll", "0x", "1:30", ".", "+", "1.0e", "2025-01-31x", "2025-01", "|-\n  17"});
}

void ScalarTypeTest::aPlainScalarIsWhatItLooksLike()
{
    QFETCH(QByteArray, text);
    const auto stream = Stream::parse("v: " + text);
    QVERIFY(stream);

    const auto type = typeOf(stream->node(stream->find(stream->documents().front(), "v")));

    QTEST(type, "type");
}

#include "scalartype_test.moc"
