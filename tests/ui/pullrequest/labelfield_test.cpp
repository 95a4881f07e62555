// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "ui/pullrequest/labelfield.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace slipway;
using namespace slipway::pullrequest;
using namespace Qt::StringLiterals;

namespace
{

/// The field as New pull request shows it, over a repository with four labels.
struct Shown
{
    Shown()
    {
        field.setChoices({u"dependencies"_s, u"docker"_s, u"major"_s, u"policy"_s});
        field.setLabels({u"dependencies"_s, u"docker"_s});
        field.resize(330, 200);
        field.show();
        field.activateWindow();
        if (!QTest::qWaitForWindowActive(&field))
            qFatal("the field is not shown");
        field.setFocus();
    }

    [[nodiscard]] QLineEdit &typed() const { return *field.findChild<QLineEdit *>(); }
    [[nodiscard]] QPushButton &button(const QString &name) const
    {
        const auto buttons = field.findChildren<QPushButton *>();
        const auto found =
            std::ranges::find_if(buttons, [&](const QPushButton *each) { return each->accessibleName() == name; });
        if (found == buttons.end())
            qFatal("no button %s", qPrintable(name));
        return **found;
    }
    [[nodiscard]] QString note() const
    {
        const auto *label = field.findChild<QLabel *>();
        return label->isVisible() ? label->text() : QString{};
    }
    void type(const QString &text)
    {
        QTest::keyClick(&button(u"Add a label"_s), Qt::Key_Space);
        QTest::keyClicks(&typed(), text);
    }
    void add(const QString &text)
    {
        type(text);
        QTest::keyClick(&typed(), Qt::Key_Return);
    }

    LabelField field;
};

} // namespace

class LabelFieldTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsALabelByKeyboard()
    {
        Shown shown;
        const QSignalSpy changed{&shown.field, &LabelField::changed};

        shown.add(u"major"_s);

        QCOMPARE(shown.field.labels(), (QStringList{u"dependencies"_s, u"docker"_s, u"major"_s}));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(shown.note(), QString{});
        QVERIFY(shown.typed().isHidden());
    }

    void completesWithWhatIsNotTaken()
    {
        Shown shown;

        shown.type(u"o"_s);

        auto *completer = shown.typed().completer();
        QStringList offered;
        for (int row = 0; row < completer->completionModel()->rowCount(); ++row)
            offered.append(completer->completionModel()->index(row, 0).data().toString());
        QCOMPARE(offered, (QStringList{u"major"_s, u"policy"_s}));
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QTest::keyClick(completer->popup(), Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return shown.field.labels().value(2) == u"major"_s; }));
    }

    void saysThatALabelIsNew()
    {
        Shown shown;

        shown.add(u"nightly build"_s);
        QCOMPARE(shown.note(), u"nightly build is a new label: GitHub makes it with the pull request."_s);
        shown.add(u"<b>x</b>"_s);
        QCOMPARE(shown.note(), u"nightly build, <b>x</b> are new labels: GitHub makes them with the pull request."_s);

        shown.field.setChoices({}); // nothing is known: nothing is said
        QCOMPARE(shown.note(), QString{});
    }

    void spellsALabelAsTheRepositoryDoes()
    {
        Shown shown;

        shown.add(u"  Policy "_s);
        shown.add(u"DOCKER"_s);

        QCOMPARE(shown.field.labels(), (QStringList{u"dependencies"_s, u"docker"_s, u"policy"_s}));
    }

    void forgetsOnEscape()
    {
        Shown shown;

        shown.type(u"maj"_s);
        QTest::keyClick(&shown.typed(), Qt::Key_Escape);

        QCOMPARE(shown.field.labels(), (QStringList{u"dependencies"_s, u"docker"_s}));
        QVERIFY(shown.typed().isHidden());
    }

    void takesALabelAway()
    {
        Shown shown;

        shown.button(u"Take away the label docker"_s).click();

        QVERIFY(QTest::qWaitFor([&] { return shown.field.labels() == QStringList{u"dependencies"_s}; }));
    }

    void keepsWhatIsTypedWhileChoicesCome()
    {
        Shown shown;

        shown.type(u"maj"_s);
        shown.field.setChoices({u"major"_s});

        QVERIFY(shown.typed().isVisible());
        QCOMPARE(shown.typed().text(), u"maj"_s);
    }

    void findsRoomForMany()
    {
        Shown shown;

        for (const auto &label : {u"one long label"_s, u"another long label"_s, u"a third long label"_s})
            shown.add(label);
        QCoreApplication::processEvents();

        const auto buttons = shown.field.findChildren<QPushButton *>();
        for (const auto *button : buttons) {
            QVERIFY2(shown.field.rect().contains(button->geometry()), qPrintable(button->text()));
            QVERIFY(button->width() >= button->sizeHint().width());
        }
    }
};

const slipway::test::Registered<LabelFieldTest> registered;

#include "labelfield_test.moc"
