// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/ui/pullrequest/page.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QSignalSpy>

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
    void asksBeforeItForgetsWords();
    void isOfferedForSeveralNewOnesAlone();
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

void PullRequestTurnsTest::asksBeforeItForgetsWords()
{
    Batch page{{u"queue"_s, u"web"_s}};
    page.text().insertPlainText(u"Both at night. "_s);

    page.action(u"pull.each"_s).trigger();

    auto *question = page.screen.findChild<QDialog *>();
    QVERIFY(question);
    question->reject();
    QVERIFY(page.text().toPlainText().startsWith("Both at night."_L1));
    QCoreApplication::sendPostedEvents(question, QEvent::DeferredDelete);
    page.action(u"pull.each"_s).trigger();
    page.screen.findChild<QDialog *>()->accept();
    QCOMPARE(page.text().toPlainText(), u"queue is 2."_s);
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

void PullRequestTurnsTest::endsWhereSomethingElseIsAskedFor()
{
    Batch page{{u"queue"_s, u"web"_s}};
    page.action(u"pull.each"_s).trigger();

    page.screen.draftUpdate(page.prepared[u"queue"_s].services);
    QVERIFY(page.send());

    QCOMPARE(page.asked.mid(1), (QStringList{u"queue"_s, u"queue"_s}));
}

const slipway::test::Registered<PullRequestTurnsTest> registered;

#include "pullrequestturns_test.moc"
