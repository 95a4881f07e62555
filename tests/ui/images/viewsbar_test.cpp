// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/ui/images/stage.h"
#include "ui/feedback/confirm.h"
#include "ui/filter/filterfield.h"
#include "ui/images/viewsbar.h"
#include "ui/look/toggles.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::images
{
namespace
{

/// The views above the table, with the hand of a person.
struct Shown
{
    [[nodiscard]] ViewsBar &bar() { return *stage.screen().findChild<ViewsBar *>(); }
    [[nodiscard]] QAction &action(const QString &id) { return *stage.screen().findChild<QAction *>(id); }
    [[nodiscard]] QLineEdit &filter() { return *stage.screen().findChild<filter::FilterField *>(); }
    [[nodiscard]] feedback::ConfirmDialog &dialog() { return *stage.screen().findChild<feedback::ConfirmDialog *>(); }
    /// What stands on the buttons, with the counts: "Failing, 1".
    [[nodiscard]] QStringList views()
    {
        QStringList names;
        const auto allButtons = bar().findChildren<look::ViewButton *>();
        for (const auto *button : allButtons)
            names.append(button->accessibleName() + (button->isChecked() ? u" *"_s : u""_s));
        return names;
    }
    void answer(const QString &name)
    {
        auto *field = dialog().findChild<QLineEdit *>();
        QTest::keyClicks(field, name); // over what is selected
        QTest::keyClick(field, Qt::Key_Return);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void save(const QString &name)
    {
        action(u"views.save"_s).trigger();
        answer(name);
    }

    Stage stage;
};

} // namespace

class ViewsBarTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsShownUnderAName()
    {
        Shown shown;
        shown.stage.screen().choose(View::NeedsUpdate);
        shown.filter().setText(u"registry:ghcr.io"_s);
        const auto rows = static_cast<ImagesProxy *>(shown.stage.screen().findChild<QTreeView *>()->model());
        const auto seen = rows->keys();
        const QSignalSpy changed(&shown.stage.screen(), &ImagesScreen::layoutChanged);

        shown.save(u"R&D <b>now</b>"_s);
        QCOMPARE(shown.views().constLast(), u"R&D <b>now</b>, %1 *"_s.arg(seen.size()));
        QVERIFY(!changed.isEmpty());

        shown.stage.screen().choose(View::All);
        QCOMPARE(shown.filter().text(), QString()); // it came with the view
        shown.action(u"views.show4"_s).trigger();
        QCOMPARE(rows->keys(), seen);
        QCOMPARE(shown.filter().text(), u"registry:ghcr.io"_s);
    }

    void aFilterThatAPersonTypedStays()
    {
        Shown shown;
        shown.save(u"Mine"_s);
        shown.filter().setText(u"queue"_s);

        shown.stage.screen().choose(View::All);

        QCOMPARE(shown.filter().text(), u"queue"_s);
    }

    void everyNameIsThereOnce()
    {
        Shown shown;
        shown.action(u"views.save"_s).trigger();
        auto *field = shown.dialog().findChild<QLineEdit *>();
        const auto mayBe = [&](const QString &name) {
            field->setText(name);
            return shown.dialog().verbButton()->isEnabled();
        };

        QVERIFY(!mayBe(u"  "_s));
        QVERIFY(!mayBe(u"failing"_s));
        QVERIFY(mayBe(u"Failing at night"_s));
    }

    void renamesAndDeletesOnlyOwnOnes()
    {
        Shown shown;
        QVERIFY(!shown.action(u"views.rename"_s).isEnabled());
        QCOMPARE(shown.action(u"views.delete"_s).property("reason").toString(), u"It is a ready-made view."_s);
        shown.save(u"First"_s);
        shown.filter().setText(u"queue"_s);
        shown.save(u"Second"_s);
        QCOMPARE(shown.views().sliced(4), (QStringList{u"First, 10"_s, u"Second, 1 *"_s}));

        shown.action(u"views.rename"_s).trigger();
        shown.answer(u"The queue"_s);
        QCOMPARE(shown.views().sliced(4), (QStringList{u"First, 10"_s, u"The queue, 1 *"_s}));

        shown.action(u"views.show4"_s).trigger();
        shown.action(u"views.delete"_s).trigger();
        QVERIFY(!shown.dialog().verbButton()->isDefault());
        shown.dialog().verbButton()->click();
        QCOMPARE(shown.views().sliced(4), QStringList{u"The queue, 1"_s});
        QCOMPARE(shown.bar().chosen(), 0);
        QVERIFY(!shown.stage.screen().findChild<QAction *>(u"views.show5"_s));
    }

    void areRemembered()
    {
        Shown shown;
        shown.filter().setText(u"queue"_s);
        shown.save(u"The queue"_s);
        const auto layout = shown.stage.screen().layout();

        Shown other;
        other.stage.screen().restore(layout);
        QCOMPARE(other.views().constLast(), u"The queue, 1 *"_s);
        QCOMPARE(other.filter().text(), u"queue"_s);
        QCOMPARE(other.stage.screen().layout(), layout);

        other.stage.screen().restore({{u"views"_s, QJsonObject{{u"chosen"_s, 99}, {u"own"_s, u"nonsense"_s}}}});
        QCOMPARE(other.views().size(), 4);
        QCOMPARE(other.bar().chosen(), 0);
    }
};

namespace
{
const test::Registered<ViewsBarTest> registered;
}

} // namespace slipway::images

#include "viewsbar_test.moc"
