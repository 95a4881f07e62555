// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/ansi.h"
#include "ui/look/icons.h"
#include "ui/look/scheme.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"

#include "tests/support/testcase.h"

#include <QApplication>
#include <QFontInfo>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::look
{

namespace
{

/// A colour, and every surface that it is painted on, with the contrast it needs there.
struct Use
{
    Token token;
    QList<Token> grounds;
    double wanted;
};

const QList<Token> surfaces{Token::Window, Token::Base, Token::Raised, Token::Hover};
const QList<Token> rows = surfaces + QList{Token::Selection, Token::SelectionInactive};
const QList<Token> tints{Token::AccentTint, Token::OkTint, Token::AttentionTint, Token::DangerTint, Token::NeutralTint};
constexpr double forText = 4.5;
constexpr double forShapes = 3.0;

const QList<Use> uses{
    {Token::Text, rows + tints, forText},
    {Token::TextSecondary, rows, forText},
    {Token::TextMuted, rows, forText},
    {Token::TextOnAccent, {Token::Accent, Token::AccentHover, Token::AccentPressed, Token::DangerFill}, forText},
    {Token::AccentText, rows + QList{Token::AccentTint}, forText},
    {Token::OkText, surfaces + QList{Token::OkTint}, forText},
    {Token::AttentionText, surfaces + QList{Token::AttentionTint}, forText},
    {Token::DangerText, rows + QList{Token::DangerTint}, forText},
    {Token::NeutralText, rows + QList{Token::NeutralTint}, forText},
    {Token::Ok, rows + QList{Token::OkTint}, forShapes},
    {Token::Attention, rows + QList{Token::AttentionTint}, forShapes},
    {Token::Danger, rows + QList{Token::DangerTint}, forShapes},
    {Token::Neutral, rows, forShapes},
    {Token::Focus, rows, forShapes},
    {Token::Accent, {Token::Window, Token::Base, Token::Raised}, forShapes},
    {Token::BorderStrong, {Token::Window, Token::Base, Token::Raised}, forShapes},
    {Token::Text,
     {Token::DiffAddLine, Token::DiffAddWord, Token::DiffDelLine, Token::DiffDelWord, Token::DiffHunk, Token::LogMatch,
      Token::LogMatchCurrent},
     forText},
};

} // namespace

class ThemeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        Scheme::current().choose(Scheme::Choice::System);
        Scheme::current().setTextFactor(1);
        Scheme::current().setAccent({});
    }

    void whatIsReadStandsOut_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::addColumn<bool>("moreContrast");
        QTest::newRow("light") << false << false;
        QTest::newRow("dark") << true << false;
        QTest::newRow("light, more contrast") << false << true;
        QTest::newRow("dark, more contrast") << true << true;
    }

    void whatIsReadStandsOut()
    {
        QFETCH(const bool, isDark);
        QFETCH(const bool, moreContrast);
        const Appearance appearance{.isDark = isDark, .moreContrast = moreContrast};
        QStringList tooFaint;
        for (const auto &use : uses) {
            for (const auto ground : use.grounds) {
                const auto is = contrast(color(use.token, appearance), color(ground, appearance));
                if (is < use.wanted)
                    tooFaint +=
                        u"%1 on %2: %3"_s.arg(static_cast<int>(use.token)).arg(static_cast<int>(ground)).arg(is);
            }
        }
        QCOMPARE(tooFaint, QStringList());
    }

    void contrastIsThatOfTheGuidelines()
    {
        QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
        QVERIFY(qAbs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.478) < 0.001);
    }

    void anAccentOfTheSystemStaysReadable_data()
    {
        QTest::addColumn<QColor>("accent");
        QTest::newRow("yellow") << QColor(Qt::yellow);
        QTest::newRow("black") << QColor(Qt::black);
        QTest::newRow("white") << QColor(Qt::white);
        QTest::newRow("orange") << QColor(0xE9, 0x54, 0x20);
    }

    void anAccentOfTheSystemStaysReadable()
    {
        QFETCH(const QColor, accent);
        for (const bool isDark : {false, true}) {
            const Appearance appearance{.isDark = isDark, .accent = accent};
            const auto between = [&](Token one, Token other) {
                return contrast(color(one, appearance), color(other, appearance));
            };
            QVERIFY(between(Token::TextOnAccent, Token::Accent) >= forText);
            QVERIFY(between(Token::AccentText, Token::Base) >= forText);
            QVERIFY(between(Token::AccentText, Token::Selection) >= forText);
            QVERIFY(between(Token::Text, Token::Selection) >= forText);
        }
    }

    void logsCanBeReadInEveryColour()
    {
        for (const auto choice : {Scheme::Choice::Light, Scheme::Choice::Dark}) {
            Scheme::current().choose(choice);
            const auto ground = color(Token::LogBase);
            for (int number = 0; number < 16; ++number)
                QVERIFY(contrast(ansiColor(number), ground) >= 4.5);
            for (const auto &asked : {QColor(Qt::yellow), QColor(Qt::black), QColor(Qt::white), QColor(Qt::blue)})
                QVERIFY(contrast(ansiColor(asked), ground) >= forText);
        }
    }

    void theProgramFollowsTheChoice()
    {
        auto &scheme = Scheme::current();
        scheme.choose(Scheme::Choice::Light);
        const QSignalSpy changed(&scheme, &Scheme::changed);

        scheme.choose(Scheme::Choice::Dark);

        QCOMPARE(changed.size(), 1);
        QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(0x14, 0x18, 0x1E));
        QCOMPARE(color(Token::Base), QColor(0x1A, 0x1F, 0x26));
    }

    void textAndHeightsGrowTogether()
    {
        QCOMPARE(QFontInfo(font(Type::Body)).pixelSize(), 13);
        QCOMPARE(QFontInfo(font(Type::Body)).family(), u"Inter"_s);
        QCOMPARE(QFontInfo(font(Type::Mono)).family(), u"JetBrains Mono"_s);
        QCOMPARE(height(Part::TableRow), 52);
        QCOMPARE(height(Part::Button), 30);
        QCOMPARE(height(Part::Chip), 22);

        Scheme::current().setTextFactor(2);

        QCOMPARE(QFontInfo(QApplication::font()).pixelSize(), 26);
        QCOMPARE(height(Part::TableRow), 104);
        QCOMPARE(scaled(16), 32);
    }

    void anIconTakesTheColourOfItsMode()
    {
        const auto pixelOf = [](const QIcon &icon, QIcon::Mode mode) {
            return icon.pixmap(QSize(16, 16), 2, mode).toImage().pixelColor(8, 16); // inside the filled disc
        };
        const auto failed = icon(u"state-failed"_s, Token::Danger);

        QCOMPARE(pixelOf(failed, QIcon::Normal).rgb(), color(Token::Danger).rgb());
        QCOMPARE(pixelOf(failed, QIcon::Disabled).rgb(), color(Token::TextDisabled).rgb());
        Scheme::current().choose(Scheme::Choice::Dark);
        QCOMPARE(pixelOf(failed, QIcon::Normal).rgb(), color(Token::Danger).rgb());
        QVERIFY(hasIcon(u"nav-images"_s));
        QVERIFY(!hasIcon(u"nothing"_s));
    }
};

namespace
{
const test::Registered<ThemeTest> registered;
}

} // namespace slipway::look

#include "theme_test.moc"
