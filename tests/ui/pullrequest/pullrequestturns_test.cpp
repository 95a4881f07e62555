// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/ui/pullrequest/page.h"
#include "ui/look/iconlabel.h"
#include "ui/pullrequest/assurancelist.h"
#include "ui/pullrequest/labelfield.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QSignalSpy>
#include <QStackedWidget>

using namespace slipway;
using namespace slipway::pullrequest;

namespace
{

/// Of several services, as one pull request.
workspace::Draft batchOf(const QStringList &services)
{
    auto batch = draftOf(services.first(), u"2"_s);
    batch.title = u"Update %1 images"_s.arg(services.size());
    batch.branch = u"slipway/image-batch"_s;
    batch.services.clear();
    batch.preview.updates.clear();
    for (const auto &service : services) {
        const auto one = draftOf(service, u"2"_s);
        batch.services += one.services;
        batch.preview.updates += one.preview.updates;
    }
    return batch;
}

/// A page on which a pull request for all of them stands.
struct Batch : Page
{
    explicit Batch(const QStringList &services)
    {
        for (const auto &service : services)
            prepared[service] = draftOf(service, u"2"_s);
        draft(batchOf(services));
        prepared[asked.last()] = next;
    }

    [[nodiscard]] bool send()
    {
        QSignalSpy opened{&screen, &PullRequestScreen::opened};
        QTest::mouseClick(&button(u"Create pull request"_s), Qt::LeftButton);
        Q_EMIT gate.opened();
        return opened.wait();
    }
    QAction &action(const QString &name) { return *screen.findChild<QAction *>(name); }
};

} // namespace

/// A pull request for each service instead of one for all.
class PullRequestTurnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensOneAfterTheOther();
    void whatIsSentWithAnotherHasNoTurn();
    void skipsOne();
    void whatIsSkippedWithAnotherHasNoTurn();
    void tellsWhichOneCannotBeDrafted();
    void asksBeforeItForgets_data();
    void asksBeforeItForgets();
    void splitsUpThoughTheBaseMovedMeanwhile();
    void keepsTheWordsOfATurn();
    void takesNoKeysWhileItIsHidden();
    void stopsWhereSendingWasStopped();
    void isOfferedForSeveralNewOnesAlone();
    void givesATurnToWhatChangesAlone();
    void endsWhereSomethingElseIsAskedFor();
};

void PullRequestTurnsTest::opensOneAfterTheOther()
{
    Batch page{{u"queue"_s, u"web"_s, u"api"_s}};
    QSignalSpy opened(&page.screen, &PullRequestScreen::opened);
    QTest::mouseClick(&page.button(u"One for each instead"_s), Qt::LeftButton);
    QCOMPARE(page.title().text(), u"Update queue to 2"_s);
    QVERIFY(!page.button(u"One for each instead"_s).isVisible());

    QVERIFY(page.send());
    QCOMPARE(page.sending.branch, u"slipway/image/queue"_s);
    QCOMPARE(page.title().text(), u"Update web to 2"_s);
    QVERIFY(page.send());
    QVERIFY(page.send());

    QCOMPARE(page.asked, (QStringList{u"queue web api"_s, u"queue"_s, u"web"_s, u"api"_s}));
    QCOMPARE(page.sending.branch, u"slipway/image/api"_s);
    QList<int> left;
    for (const auto &each : opened)
        left.append(each.at(2).toInt());
    QCOMPARE(left, (QList{2, 1, 0}));
    QVERIFY(!page.action(u"pull.skip"_s).isVisible());
}

void PullRequestTurnsTest::whatIsSentWithAnotherHasNoTurn()
{
    Batch page{{u"queue"_s, u"web"_s, u"api"_s}};
    page.prepared[u"queue"_s].preview.updates += draftOf(u"web"_s, u"2"_s).preview.updates; // the same variable
    page.action(u"pull.each"_s).trigger();

    QVERIFY(page.send());

    QCOMPARE(page.asked.mid(1), (QStringList{u"queue"_s, u"api"_s}));
}

void PullRequestTurnsTest::skipsOne()
{
    Batch page{{u"queue"_s, u"web"_s}};
    page.action(u"pull.each"_s).trigger();

    QTest::mouseClick(&page.button(u"Skip this one"_s), Qt::LeftButton);

    QCOMPARE(page.title().text(), u"Update web to 2"_s);
    QVERIFY(!page.button(u"Skip this one"_s).isVisible()); // Cancel does that for the last one
    QVERIFY(page.sending.title.isEmpty());
}

void PullRequestTurnsTest::whatIsSkippedWithAnotherHasNoTurn()
{
    Batch page{{u"queue"_s, u"web"_s, u"api"_s}};
    page.prepared[u"queue"_s].preview.updates += draftOf(u"web"_s, u"2"_s).preview.updates;
    page.action(u"pull.each"_s).trigger();

    QCOMPARE(page.facts(), u"2 updates in , 1 more after it"_s);
    page.action(u"pull.skip"_s).trigger();

    QCOMPARE(page.title().text(), u"Update api to 2"_s);
    Batch both{{u"queue"_s, u"web"_s}};
    both.prepared[u"queue"_s].preview.updates += draftOf(u"web"_s, u"2"_s).preview.updates;
    both.action(u"pull.each"_s).trigger();
    QVERIFY(!both.action(u"pull.skip"_s).isVisible()); // nothing would be left
}

/// Nothing of the one before stands there any more.
void PullRequestTurnsTest::tellsWhichOneCannotBeDrafted()
{
    Batch page{{u"queue"_s, u"web"_s, u"api"_s}};
    page.failing = {u"web"_s};
    page.action(u"pull.each"_s).trigger();
    QCOMPARE(page.facts(), u"1 update in , 2 more after it"_s);

    page.action(u"pull.skip"_s).trigger();

    QCOMPARE(page.message(), u"There is nothing newer."_s);
    QCOMPARE(page.facts(), u"web"_s);
    QCOMPARE(page.screen.findChild<AssuranceList *>()->findChildren<look::IconLabel *>().size(), 0);
    page.action(u"pull.skip"_s).trigger();
    QCOMPARE(page.title().text(), u"Update api to 2"_s);
}

void PullRequestTurnsTest::asksBeforeItForgets_data()
{
    QTest::addColumn<bool>("isLabel");
    QTest::newRow("words") << false;
    QTest::newRow("a label") << true;
}

void PullRequestTurnsTest::asksBeforeItForgets()
{
    QFETCH(const bool, isLabel);
    Batch page{{u"queue"_s, u"web"_s, u"api"_s}};
    const auto write = [&] {
        if (isLabel)
            page.form().findChild<LabelField *>()->setLabels({u"urgent"_s});
        else
            page.text().insertPlainText(u"At night. "_s);
    };
    const auto isKept = [&] { return page.form().isTouched(); };
    const auto answer = [&](const QString &action, bool yes) {
        page.action(action).trigger();
        auto *question = page.screen.findChild<QDialog *>();
        if (!question)
            return false;
        yes ? question->accept() : question->reject();
        QCoreApplication::sendPostedEvents(question, QEvent::DeferredDelete);
        return true;
    };
    write();

    QVERIFY(answer(u"pull.each"_s, false));
    QVERIFY(isKept());
    QVERIFY(answer(u"pull.each"_s, true));
    QVERIFY(!isKept());
    QCOMPARE(page.title().text(), u"Update queue to 2"_s);

    write();
    QVERIFY(answer(u"pull.skip"_s, false));
    QVERIFY(isKept());
    QVERIFY(answer(u"pull.skip"_s, true));
    QCOMPARE(page.title().text(), u"Update web to 2"_s);
}

void PullRequestTurnsTest::splitsUpThoughTheBaseMovedMeanwhile()
{
    Batch page{{u"queue"_s, u"web"_s}};
    page.text().insertPlainText(u"At night. "_s);
    page.action(u"pull.each"_s).trigger();
    workspace::Snapshot moved;
    moved.branch = u"main"_s;
    moved.commit = QString(40, u'b');
    page.isHeld = true;
    page.screen.setSnapshot(moved);
    QVERIFY(!page.action(u"pull.each"_s).isEnabled());
    page.isHeld = false;

    page.screen.findChild<QDialog *>()->accept();

    QCOMPARE(page.title().text(), u"Update queue to 2"_s);
    Q_EMIT page.gate.opened();
    QVERIFY(QTest::qWaitFor([&] { return page.answered == 3; })); // the one for the new base goes with the page else
}

void PullRequestTurnsTest::keepsTheWordsOfATurn()
{
    Batch page{{u"queue"_s, u"web"_s}};
    const auto batch = page.prepared[u"queue web"_s].services;
    page.action(u"pull.each"_s).trigger();
    page.screen.draftUpdate(batch); // nothing is lost by having it whole again
    QVERIFY(page.action(u"pull.each"_s).isVisible());
    page.action(u"pull.each"_s).trigger();
    page.text().insertPlainText(u"At night. "_s);

    page.screen.draftUpdate(batch);

    QCOMPARE(page.text().toPlainText(), u"At night. queue is 2."_s);
    QVERIFY(page.action(u"pull.skip"_s).isVisible());
}

/// They are for the page that shows.
void PullRequestTurnsTest::takesNoKeysWhileItIsHidden()
{
    Batch page{{u"queue"_s, u"web"_s}};
    QStackedWidget pages;
    auto *list = new QLineEdit;
    pages.addWidget(list);
    pages.addWidget(&page.screen);
    pages.setCurrentWidget(&page.screen);
    pages.show();
    QVERIFY(QTest::qWaitForWindowActive(&pages));
    page.action(u"pull.each"_s).trigger();
    QTest::mouseClick(&page.button(u"Create pull request"_s), Qt::LeftButton);
    pages.setCurrentWidget(list);
    list->setFocus();

    Q_EMIT page.gate.opened();

    QVERIFY(QTest::qWaitFor([&] { return page.title().text() == u"Update web to 2"_s; }));
    QCOMPARE(QApplication::focusWidget(), list);
    page.screen.setParent(nullptr);
}

void PullRequestTurnsTest::stopsWhereSendingWasStopped()
{
    Batch page{{u"queue"_s, u"web"_s}};
    page.action(u"pull.each"_s).trigger();
    QSignalSpy opened{&page.screen, &PullRequestScreen::opened};
    QTest::mouseClick(&page.button(u"Create pull request"_s), Qt::LeftButton);
    QTest::mouseClick(&page.button(u"Cancel"_s), Qt::LeftButton);

    Q_EMIT page.gate.opened(); // too late: it is there

    QVERIFY(opened.wait());
    QCOMPARE(opened.first().at(2).toInt(), 0);
    QCOMPARE(page.asked.last(), u"queue"_s);
}

void PullRequestTurnsTest::isOfferedForSeveralNewOnesAlone()
{
    Batch page{{u"queue"_s, u"web"_s}};
    QVERIFY(page.button(u"One for each instead"_s).isVisible());
    workspace::Snapshot offline;
    offline.offlineSince = QDateTime::currentDateTimeUtc();
    page.screen.setSnapshot(offline);
    QVERIFY(!page.action(u"pull.each"_s).isEnabled());
    page.screen.setSnapshot({});
    QVERIFY(page.action(u"pull.each"_s).isEnabled());

    auto open = batchOf({u"queue"_s, u"web"_s});
    open.pullRequest = 220; // they are in it together
    page.prepared.clear();
    page.draft(open);
    QVERIFY(!page.action(u"pull.each"_s).isVisible());
    page.draft(draftOf(u"api"_s, u"2"_s));
    QVERIFY(!page.action(u"pull.each"_s).isVisible());
}

void PullRequestTurnsTest::givesATurnToWhatChangesAlone()
{
    Batch page{{u"queue"_s, u"web"_s}};
    auto batch = page.prepared[u"queue web"_s];
    batch.services += draftOf(u"held"_s, u"2"_s).services; // ticked, with nothing newer
    page.prepared[u"queue web held"_s] = batch;
    page.screen.draftUpdate(batch.services);

    page.action(u"pull.each"_s).trigger();
    QVERIFY(page.send());
    QVERIFY(page.send());

    QCOMPARE(page.asked.mid(2), (QStringList{u"queue"_s, u"web"_s}));
}

void PullRequestTurnsTest::endsWhereSomethingElseIsAskedFor()
{
    Batch page{{u"queue"_s, u"web"_s}};
    page.action(u"pull.each"_s).trigger();

    page.draft(draftOf(u"api"_s, u"2"_s));
    QVERIFY(page.send());

    QCOMPARE(page.asked.mid(1), (QStringList{u"queue"_s, u"api"_s}));
}

const slipway::test::Registered<PullRequestTurnsTest> registered;

#include "pullrequestturns_test.moc"
