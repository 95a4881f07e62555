// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "ui/review/changebox.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::review
{

/// The list of changes in one line.
class ChangeBoxTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFilledWhenSomebodySeesIt()
    {
        ChangeBox box;
        QList<Change> changes{{.key = {}, .pullRequest = 1, .name = u"web"_s},
                              {.key = {}, .pullRequest = 2, .name = u"queue"_s}};

        box.show(changes, changes.last().id());
        QCOMPARE(box.count(), 0);

        box.show();
        QVERIFY(QTest::qWaitForWindowExposed(&box));
        QCOMPARE(box.count(), 2);
        QCOMPARE(box.currentIndex(), 1);
        QVERIFY(box.currentText().startsWith(u"queue"_s));

        changes.removeFirst();
        box.show(changes, changes.first().id());
        QCOMPARE(box.count(), 1);
        QCOMPARE(box.currentData().toString(), changes.first().id());
    }
};

const slipway::test::Registered<ChangeBoxTest> registered;

} // namespace slipway::review

#include "changebox_test.moc"
