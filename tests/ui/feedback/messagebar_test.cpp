// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/emptystate.h"
#include "ui/feedback/messagebar.h"
#include "ui/feedback/messagetext.h"
#include "ui/feedback/progressline.h"

#include "tests/support/testcase.h"

#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway::feedback
{

namespace
{

const Error timeout{.kind = Error::Kind::Timeout,
                    .message = u"ghcr.io did not answer within 30 s."_s,
                    .remedy = u"Try again when it does."_s,
                    .details = u"GET /v2/acme/api/tags/list"_s};

/// A page with a message bar in it, on the screen.
struct Page
{
    Page()
    {
        auto *column = new QVBoxLayout(&widget);
        bar = new MessageBar;
        column->addWidget(bar);
        widget.resize(600, 200);
        widget.show();
    }

    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        const auto buttons = bar->findChildren<QPushButton *>();
        for (auto *button : buttons) {
            if (button->text() == text && !button->isHidden())
                return button;
        }
        return nullptr;
    }

    QWidget widget;
    MessageBar *bar;
};

} // namespace

class MessageBarTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersTheFileThatAnErrorNames()
    {
        const Page page;
        const QSignalSpy wanted(page.bar, &MessageBar::fileWanted);

        page.bar->showRetry({.kind = Error::Kind::InvalidInput,
                             .message = u"slipway.yml cannot be changed here."_s,
                             .file = u".github/slipway.yml"_s});

        QVERIFY(page.button(u"Try again"_s));
        auto *open = page.button(u"Open file"_s);
        QVERIFY(open);
        open->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), u".github/slipway.yml"_s);
        page.bar->showRetry(timeout);
        QVERIFY(!page.button(u"Open file"_s));
    }

    void anErrorComesWithWhatHelps()
    {
        const Page page;
        QVERIFY(page.bar->isHidden());
        const QSignalSpy helped(page.bar, &MessageBar::helpWanted);

        page.bar->show(timeout);
        page.button(u"Try again"_s)->click();

        QVERIFY(page.bar->isVisible());
        QCOMPARE(page.bar->findChild<MessageText *>()->accessibleName(),
                 u"ghcr.io did not answer within 30 s. Try again when it does."_s);
        QCOMPARE(helped.size(), 1);
    }

    void itsDetailsCanBeCopied()
    {
        const Page page;
        page.bar->show(timeout);

        page.button(u"Copy details"_s)->click();

        QVERIFY(QApplication::clipboard()->text().contains(u"GET /v2/acme/api/tags/list"_s));
    }

    void theNextMessageHasItsOwnButtons()
    {
        const Page page;
        page.bar->show(timeout);

        page.bar->show(Message{.kind = Message::Kind::Proven, .what = u"The relay answered 200."_s});

        QVERIFY(!page.button(u"Try again"_s));
        QVERIFY(!page.button(u"Copy details"_s));
    }

    void aLongMessageGetsTheHeightItNeeds()
    {
        const Page page;
        page.bar->show(Message{.what = u"Short."_s});
        const int low = page.bar->sizeHint().height();
        page.bar->show(Message{.what = u"Long."_s, .more = u"Words and more words. "_s.repeated(20)});

        QVERIFY(page.bar->heightForWidth(600) > 3 * low);
    }

    void whatHidesInNamesIsShown()
    {
        const Page page;

        page.bar->show(Message{.what = u"a\u202Eb <b>c</b> is gone."_s});

        QCOMPARE(page.bar->findChild<MessageText *>()->accessibleName(), u"a⟨U+202E⟩b <b>c</b> is gone."_s);
    }

    void closingTellsOnce()
    {
        const Page page;
        const QSignalSpy dismissed(page.bar, &MessageBar::dismissed);
        page.bar->show(Message{.what = u"Seen."_s});

        page.bar->dismiss();
        page.bar->dismiss();

        QVERIFY(page.bar->isHidden());
        QCOMPARE(dismissed.size(), 1);
    }

    void anEmptyViewHasTheOneButtonThatHelps()
    {
        EmptyState empty;
        empty.show({.icon = u"filter"_s, .what = u"The filter hides all 9 images"_s, .button = u"Clear filter"_s});
        const QSignalSpy helped(&empty, &EmptyState::helpWanted);

        empty.button()->click();

        QCOMPARE(helped.size(), 1);
        empty.show({.icon = u"info"_s, .what = u"Nothing yet"_s});
        QVERIFY(empty.button()->isHidden());
    }

    void workCanBeCancelledWhileItRuns()
    {
        QWidget page;
        ProgressLine line(&page);
        QVERIFY(line.cancelButton()->isHidden());
        const QSignalSpy cancelled(&line, &ProgressLine::cancelled);

        line.show(3, 9);
        line.cancelButton()->click();
        line.finish();

        QCOMPARE(cancelled.size(), 1);
        QVERIFY(line.cancelButton()->isHidden());
    }
};

namespace
{
const test::Registered<MessageBarTest> registered;
}

} // namespace slipway::feedback

#include "messagebar_test.moc"
