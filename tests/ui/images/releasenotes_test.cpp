// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/releasenotes.h"
#include "ui/look/type.h"

#include "tests/support/testcase.h"
#include "tests/ui/images/stage.h"

#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::images
{

class ReleaseNotesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standAsTheyWereWritten()
    {
        const auto shown = shownNotes(u"\r\n## New\r\n\r\n* <b>bold</b> [here](https://x.example)\r\n"_s, false);

        QCOMPARE(shown.text, u"## New\n\n* <b>bold</b> [here](https://x.example)"_s);
        QVERIFY(!shown.isCut);
    }

    void beginWithTheirFirstLines()
    {
        const auto notes = u"1\n2\n3\n4\n5\n6\n7\n8\n9"_s;

        QCOMPARE(shownNotes(notes, false).text, u"1\n2\n3\n4\n5\n6\n7\n8 …"_s);
        QVERIFY(shownNotes(notes, false).isCut);
        QCOMPARE(shownNotes(notes, true).text, notes);
    }

    /// Neither in one endless line nor within a character.
    void endWhereNobodyWouldReadOn()
    {
        const auto ships = u"\U0001F6A2"_s.repeated(15'000);

        const auto few = shownNotes(u'x' + ships, false);
        QVERIFY(few.isCut);
        QCOMPARE(few.text, QString(u'x' + u"\U0001F6A2"_s.repeated(249) + u" …"_s));
        QVERIFY(shownNotes(ships, true).isCut);
        QVERIFY(shownNotes(ships, true).text.size() < 20'010);
    }

    /// An address or a word of theirs is broken, and nothing beside it is cut.
    void doNotWidenThePane()
    {
        ReleaseNotes notes;
        notes.show(QString(300, u'w'));

        QVERIFY(notes.minimumSizeHint().width() <= look::scaled(304 - 2 * 16)); // of the narrowest pane
    }

    void standBelowTheCommits()
    {
        Stage stage;
        stage.screen().select(keyOf(u"fogis-api-client"_s));
        stage.settle();
        QVERIFY(says(stage, u"Release notes"_s));
        QVERIFY(says(stage, u"1. & <i>faster</i>⟨U+202E⟩\n2.\n3.\n4.\n5.\n6.\n7.\n8. …"_s));

        press(stage, u"Show all"_s);

        QVERIFY(says(stage, u"1. & <i>faster</i>⟨U+202E⟩\n2.\n3.\n4.\n5.\n6.\n7.\n8.\n9."_s));
        press(stage, u"Show less"_s);
        QVERIFY(says(stage, u"1. & <i>faster</i>⟨U+202E⟩\n2.\n3.\n4.\n5.\n6.\n7.\n8. …"_s));
        stage.screen().select(keyOf(u"calendar-sync"_s)); // its release has none
        stage.settle();
        QVERIFY(!says(stage, u"Release notes"_s));
    }

private:
    static bool says(Stage &stage, const QString &text) { return texts(stage.screen()).contains(text); }
    static void press(Stage &stage, const QString &text)
    {
        for (auto *button : in<ReleaseNotes>(stage).findChildren<QPushButton *>())
            if (button->text() == text && button->isVisible())
                button->click();
    }
};

const slipway::test::Registered<ReleaseNotesTest> registered;

} // namespace slipway::images

#include "releasenotes_test.moc"
