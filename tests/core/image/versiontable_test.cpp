// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/version.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

bool keepsFirst(const Version &written, const Version &other, qsizetype count)
{
    for (qsizetype i = 0; i < std::min(count, written.numbers.size()); ++i) {
        if (compareNumbers(written.numbers.at(i), other.numbers.at(i)) != 0)
            return false;
    }
    return true;
}

bool isWithinLevel(const Version &written, const Version &other, const QString &policy)
{
    if (written.isCalendar() || policy == "major"_L1)
        return true;
    return keepsFirst(written, other, policy == "patch"_L1 ? 2 : 1);
}

bool isWanted(const Version &written, const Version &other, const QString &policy)
{
    const bool samePreRelease = written.isPreRelease() && compare(written.numbers, other.numbers) == 0;
    return comparable(written, other) && compare(other, written) > 0 &&
           (!other.isPreRelease() || policy == "prereleases"_L1 || samePreRelease);
}

/// What a person is told: the tag to take, "current", "held" and the newest, or "digest" where the tag has no order.
QString answer(const QString &tag, const QStringList &others, const QString &policy)
{
    const auto written = parseVersion(tag);
    if (!written)
        return u"digest"_s;
    std::vector<Version> newer;
    for (const auto &other : others) {
        if (auto version = parseVersion(other); version && isWanted(*written, *version, policy))
            newer.push_back(*std::move(version));
    }
    if (newer.empty())
        return u"current"_s;
    std::ranges::sort(newer, [&](const Version &a, const Version &b) {
        const auto order = compare(a, b);
        return order != 0 ? order > 0 : (a.hasV == written->hasV && b.hasV != written->hasV);
    });
    const auto allowed =
        std::ranges::find_if(newer, [&](const Version &one) { return isWithinLevel(*written, one, policy); });
    return allowed == newer.end() ? "held "_L1 + newer.front().tag : allowed->tag;
}

} // namespace

/// Tags beside each other, and which is the newest: one row a case, from what people ran into.
class VersionTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheNewest_data();
    void findsTheNewest();
};

void VersionTableTest::findsTheNewest_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QStringList>("others");
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("newest");

    QFile file{QStringLiteral(SLIPWAY_TEST_DATA "/versions.tsv")};
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto rows = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (qsizetype line = 1; line < rows.size(); ++line) {
        const auto cells = rows.at(line).split(u'\t');
        QTest::addRow("line %lld: %s", static_cast<long long>(line + 1), qPrintable(cells.at(0)))
            << cells.at(0) << cells.at(1).split(u' ') << cells.at(2) << cells.at(3);
    }
}

void VersionTableTest::findsTheNewest()
{
    QFETCH(QString, written);
    QFETCH(QStringList, others);
    QFETCH(QString, policy);

    const auto newest = answer(written, others, policy);
    std::ranges::reverse(others);
    const auto newestOfReversed = answer(written, others, policy);

    QTEST(newest, "newest");
    QCOMPARE(newestOfReversed, newest);
}

const slipway::test::Registered<VersionTableTest> registered;
#include "versiontable_test.moc"
