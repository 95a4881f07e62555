// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/snapshotmodel.h"

#include "tests/support/testcase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

namespace slipway::look
{

namespace
{

struct Ship
{
    QString key;
    int containers = 0;

    bool operator==(const Ship &) const = default;
};

class Ships final : public SnapshotModel<Ship>
{
public:
    int columnCount(const QModelIndex & /*parent*/ = {}) const override { return 2; }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        return index.column() == 0 ? QVariant(at(index).key) : QVariant(at(index).containers);
    }
};

} // namespace

class SnapshotModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSelectedRowSurvivesTheNextSnapshot()
    {
        Ships model;
        const QAbstractItemModelTester tester(&model);
        model.apply({{u"api"_s}, {u"web"_s}, {u"worker"_s}});
        const QPersistentModelIndex selected = model.index(1, 0);

        model.apply({{u"auth"_s}, {u"queue"_s}, {u"web"_s, 2}});

        QVERIFY(selected.isValid());
        QCOMPARE(selected.row(), 2);
        QCOMPARE(model.at(selected).containers, 2);
    }

    void sameRowsAreNoChange()
    {
        Ships model;
        model.apply({{u"api"_s, 1}, {u"web"_s, 2}});
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

        model.apply({{u"api"_s, 1}, {u"web"_s, 3}});

        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex(), model.index(1, 0));
        QCOMPARE(changed.at(0).at(1).toModelIndex(), model.index(1, 1));
    }

    void rowsSideBySideComeAndGoTogether()
    {
        Ships model;
        const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);

        model.apply({{u"a"_s}, {u"b"_s}, {u"c"_s}, {u"z"_s}});
        model.apply({{u"z"_s}});

        QCOMPARE(inserted.size(), 1);
        QCOMPARE(removed.size(), 1);
    }

    void anySnapshotFollowsAnyOther()
    {
        Ships model;
        const QAbstractItemModelTester tester(&model);
        std::mt19937 chance(7); // NOLINT: the same snapshots each time
        for (int round = 0; round < 200; ++round) {
            QList<Ship> next;
            for (char16_t name = u'a'; name <= u'h'; ++name) {
                if (chance() % 2 == 0)
                    next.append({QString(QChar(name)), static_cast<int>(chance() % 3)});
            }

            model.apply(next);

            QCOMPARE(model.rows(), next);
        }
    }
};

namespace
{
const test::Registered<SnapshotModelTest> registered;
}

} // namespace slipway::look

#include "snapshotmodel_test.moc"
