// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/stored.h"

#include "tests/core/workspace/samples.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::workspace;

/// A snapshot on its way through the store.
class StoredTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas();
    void leavesOutWhatIsOfOneRun();
    void keepsEveryKindOfHold();
    void isNothingFromAnotherVersion();
    void isNothingFromDamagedBytes();
};

void StoredTest::comesBackAsItWas()
{
    const auto kept = test::snapshot(30);

    const auto read = snapshotFrom(toBytes(kept));

    QVERIFY(read);
    QCOMPARE(read->rows.size(), kept.rows.size());
    QVERIFY(read->rows.first().judgement == kept.rows.first().judgement);
    QVERIFY(read->rows.first().policy == kept.rows.first().policy);
    QVERIFY(read->rows.first().failure == kept.rows.first().failure);
    QVERIFY(read->rows == kept.rows);
    QVERIFY(read->pullRequests == kept.pullRequests);
    QVERIFY(*read == kept);
}

void StoredTest::leavesOutWhatIsOfOneRun()
{
    auto kept = test::snapshot(1);
    const auto lasting = kept;
    kept.person = u"bartesch"_s;
    kept.offlineSince = test::at(14);
    kept.problem = cancelled();
    kept.budget = Budget{.limit = 5000, .remaining = 4812, .resetsAt = test::at(15)};
    kept.rows.first().problem = cancelled();

    QVERIFY(snapshotFrom(toBytes(kept)) == lasting);
}

void StoredTest::keepsEveryKindOfHold()
{
    auto kept = test::snapshot(4);
    kept.rows[0].policy.hold = config::HoldForever{};
    kept.rows[1].policy.hold = QDate(2026, 12, 1);
    kept.rows[2].policy.hold = config::HoldUntilVersion{u"8.4.2"_s};
    kept.rows[3].policy.hold.reset();

    QVERIFY(snapshotFrom(toBytes(kept)) == kept);
}

void StoredTest::isNothingFromAnotherVersion()
{
    auto bytes = toBytes(test::snapshot(1));
    bytes[7] = char(bytes[7] + 1);

    QVERIFY(!snapshotFrom(bytes));
    QVERIFY(!snapshotFrom({}));
}

/// Whatever the disk brings back, it is a snapshot that can be or none at all.
void StoredTest::isNothingFromDamagedBytes()
{
    const auto whole = toBytes(test::snapshot(2));
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY(!snapshotFrom(whole.first(size)));

    QRandomGenerator random(1);
    for (int i = 0; i < 2000; ++i) {
        auto bytes = whole;
        bytes[random.bounded(int(whole.size()))] = char(random.bounded(256));
        const auto read = snapshotFrom(bytes);
        for (const auto &row : read.value_or(Snapshot{}).rows)
            QVERIFY(row.state <= State::UpToDate);
    }
}

const slipway::test::Registered<StoredTest> registered;

#include "stored_test.moc"
