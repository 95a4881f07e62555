// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/edit.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace slipway::yaml;

class EditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesNothingButTheRanges();
    void takesEditsInAnyOrder();
    void refusesWhatOverlapsOrReachesOutside_data();
    void refusesWhatOverlapsOrReachesOutside();
};

namespace
{

const test::Registered<EditTest> registered;

} // namespace

void EditTest::replacesNothingButTheRanges()
{
    const auto text = edited("a: b\r\nc: d", {{3, 4, "longer"}, {9, 10, ""}});

    QCOMPARE(text, QByteArray{"a: longer\r\nc: "});
    QCOMPARE(edited("a: b", {}), QByteArray{"a: b"});
}

void EditTest::takesEditsInAnyOrder()
{
    const auto text = edited("abc", {{2, 3, "C"}, {0, 1, "A"}, {1, 1, "-"}});

    QCOMPARE(text, QByteArray{"A-bC"});
}

void EditTest::refusesWhatOverlapsOrReachesOutside_data()
{
    QTest::addColumn<QList<Edit>>("edits");

    QTest::newRow("overlap") << QList<Edit>{{0, 2, "x"}, {1, 3, "y"}};
    QTest::newRow("behind the end") << QList<Edit>{{2, 4, "x"}};
    QTest::newRow("before the begin") << QList<Edit>{{-1, 1, "x"}};
    QTest::newRow("end before begin") << QList<Edit>{{2, 1, "x"}};
}

void EditTest::refusesWhatOverlapsOrReachesOutside()
{
    QFETCH(QList<Edit>, edits);

    const auto text = edited("abc", edits);

    QVERIFY(!text);
    QCOMPARE(text.error().kind, Error::Kind::InvalidInput);
}

#include "edit_test.moc"
