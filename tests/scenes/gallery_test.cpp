// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/gallery.h"

#include "tests/scenes/scene.h"
#include "tests/support/testcase.h"

#include "ui/look/scheme.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::test
{

using look::Scheme;

class GalleryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        Scheme::current().choose(Scheme::Choice::System);
        Scheme::current().setTextFactor(1);
    }

    void everyPartIsPainted_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::addColumn<double>("textFactor");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("light") << false << 1.0 << Qt::LeftToRight;
        QTest::newRow("dark") << true << 1.0 << Qt::LeftToRight;
        QTest::newRow("light-200") << false << 2.0 << Qt::LeftToRight;
        QTest::newRow("dark-80") << true << 0.8 << Qt::LeftToRight;
        QTest::newRow("light-rtl") << false << 1.0 << Qt::RightToLeft;
    }

    void everyPartIsPainted()
    {
        QFETCH(const bool, isDark);
        QFETCH(const double, textFactor);
        QFETCH(const Qt::LayoutDirection, direction);
        QGuiApplication::setLayoutDirection(direction);
        Scheme::current().choose(isDark ? Scheme::Choice::Dark : Scheme::Choice::Light);
        Scheme::current().setTextFactor(textFactor);
        const auto page = gallery();
        page->resize(look::scaled(640), page->heightForWidth(look::scaled(640)));
        page->show();
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        page->findChild<QWidget *>(u"focused"_s)->setFocus(Qt::TabFocusReason);

        const auto picture = grabbed(*page, u"components-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));

        QCOMPARE(picture.pixelColor(2, 2), look::color(look::Token::Base));
        QCOMPARE(cutWords(*page).join(u", "_s), QString());
    }

    void moreContrastDrawsMoreLines()
    {
        Scheme::current().setMoreContrast(true);
        const auto page = gallery();
        page->resize(look::scaled(640), page->heightForWidth(look::scaled(640)));
        page->show();

        const auto clear = grabbed(*page, u"components-contrast"_s);
        Scheme::current().setMoreContrast(false);
        QVERIFY(grabbed(*page, u"components-usual"_s) != clear);
    }

    /// What is open when the scheme changes looks like what is opened after it.
    void theSchemeChangesLive()
    {
        const auto before = gallery();
        before->show();
        (void)grabbed(*before, u"changed-first"_s); // with all that is remembered of it
        Scheme::current().choose(Scheme::Choice::Dark);
        Scheme::current().setTextFactor(1.5);
        const auto after = gallery();
        after->show();
        before->resize(960, 2000);
        after->resize(960, 2000);

        QCOMPARE(grabbed(*before, u"changed-before"_s), grabbed(*after, u"changed-after"_s));
    }
};

namespace
{
const Registered<GalleryTest> registered;
}

} // namespace slipway::test

#include "gallery_test.moc"
