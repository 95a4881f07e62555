// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/document.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway::yaml;

class DocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aScalarKnowsItsBytes();
};

namespace
{

const slipway::test::Registered<DocumentTest> registered;

} // namespace

void DocumentTest::aScalarKnowsItsBytes()
{
    const auto stream = Stream::parse("a: 'b'\n");

    QVERIFY(stream);
    const auto &b = stream->node(stream->find(stream->documents().front(), "a"));

    QCOMPARE(b.value, QByteArrayView{"b"});
    QCOMPARE(b.begin, 4);
    QCOMPARE(b.end, 5);
    QVERIFY(b.verbatim);
}

#include "document_test.moc"
