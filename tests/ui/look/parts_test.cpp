// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/agedelegate.h"
#include "ui/look/buttons.h"
#include "ui/look/iconlabel.h"
#include "ui/look/icons.h"
#include "ui/look/label.h"
#include "ui/look/scheme.h"
#include "ui/look/splitter.h"
#include "ui/look/stateicon.h"
#include "ui/look/style.h"
#include "ui/look/toggles.h"
#include "ui/look/turning.h"
#include "ui/look/type.h"
#include "ui/look/versions.h"

#include "tests/support/testcase.h"

#include <QApplication>
#include <QPaintEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace slipway::look
{
namespace
{

/// Paints one thing that turns in a corner of itself.
class Wheel final : public QWidget
{
public:
    QList<QRect> painted;
    bool turns = true;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        painted.append(event->rect());
        QPainter painter{this};
        if (turns)
            paintTurning(painter, QRectF{40, 20, 16, 16}, Qt::black);
    }
};

} // namespace

class PartsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        Scheme::current().setReducedMotion(false);
        Scheme::current().setSystemReducesMotion(false);
        Scheme::current().setAccent({});
    }

    void everyStateHasItsShape()
    {
        using workspace::State;
        QSet<QString> shapes;
        for (int state = 0; state <= static_cast<int>(State::UpToDate); ++state) {
            const auto shown = lookOf(static_cast<State>(state));
            QVERIFY(hasIcon(shown.icon));
            shapes.insert(shown.icon);
        }
        const auto all = static_cast<int>(State::UpToDate) + 1;
        QCOMPARE(shapes.size(), all - 2); // what is checked, or was not, looks like what is in progress, in grey
    }

    void statesKeepTheirHueWithAnotherAccent()
    {
        const auto before = stateColor(lookOf(workspace::State::UpdateReady).iconColor);
        Scheme::current().setAccent(QColor(Qt::magenta));

        QCOMPARE(stateColor(lookOf(workspace::State::UpdateReady).iconColor), before);
        QVERIFY(color(Token::Accent) != before);
    }

    void theSystemsStyleCanBeHad()
    {
        Scheme::current().setSystemStyle(true);
        QVERIFY(!qobject_cast<SlipwayStyle *>(QApplication::style()));
        QCOMPARE(QApplication::palette().color(QPalette::Base), color(Token::Base));

        Scheme::current().setSystemStyle(false);
        QVERIFY(qobject_cast<SlipwayStyle *>(QApplication::style()));
    }

    void whatTurnsStopsWhenNobodySeesIt()
    {
        Wheel wheel;
        auto &turning = Turning::current();
        QVERIFY(!turning.isRunning());
        wheel.show();
        QVERIFY(QTest::qWaitFor([&] { return turning.isRunning(); }));

        wheel.hide();

        QVERIFY(QTest::qWaitFor([&] { return !turning.isRunning(); }));
        QCOMPARE(turning.angle(), 0.0);
    }

    void onlyWhatTurnsIsPaintedAgain()
    {
        Wheel wheel;
        wheel.resize(200, 100);
        wheel.show();
        QVERIFY(QTest::qWaitFor([&] { return wheel.painted.size() > 2; }));
        QCOMPARE(wheel.painted.last(), QRect(40, 20, 16, 16));

        wheel.turns = false;

        QVERIFY(QTest::qWaitFor([] { return !Turning::current().isRunning(); }));
    }

    void theSystemsWishForLessMotionIsNotThePersonsChoice()
    {
        auto &scheme = Scheme::current();
        scheme.setSystemReducesMotion(true);
        QVERIFY(scheme.appearance().reducedMotion);
        QVERIFY(!scheme.choseReducedMotion());

        scheme.setReducedMotion(true);
        scheme.setSystemReducesMotion(false);
        QVERIFY(scheme.appearance().reducedMotion);
        QVERIFY(scheme.choseReducedMotion());
    }

    void reducedMotionTurnsNothing()
    {
        Wheel wheel;
        wheel.show();
        QVERIFY(QTest::qWaitFor([] { return Turning::current().isRunning(); }));

        Scheme::current().setReducedMotion(true);

        QVERIFY(!Turning::current().isRunning());
        wheel.repaint();
        QVERIFY(!Turning::current().isRunning());
    }

    void aBusyButtonKeepsItsWidth()
    {
        BusyButton button(u"Merge…"_s, u"Merging…"_s, u"merge"_s, ButtonRole::Primary);
        const auto before = button.sizeHint();

        button.start();
        QCOMPARE(button.text(), u"Merging…"_s);
        QVERIFY(!button.isEnabled());
        QCOMPARE(button.sizeHint(), before);
        button.stop();

        QCOMPARE(button.text(), u"Merge…"_s);
        QVERIFY(button.isEnabled());
    }

    void aDisabledButtonSaysWhy()
    {
        const std::unique_ptr<QPushButton> button(makeButton(u"Merge…"_s));

        allow(button.get(), u"The checks of <b>#220</b> still run."_s);
        QVERIFY(!button->isEnabled());
        QVERIFY(button->toolTip().contains(u"&lt;b&gt;#220"_s));
        allow(button.get(), {});

        QVERIFY(button->isEnabled());
        QVERIFY(button->toolTip().isEmpty());
    }

    void oneSegmentIsChosen()
    {
        Segments segments;
        segments.add(u"unified"_s, u"Unified"_s);
        segments.add(u"split"_s, u"Side by side"_s);
        const QSignalSpy chosen(&segments, &Segments::chosenChanged);
        QCOMPARE(segments.chosen(), 0);

        segments.segment(1)->click();

        QCOMPARE(segments.chosen(), 1);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(segments.segment(1)->accessibleName(), u"Side by side"_s);
    }

    void versionsAreSaidLeftToRight()
    {
        const VersionPair pair{.from = u"1.4.2"_s, .to = u"1.5.0"_s};

        QCOMPARE(versionsText(pair), u"\u20661.4.2\u2069 → \u20661.5.0\u2069"_s);
        QCOMPARE(versionsText(pair, Qt::RightToLeft), u"\u20661.4.2\u2069 ← \u20661.5.0\u2069"_s);
        QVERIFY(versionsWidth(pair) > versionsWidth({.from = u"1.4.2"_s}));
    }

    void aLabelShowsMarkupAsText()
    {
        const Label label(u"<b>x</b><img src=\"file:///x\">"_s);

        QCOMPARE(label.textFormat(), Qt::PlainText);
    }

    void aLabelThatWrapsSetsItsLinesApart()
    {
        Label label(u"one two three"_s);
        label.setWordWrap(true);
        const auto line = lineHeight(label.font());
        QCOMPARE(line, std::round(1.38 * label.fontInfo().pixelSize()));
        const int narrow = label.fontMetrics().horizontalAdvance(u"three"_s) + 2;
        QCOMPARE(label.heightForWidth(narrow), static_cast<int>(3 * line));
        QCOMPARE(label.heightForWidth(10 * narrow), static_cast<int>(line));
        QCOMPARE(label.minimumSizeHint().height(), static_cast<int>(line));
        label.setText(u"three"_s);
        QCOMPARE(label.heightForWidth(narrow), static_cast<int>(line));

        IconLabel icon(u"check"_s, iconsize::dense, Token::Text);
        QCOMPARE(icon.sizeHint().height(), scaled(iconsize::dense));
        icon.setBesideLine(Type::Body);
        QCOMPARE(icon.sizeHint(), QSize(scaled(iconsize::dense), static_cast<int>(line)));
    }

    void anElidedLabelGivesWay()
    {
        Label label(u"fogis-calendar-phonebook-sync"_s);
        const auto whole = label.sizeHint().width();
        label.setElided(Qt::ElideRight);

        QVERIFY(label.minimumSizeHint().width() < whole / 2);
        QVERIFY(label.sizeHint().width() >= whole - 2);
    }

    void hashesInALabelStandInTheFixedFont()
    {
        const auto before = u"Shown for main at "_s, hash = u"fffffff"_s, after = u", content "_s;
        Label label({}, Type::Small);
        label.setText(before + hash + after + hash);
        label.setMono({hash});
        const QFontMetricsF general(font(Type::Small)), mono(font(Type::MonoSmall));
        const auto width = general.horizontalAdvance(before) + general.horizontalAdvance(after);
        QVERIFY(std::abs(label.sizeHint().width() - (width + 2 * mono.horizontalAdvance(hash))) <= 3);
        QVERIFY(std::abs(label.sizeHint().width() - (width + 2 * general.horizontalAdvance(hash))) > 3);

        label.resize(label.sizeHint());
        const auto whole = label.grab().toImage();
        label.setMono({});
        QVERIFY(label.grab().toImage() != whole);
        label.setMono({hash});
        label.resize(label.width() / 2, label.height());
        QVERIFY(label.grab().toImage() != whole.copy(0, 0, label.width(), label.height())); // there is an ellipsis
    }

    void agesComeFromTheClockThatIsGiven()
    {
        const QDateTime now(QDate(2026, 11, 24), QTime(14, 32), QTimeZone::UTC);
        const AgeDelegate delegate([now] { return now; });

        QCOMPARE(delegate.displayText(now.addSecs(-27 * 60), {}), u"27 min"_s);
        QCOMPARE(delegate.displayText(QDateTime(), {}), QString());
    }

    void aThinSplitterCanBeTaken()
    {
        Splitter splitter(Qt::Horizontal);
        splitter.addWidget(new QWidget);
        splitter.addWidget(new QWidget);
        splitter.resize(400, 100);
        splitter.show();

        QCOMPARE(splitter.handle(1)->width(), 7);
        QCOMPARE(splitter.sizes().at(0) + splitter.sizes().at(1), 399);
    }
};

namespace
{
const test::Registered<PartsTest> registered;
}

} // namespace slipway::look

#include "parts_test.moc"
