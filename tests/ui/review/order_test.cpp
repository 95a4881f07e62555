// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/ui/images/harbour.h"
#include "ui/review/changelist.h"
#include "ui/review/orderbutton.h"

#include <QAction>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::review;
using namespace Qt::StringLiterals;
namespace harbour = slipway::images::harbour;

namespace
{

QList<Change> changes(Order order)
{
    return changesOf(harbour::snapshot(), harbour::now(), order);
}

} // namespace

/// The order in which the changes stand.
class OrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }
    void leavesTheChosenOneAlone();
    void tellsAnotherChoiceOnce();
    void isRemembered();
};

/// Each choice that is told asks for a preview.
void OrderTest::leavesTheChosenOneAlone()
{
    ChangeList list;
    list.show(changes(Order::NewestFirst));
    list.choose(u"#217"_s);
    const QSignalSpy chosen{&list, &ChangeList::chosen};

    for (const auto order : {Order::ByService, Order::NewestFirst}) {
        list.show(changes(order));
        QCOMPARE(list.current()->id(), u"#217"_s);
    }

    QCOMPARE(chosen.size(), 0);
}

void OrderTest::tellsAnotherChoiceOnce()
{
    ChangeList list;
    auto all = changes(Order::NewestFirst);
    list.show(all);
    list.choose(u"#217"_s);
    const QSignalSpy chosen{&list, &ChangeList::chosen};

    all.removeIf([](const Change &change) { return change.pullRequest == 217; });
    list.show(all);

    QVERIFY(list.current() && list.current()->id() != "#217"_L1);
    QCOMPARE(chosen.size(), 1);
}

void OrderTest::isRemembered()
{
    const QTemporaryDir folder;
    QSettings settings{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    OrderButton button{settings, nullptr};
    QCOMPARE(button.order(), Order::NewestFirst);
    const QSignalSpy chosen{&button, &OrderButton::chosen};

    button.findChild<QAction *>(u"review.sortService"_s)->trigger();

    QCOMPARE(chosen.size(), 1);
    QCOMPARE(button.order(), Order::ByService);
    QCOMPARE((OrderButton{settings, nullptr}.order()), Order::ByService);
    QCOMPARE(button.menu()->actions().size(), 2);
}

static const slipway::test::Registered<OrderTest> registered;
#include "order_test.moc"
