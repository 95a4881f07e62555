// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "ui/diff/diffpanel.h"
#include "ui/diff/renewal.h"
#include "ui/feedback/messagebar.h"
#include "ui/look/label.h"

#include <QAction>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::diffview
{
namespace
{

workspace::FilePreview file(const QString &path, const QByteArray &before, const QByteArray &after)
{
    return {.path = path, .before = before, .after = after};
}

workspace::Preview preview(const QList<workspace::FilePreview> &files)
{
    return {.into = u"main"_s, .baseCommit = {}, .files = files};
}

/// A screen's message above its diff.
struct Page
{
    Page()
    {
        rows.addWidget(&message);
        rows.addWidget(&panel);
        window.resize(900, 600);
        window.show();
    }
    [[nodiscard]] QString said() const
    {
        return message.isHidden() ? QString{} : QString(message.message().what + u' ' + message.message().more);
    }
    [[nodiscard]] QStringList buttons() const
    {
        QStringList texts;
        for (const auto *each : message.findChildren<QPushButton *>())
            if (each->isVisible())
                texts.append(each->text());
        return texts;
    }
    void press(const QString &text)
    {
        for (auto *each : message.findChildren<QPushButton *>())
            if (each->isVisible() && each->text() == text)
                return each->click();
        QFAIL(qPrintable(text));
    }
    [[nodiscard]] bool isTitled(const QString &title) const
    {
        const auto labels = panel.findChildren<look::Label *>();
        return std::ranges::any_of(labels, [&](const look::Label *each) { return each->text() == title; });
    }
    [[nodiscard]] QString lines() const { return panel.view().plainText(); }
    /// The base moves: both files were others, and one still is.
    void move()
    {
        const auto before = preview({file(u"a.yml"_s, "1\n", "2\n"), file(u"b.yml"_s, "1\n", "2\n")});
        const auto now = preview({file(u"a.yml"_s, "# new\n1\n", "# new\n2\n"), file(u"b.yml"_s, "1\n", "2\n")});
        panel.setFiles(now.files);
        renewal.tell(u"main has moved since this preview"_s, before, now, {});
    }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    QWidget window;
    QVBoxLayout rows{&window};
    feedback::MessageBar message{feedback::MessageBar::Shape::Inline};
    DiffPanel panel{u"Changes"_s, settings};
    Renewal renewal{&message, &panel, nullptr};
};

const auto own = u"a.yml\n # new\n-1\n+2\nb.yml\n-1\n+2"_s;

} // namespace

class RenewalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsTheFilesThatChanged()
    {
        Page page;

        page.move();

        QCOMPARE(page.said(), u"main has moved since this preview. Here is the new one; 1 file changed."_s);
        QCOMPARE(page.buttons(), QStringList{u"Show difference"_s});
        QCOMPARE(page.lines(), own);
    }

    void showsWhatDiffersAndLeadsBack()
    {
        Page page;
        page.panel.setFacts(u"1 commit"_s);
        page.move();

        page.press(u"Show difference"_s);

        QCOMPARE(page.lines(), u"a.yml\n+# new\n 2"_s);
        QVERIFY(page.isTitled(u"What differs from the old preview"_s));
        QVERIFY(!page.isTitled(u"1 commit"_s));
        QCOMPARE(page.buttons(), QStringList{u"Show new preview"_s});
        page.press(u"Show new preview"_s);
        QCOMPARE(page.lines(), own);
        QVERIFY(page.isTitled(u"Changes"_s));
        QVERIFY(page.isTitled(u"1 commit"_s));
        QCOMPARE(page.buttons(), QStringList{u"Show difference"_s});
    }

    void saysInOneSentenceThatNothingChanged()
    {
        Page page;
        const auto same = preview({file(u"a.yml"_s, "1\n", "2\n")});

        page.renewal.tell(u"main has moved since this preview"_s, same, same, {});

        QCOMPARE(page.said().trimmed(), u"main has moved since this preview; nothing of it changed."_s);
        QCOMPARE(page.buttons(), QStringList{});
    }

    /// Of two panels, the one that is shown later is as the person left the other.
    void panelsShareWhatAPersonChose()
    {
        Page page;
        DiffPanel later{u"Changes"_s, page.settings};
        page.panel.findChild<QAction *>(u"diff.sideBySide"_s)->trigger();
        page.panel.findChild<QAction *>(u"diff.whole"_s)->trigger();
        QVERIFY(later.findChild<QAction *>(u"diff.unified"_s)->isChecked());

        later.show();

        QVERIFY(later.findChild<QAction *>(u"diff.sideBySide"_s)->isChecked());
        QVERIFY(later.findChild<QAction *>(u"diff.whole"_s)->isChecked());
    }

    /// A warning of the change is not lost to it.
    void standsAfterWhatElseIsToBeSaid()
    {
        Page page;
        page.move();

        page.renewal.sayAfter(feedback::Message{
            .kind = feedback::Message::Kind::Attention, .what = u"It is a major version."_s, .more = u"Mind."_s});

        QCOMPARE(page.said(), u"It is a major version. Mind. main has moved since this preview. Here is the new one; "
                              "1 file changed."_s);
        QCOMPARE(page.buttons(), QStringList{u"Show difference"_s});
    }

    void closingTheMessageShowsTheNewPreview()
    {
        Page page;
        page.move();
        page.press(u"Show difference"_s);

        page.message.dismiss();

        QCOMPARE(page.lines(), own);
        QVERIFY(!page.renewal.isTold());
    }
};

const slipway::test::Registered<RenewalTest> registered;

} // namespace slipway::diffview

#include "renewal_test.moc"
