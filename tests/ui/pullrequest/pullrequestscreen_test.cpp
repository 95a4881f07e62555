// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/ui/pullrequest/page.h"
#include "ui/feedback/actionbar.h"
#include "ui/look/paragraph.h"
#include "ui/look/scheme.h"
#include "ui/pullrequest/labelfield.h"

#include <QSignalSpy>
#include <QVBoxLayout>

using namespace slipway;
using namespace slipway::pullrequest;
using namespace Qt::StringLiterals;

class PullRequestScreenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tabGoesThroughThePageToTheButtonsBelowIt()
    {
        Page page;
        QWidget window; // as in the program: the page is a part of it
        QVBoxLayout rows{&window};
        rows.addWidget(&page.screen);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        page.draft(draftOf(u"api"_s, u"2"_s));
        QVERIFY(QTest::qWaitFor([&page] { return page.button(u"Create pull request"_s).isEnabled(); }));
        page.title().setFocus();

        QStringList stops;
        do {
            const auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
            stops.append(button ? button->text() : QApplication::focusWidget()->accessibleName());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        } while (QApplication::focusWidget() != &page.title() && stops.size() < 40);

        QCOMPARE(stops.mid(0, 4), (QStringList{u"Title"_s, u"Text"_s, u"Add"_s, u"Changes"_s}));
        const auto end = stops.indexOf(u"Cancel"_s);
        QCOMPARE(stops.mid(end - 1, 3), (QStringList{u"Diff tool"_s, u"Cancel"_s, u"Create pull request"_s}));
        page.screen.setParent(nullptr);
    }

    void aNewDraftLeavesCursorAndWordsAlone();
    void replaysWhatWasDoneToTheLabels();
    void wordsForOneDoNotGetIntoAnother();
    void saysThatWordsMayNotFitAnyMore();
    void sendingGoesOnWhateverIsAskedFor();
    void wantsATitle();
    void draftsAgainForWhoComesBack();
    void showsNothingOfADraftThatFailed();
    void anErrorOfAnotherDraftIsNotHeard();
    void leavesTheFocusToWhatLiesOverIt();
    void keepsTheFocusWhileItSends_data();
    void keepsTheFocusWhileItSends();
    void offersToSignInWhereTheTokenIsRefused();
    void showsTablesInTheFixedFont();
    void anOlderSnapshotIsNoNews();
    void saysWhatAMovedBaseChanged();
    void waitsForAPersonAfterAConflict();
    void namesCommitAndContentInTheFixedFont();
};

/// No empty diff, and no list of what was looked at.
void PullRequestScreenTest::showsNothingOfADraftThatFailed()
{
    Page page;
    const auto isShown = [&page](const QString &text) {
        const auto labels = page.screen.findChildren<look::Label *>();
        return std::ranges::any_of(labels,
                                   [&](const look::Label *each) { return each->text() == text && each->isVisible(); });
    };
    page.failing = {u"queue"_s};
    page.draft(draftOf(u"queue"_s, u"2"_s));
    QCOMPARE(page.message(), u"There is nothing newer."_s);
    QVERIFY(!isShown(u"Exactly this will be sent"_s));
    QVERIFY(!isShown(u"Before you send it"_s));
    QCOMPARE(QApplication::focusWidget(), &page.button(u"Try again"_s));

    page.screen.resize(900, 600); // the message stands elsewhere there
    QVERIFY(QTest::qWaitFor([&] { return QApplication::focusWidget() == &page.button(u"Try again"_s); }));

    page.failing.clear();
    page.isHeld = true;
    page.draft(draftOf(u"queue"_s, u"2"_s));
    QCOMPARE(page.message(), QString{});
    QVERIFY(!isShown(u"Exactly this will be sent"_s)); // not yet
    Q_EMIT page.gate.opened();
    QVERIFY(QTest::qWaitFor([&] { return isShown(u"Exactly this will be sent"_s); }));
    QVERIFY(isShown(u"Before you send it"_s));
    QCOMPARE(page.message(), QString{});
    QCOMPARE(QApplication::focusWidget(), &page.title());
}

/// It may have been on its way when the person wanted another one.
void PullRequestScreenTest::anErrorOfAnotherDraftIsNotHeard()
{
    Page page;
    page.isHeld = true;
    page.failing = {u"web"_s};
    page.draft(draftOf(u"web"_s, u"2"_s));
    page.draft(draftOf(u"queue"_s, u"2"_s));

    Q_EMIT page.gate.opened();

    QVERIFY(QTest::qWaitFor([&] { return page.title().text() == u"Update queue to 2"_s; }));
    QCOMPARE(page.answered, 2);
    QCOMPARE(page.message(), QString{});
    QVERIFY(page.button(u"Create pull request"_s).isEnabled());
}

/// As the palette does, over the page.
void PullRequestScreenTest::leavesTheFocusToWhatLiesOverIt()
{
    Page page;
    QWidget window;
    QVBoxLayout rows{&window};
    QLineEdit over;
    rows.addWidget(&page.screen);
    rows.addWidget(&over);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    over.setFocus();

    page.failing = {u"queue"_s};
    page.draft(draftOf(u"queue"_s, u"2"_s));
    QCOMPARE(page.message(), u"There is nothing newer."_s);
    QVERIFY(over.hasFocus());
    page.failing.clear();
    page.draft(draftOf(u"queue"_s, u"2"_s));
    QVERIFY(QTest::qWaitFor([&] { return page.title().text() == u"Update queue to 2"_s; }));
    QVERIFY(over.hasFocus());
    page.screen.setParent(nullptr);
    over.setParent(nullptr);
}

/// First where that can be stopped, then where it can be tried again.
void PullRequestScreenTest::keepsTheFocusWhileItSends_data()
{
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("next");
    QTest::newRow("offline") << Error::Kind::Offline << u"Try again"_s;
    QTest::newRow("conflict") << Error::Kind::Conflict << u"Show new preview"_s;
    QTest::newRow("stopped") << Error::Kind::Cancelled << u"Create pull request"_s;
}

void PullRequestScreenTest::keepsTheFocusWhileItSends()
{
    QFETCH(const Error::Kind, kind);
    QFETCH(const QString, next);
    Page page;
    page.refusal = Error{.kind = kind, .message = u"GitHub cannot be reached."_s};
    page.draft(draftOf(u"queue"_s, u"2"_s));
    page.button(u"Create pull request"_s).setFocus();

    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(QApplication::focusWidget(), &page.button(u"Cancel"_s));
    Q_EMIT page.gate.opened();

    QVERIFY(QTest::qWaitFor([&] { return !page.message().isEmpty(); }));
    QCOMPARE(QApplication::focusWidget(), &page.button(next));
}

void PullRequestScreenTest::offersToSignInWhereTheTokenIsRefused()
{
    Page page;
    page.failing = {u"queue"_s};
    page.failure = {.kind = Error::Kind::Unauthorized, .message = u"github.com does not accept the token (401)."_s};

    page.draft(draftOf(u"queue"_s, u"2"_s));

    QCOMPARE(page.message(), page.failure.message);
    QCOMPARE(QApplication::focusWidget(), &page.button(u"Sign in…"_s));
}

void PullRequestScreenTest::showsTablesInTheFixedFont()
{
    Page page;
    auto draft = draftOf(u"queue"_s, u"2"_s);
    draft.text = u"Updates.\n\n| service |\n|---|\n\nOpened with Slipway.\n"_s;
    page.draft(draft);

    const auto lookOf = [&](int line) {
        const auto formats = page.text().document()->findBlockByNumber(line).layout()->formats();
        return formats.isEmpty() ? QTextCharFormat{} : formats.first().format;
    };
    QVERIFY(lookOf(0).isEmpty());
    QCOMPARE(lookOf(2).font().family(), look::font(look::Type::Mono).family());
    QCOMPARE(lookOf(3).font().family(), look::font(look::Type::Mono).family());
    QCOMPARE(lookOf(5).foreground().color(), look::color(look::Token::TextMuted));

    QSignalSpy edited(&page.form(), &PullRequestForm::edited);
    const bool wasDark = look::Scheme::current().isDark();
    look::Scheme::current().choose(wasDark ? look::Scheme::Choice::Light : look::Scheme::Choice::Dark);
    QCOMPARE(lookOf(5).foreground().color(), look::color(look::Token::TextMuted));
    QCOMPARE(edited.size(), 0); // nobody has written
    look::Scheme::current().choose(look::Scheme::Choice::System);
}

void PullRequestScreenTest::aNewDraftLeavesCursorAndWordsAlone()
{
    Page page;
    page.draft(draftOf(u"queue"_s, u"2"_s));
    page.text().moveCursor(QTextCursor::End);
    page.text().insertPlainText(u" Really."_s);
    const int at = page.text().textCursor().position();
    page.title().setCursorPosition(6);

    page.draft(draftOf(u"queue"_s, u"2"_s));

    QCOMPARE(page.text().toPlainText(), u"queue is 2. Really."_s);
    QCOMPARE(page.text().textCursor().position(), at);
    QCOMPARE(page.title().cursorPosition(), 6);
    QVERIFY(page.text().document()->isUndoAvailable());
    page.draft(draftOf(u"queue"_s, u"3"_s)); // the title is not the person's
    QCOMPARE(page.title().text(), u"Update queue to 3"_s);
    QCOMPARE(page.text().toPlainText(), u"queue is 2. Really."_s);
}

void PullRequestScreenTest::replaysWhatWasDoneToTheLabels()
{
    Page page;
    auto draft = draftOf(u"queue"_s, u"2"_s, 222);
    page.draft(draft);
    page.form().findChild<LabelField *>()->setLabels({u"dependencies"_s, u"urgent"_s}); // takes docker, adds urgent

    draft.labels.append(u"policy"_s); // somebody on GitHub
    page.draft(draft);

    QCOMPARE(page.form().written().labels, (QStringList{u"dependencies"_s, u"policy"_s, u"urgent"_s}));
    QCOMPARE(page.form().written().labelsTaken, QStringList{u"docker"_s});
}

void PullRequestScreenTest::wordsForOneDoNotGetIntoAnother()
{
    Page page;
    page.draft(draftOf(u"queue"_s, u"2"_s, 222));
    page.title().setText(u"Words for 222"_s);

    page.draft(draftOf(u"queue"_s, u"2"_s)); // 222 was closed meanwhile

    QCOMPARE(page.title().text(), u"Update queue to 2"_s);
    page.title().setText(u"Words for the new one"_s);
    page.draft(draftOf(u"queue"_s, u"2"_s, 223)); // and that is it
    QCOMPARE(page.title().text(), u"Words for the new one"_s);
}

void PullRequestScreenTest::saysThatWordsMayNotFitAnyMore()
{
    Page page;
    page.draft(draftOf(u"queue"_s, u"2"_s));
    page.draft(draftOf(u"queue"_s, u"3"_s));
    QCOMPARE(page.message(), QString{});
    page.text().insertPlainText(u"Well: "_s);

    page.draft(draftOf(u"queue"_s, u"4"_s));

    QCOMPARE(page.message(), u"The images are others since you wrote."_s);
}

void PullRequestScreenTest::sendingGoesOnWhateverIsAskedFor()
{
    Page page;
    QSignalSpy opened(&page.screen, &PullRequestScreen::opened);
    page.draft(draftOf(u"queue"_s, u"2"_s));
    QTest::mouseClick(&page.button(u"Create pull request"_s), Qt::LeftButton);
    QVERIFY(page.screen.isSending());

    page.draft(draftOf(u"web"_s, u"5"_s));

    QCOMPARE(page.asked, QStringList{u"queue"_s});
    QCOMPARE(page.title().text(), u"Update queue to 2"_s);
    Q_EMIT page.gate.opened();
    QVERIFY(opened.wait());
    QVERIFY(!page.wasStopped);
    QCOMPARE(page.sending.title, u"Update queue to 2"_s);
    QVERIFY(!page.screen.isSending());
}

void PullRequestScreenTest::wantsATitle()
{
    Page page;
    page.draft(draftOf(u"queue"_s, u"2"_s));
    QVERIFY(page.button(u"Create pull request"_s).isEnabled());

    page.title().setText(u"  "_s);

    QVERIFY(!page.button(u"Create pull request"_s).isEnabled());
    page.title().setText(u"x"_s);
    QVERIFY(page.button(u"Create pull request"_s).isEnabled());
}

void PullRequestScreenTest::draftsAgainForWhoComesBack()
{
    Page page;
    page.isHeld = true;
    page.draft(draftOf(u"queue"_s, u"2"_s));
    QTest::mouseClick(&page.button(u"Cancel"_s), Qt::LeftButton);
    page.screen.hide();
    page.isHeld = false;

    page.screen.show();

    QCOMPARE(page.asked.size(), 2);
    QVERIFY(page.button(u"Create pull request"_s).isEnabled());
    Q_EMIT page.gate.opened();
    QVERIFY(QTest::qWaitFor([&] { return page.answered == 2; })); // the first one goes with the page else
}

void PullRequestScreenTest::anOlderSnapshotIsNoNews()
{
    Page page;
    workspace::Snapshot snapshot;
    snapshot.branch = u"main"_s;
    snapshot.commit = QString(40, u'9'); // before the draft's
    page.screen.setSnapshot(snapshot);
    page.draft(draftOf(u"queue"_s, u"2"_s));

    page.screen.setSnapshot(snapshot);
    QCOMPARE(page.asked.size(), 1);
    snapshot.commit = QString(40, u'b');
    page.screen.setSnapshot(snapshot);
    QCOMPARE(page.asked.size(), 2);
}

void PullRequestScreenTest::saysWhatAMovedBaseChanged()
{
    Page page;
    auto draft = draftOf(u"queue"_s, u"2"_s);
    page.draft(draft);
    draft.preview.baseCommit = QString(40, u'b');
    page.draft(draft);
    QCOMPARE(page.message(), u"main has moved since this preview; nothing of it changed."_s);
    draft.preview.baseCommit = QString(40, u'c');
    draft.preview.files.first().after = "c\n";

    page.draft(draft);

    QCOMPARE(page.message(), u"main has moved since this preview."_s);
    QCOMPARE(page.more(), u"Here is the new one; 1 file changed."_s);
    page.button(u"Show difference"_s).click();
    QCOMPARE(page.diff(), u"docker-compose.yml\n-b\n+c"_s);
    QVERIFY(page.isSaid(u"What differs from the old preview"_s));
    QVERIFY(page.button(u"Create pull request"_s).isEnabled());
    page.button(u"Show new preview"_s).click();
    QVERIFY(page.isSaid(u"Exactly this will be sent"_s));
    QVERIFY(page.isSaid(u"1 commit, 1 file, 1 line"_s));
    page.draft(draft); // nothing moved since
    QCOMPARE(page.message(), QString{});
}

/// What was refused is not offered again before the person has seen what it has become.
void PullRequestScreenTest::waitsForAPersonAfterAConflict()
{
    Page page;
    auto draft = draftOf(u"queue"_s, u"2"_s);
    page.draft(draft);
    page.refusal = Error{.kind = Error::Kind::Conflict, .message = u"main has moved, so nothing was sent."_s};
    page.button(u"Create pull request"_s).click();
    Q_EMIT page.gate.opened();
    QVERIFY(QTest::qWaitFor([&] { return page.message() == page.refusal->message; }));
    QVERIFY(!page.button(u"Create pull request"_s).isEnabled());
    workspace::Snapshot snapshot;
    snapshot.branch = u"main"_s;
    snapshot.commit = QString(40, u'b');
    page.screen.setSnapshot(snapshot);
    QCOMPARE(page.asked.size(), 1);
    page.next.preview.baseCommit = snapshot.commit;

    page.button(u"Show new preview"_s).click();

    QCOMPARE(page.asked.size(), 2);
    QCOMPARE(page.message(), u"main has moved since this preview; nothing of it changed."_s);
    QVERIFY(page.button(u"Create pull request"_s).isEnabled());
}

void PullRequestScreenTest::namesCommitAndContentInTheFixedFont()
{
    Page page;
    auto draft = draftOf(u"queue"_s, u"2"_s);
    draft.preview.baseCommit = QString(40, u'f'); // which is narrow in a font for text
    page.draft(draft);

    auto &label = *page.screen.findChild<feedback::ActionBar *>()->findChild<look::Label *>();
    QCOMPARE(label.text(), u"Shown for main at fffffff, content sha256:00000000"_s);
    const QFontMetricsF mono{look::font(look::Type::MonoSmall)}, general{look::font(look::Type::Small)};
    const auto hashes = u"fffffffsha256:00000000"_s;
    const auto wider = mono.horizontalAdvance(hashes) - general.horizontalAdvance(hashes);
    QVERIFY(std::abs(wider) > 3);
    QVERIFY(std::abs(label.sizeHint().width() - general.horizontalAdvance(label.text()) - wider) <= 3);
}

const slipway::test::Registered<PullRequestScreenTest> registered;

#include "pullrequestscreen_test.moc"
