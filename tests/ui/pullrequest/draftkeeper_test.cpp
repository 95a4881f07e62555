// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/ui/pullrequest/page.h"
#include "ui/pullrequest/labelfield.h"

#include <QAction>
#include <QDialog>
#include <QSignalSpy>

using namespace slipway;
using namespace slipway::pullrequest;

namespace
{

workspace::Snapshot snapshotOf(bool isDemo)
{
    workspace::Snapshot snapshot;
    snapshot.host = u"github.com"_s;
    snapshot.owner = u"acme"_s;
    snapshot.repository = u"deployment"_s;
    snapshot.isDemo = isDemo;
    return snapshot;
}

/// A page of a later start, with the settings of an earlier one.
struct Start : Page
{
    Start(const QString &file, bool isDemo = false)
        : Page{file}
    {
        screen.setSnapshot(snapshotOf(isDemo));
    }
};

} // namespace

/// What a person wrote into a draft, from one start of the program to the next.
class DraftKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void bringsTheWordsBack();
    void leavesOthersAlone();
    void saysThatTheImagesAreOthers();
    void forgetsWhatWasSent();
    void forgetsWhatWasToBeForgotten();
    void keepsNothingOfTheDemo();
    void keepsToItsBranch();

private:
    /// In a start of the program that ends.
    void writeTitle() const
    {
        Start page{settings()};
        page.draft(draftOf(u"queue"_s, u"2"_s));
        page.title().setText(u"Queue at night"_s);
    }
    QString settings() const { return m_folder->filePath(u"settings.ini"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void DraftKeeperTest::bringsTheWordsBack()
{
    {
        Start page{settings()};
        page.draft(draftOf(u"queue"_s, u"2"_s));
        page.title().setText(u"Queue at night"_s);
        page.text().setPlainText(u"Only after ten."_s);
        page.form().findChild<LabelField *>()->setLabels({u"urgent"_s});
    }
    Start page{settings()};
    page.draft(draftOf(u"queue"_s, u"2"_s));
    QCOMPARE(page.title().text(), u"Queue at night"_s);
    QCOMPARE(page.text().toPlainText(), u"Only after ten."_s);
    QCOMPARE(page.form().written().labels, QStringList{u"urgent"_s});
    QCOMPARE(page.message(), u"What you wrote before is here again."_s);
}

void DraftKeeperTest::leavesOthersAlone()
{
    writeTitle();
    Start page{settings()};
    page.draft(draftOf(u"web"_s, u"2"_s));
    QCOMPARE(page.title().text(), u"Update web to 2"_s);
    page.draft(draftOf(u"queue"_s, u"2"_s, 222)); // another pull request of it
    QCOMPARE(page.title().text(), u"Update queue to 2"_s);
    {
        Start other{settings()};
        other.screen.setSnapshot({}); // another repository
        other.draft(draftOf(u"queue"_s, u"2"_s));
        QCOMPARE(other.title().text(), u"Update queue to 2"_s);
    }
    page.draft(draftOf(u"web"_s, u"2"_s));
    page.draft(draftOf(u"queue"_s, u"2"_s));
    QCOMPARE(page.title().text(), u"Queue at night"_s);
}

void DraftKeeperTest::saysThatTheImagesAreOthers()
{
    writeTitle();
    Start page{settings()};
    page.draft(draftOf(u"queue"_s, u"3"_s));
    QCOMPARE(page.title().text(), u"Queue at night"_s);
    QCOMPARE(page.message(), u"The images are others since you wrote."_s);
}

void DraftKeeperTest::forgetsWhatWasSent()
{
    {
        Start page{settings()};
        page.draft(draftOf(u"queue"_s, u"2"_s));
        page.title().setText(u"Queue at night"_s);
        QSignalSpy opened{&page.screen, &PullRequestScreen::opened};
        QTest::mouseClick(&page.button(u"Create pull request"_s), Qt::LeftButton);
        Q_EMIT page.gate.opened();
        QVERIFY(opened.wait());
    }
    Start page{settings()};
    page.draft(draftOf(u"queue"_s, u"2"_s));
    QCOMPARE(page.title().text(), u"Update queue to 2"_s);
}

/// The question says that it is not kept.
void DraftKeeperTest::forgetsWhatWasToBeForgotten()
{
    auto both = draftOf(u"queue"_s, u"2"_s);
    both.services += draftOf(u"web"_s, u"2"_s).services;
    both.preview.updates += draftOf(u"web"_s, u"2"_s).preview.updates;
    {
        Start page{settings()};
        page.prepared[u"queue"_s] = draftOf(u"queue"_s, u"2"_s);
        page.draft(both);
        page.title().setText(u"Both at night"_s);
        page.screen.findChild<QAction *>(u"pull.each"_s)->trigger();
        page.screen.findChild<QDialog *>()->accept();
        QCOMPARE(page.title().text(), u"Update queue to 2"_s);
    }
    Start page{settings()};
    page.draft(both);
    QCOMPARE(page.title().text(), both.title);
}

void DraftKeeperTest::keepsNothingOfTheDemo()
{
    {
        Start page{settings(), true};
        page.draft(draftOf(u"queue"_s, u"2"_s));
        page.title().setText(u"Queue at night"_s);
    }
    Start page{settings(), true};
    page.draft(draftOf(u"queue"_s, u"2"_s));
    QCOMPARE(page.title().text(), u"Update queue to 2"_s);
}

/// Another branch of the same repository is another workspace.
void DraftKeeperTest::keepsToItsBranch()
{
    writeTitle();
    {
        Start page{settings()};
        auto ofAnother = draftOf(u"queue"_s, u"2"_s);
        ofAnother.into = u"staging"_s;
        page.draft(ofAnother);
        QCOMPARE(page.title().text(), ofAnother.title);
    }
    Start page{settings()};
    page.draft(draftOf(u"queue"_s, u"2"_s));
    QCOMPARE(page.title().text(), u"Queue at night"_s);
}

const slipway::test::Registered<DraftKeeperTest> registered;

#include "draftkeeper_test.moc"
