// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "ui/feedback/messagebar.h"
#include "ui/firststart/connectpage.h"
#include "ui/firststart/tokenfield.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCoroTask>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace slipway;
using namespace slipway::firststart;
using namespace Qt::StringLiterals;

namespace
{

/// GitHub, as far as the page asks it.
struct Answers
{
    std::optional<Error> refused = {};
    QStringList missing = {};
    QStringList tokens = {}; ///< that were tried

    [[nodiscard]] workspace::ConnectActions actions()
    {
        return {.signIn = [this](workspace::Login login, std::stop_token) { return signIn(std::move(login)); },
                .branches = [](workspace::Login, QString, std::stop_token) { return branches(); }};
    }

private:
    QCoro::Task<Result<workspace::SignedIn>> signIn(workspace::Login login)
    {
        tokens.append(QString::fromUtf8(login.token->reveal()));
        if (refused)
            co_return failure(*refused);
        co_return workspace::SignedIn{
            .person = u"bartesch"_s, .missing = missing, .repositories = {u"PitchConnect/fogis-deployment"_s}};
    }
    static QCoro::Task<Result<workspace::Branches>> branches()
    {
        co_return workspace::Branches{.names = {u"main"_s, u"next"_s}, .defaultName = u"main"_s};
    }
};

struct Shown
{
    Shown()
    {
        page.resize(900, 700);
        page.QWidget::show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the page is not shown");
    }

    template<class Field> [[nodiscard]] Field &field(const QString &name) const
    {
        const auto all = page.findChildren<Field *>();
        const auto found = std::ranges::find_if(all, [&](const Field *each) { return each->accessibleName() == name; });
        if (found == all.end())
            qFatal("no field %s", qPrintable(name));
        return **found;
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        const auto all = page.findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(
            all, [&](const QPushButton *each) { return each->text() == text && each->isVisible(); });
        return found == all.end() ? nullptr : *found;
    }
    [[nodiscard]] QString says() const { return page.findChild<feedback::MessageBar *>()->message().what; }
    [[nodiscard]] QLineEdit &token() const { return field<QLineEdit>(u"Token"_s); }
    [[nodiscard]] bool says(const QString &text) const
    {
        const auto all = page.findChildren<QLabel *>();
        return std::ranges::any_of(all, [&](const QLabel *each) { return each->isVisible() && each->text() == text; });
    }
    /// In the place of what stands there.
    void paste(const QString &text)
    {
        QGuiApplication::clipboard()->setText(text);
        token().setFocus();
        token().selectAll();
        QTest::keyClick(&token(), Qt::Key_V, Qt::ControlModifier);
        QCoreApplication::processEvents();
    }
    /// As Tab does.
    void leaveToken()
    {
        QTest::keyClick(&token(), Qt::Key_Tab);
        QCoreApplication::processEvents();
    }
    void press(const QString &text)
    {
        QTest::mouseClick(button(text), Qt::LeftButton);
        QCoreApplication::processEvents();
    }

    Answers answers;
    ConnectPage page{answers.actions()};
};

const auto known = u"The token belongs to bartesch."_s;

const Error unauthorized{.kind = Error::Kind::Unauthorized,
                         .message = u"github.com does not accept the token (401)."_s,
                         .remedy = u"It has expired or was revoked: make a new one."_s};

} // namespace

class ConnectPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAgainForTheTokenAlone()
    {
        Shown shown;
        const QSignalSpy chosen{&shown.page, &ConnectPage::chosen};

        shown.page.askAgain(u"ghe.example.org"_s, u"PitchConnect/fogis-deployment"_s, u"next"_s, unauthorized);

        QCOMPARE(shown.page.focusProxy(), &shown.field<QLineEdit>(u"Token"_s));
        QCOMPARE(shown.field<QLineEdit>(u"Host"_s).text(), u"ghe.example.org"_s);
        QCOMPARE(shown.says(), unauthorized.message);
        QVERIFY(!shown.button(u"Sign in…"_s)); // it is what the page is for
        QVERIFY(!shown.button(u"Connect"_s)->isEnabled());
        shown.paste(u"ghp_new"_s);
        shown.button(u"Connect"_s)->click();

        QCOMPARE(chosen.size(), 1);
        const auto choice = chosen.first().first().value<workspace::Choice>();
        QCOMPARE(choice.login.host, u"ghe.example.org"_s);
        QCOMPARE(choice.login.token->reveal(), QByteArrayView{"ghp_new"});
        QCOMPARE(choice.repository, u"PitchConnect/fogis-deployment"_s);
        QCOMPARE(choice.branch, u"next"_s);
        QCOMPARE(shown.field<QLineEdit>(u"Token"_s).text(), QString{}); // it is kept nowhere
    }

    void theDefaultBranchIsFollowedNotNamed()
    {
        Shown shown;
        const QSignalSpy chosen{&shown.page, &ConnectPage::chosen};
        shown.page.askAgain(u"github.com"_s, u"PitchConnect/fogis-deployment"_s, {}, unauthorized);

        shown.paste(u"ghp_new"_s);

        QCOMPARE(shown.field<QComboBox>(u"Branch"_s).currentText(), u"main"_s);
        shown.button(u"Connect"_s)->click();
        QCOMPARE(chosen.first().first().value<workspace::Choice>().branch, QString{});
    }

    void triesOnceMore()
    {
        Shown shown;
        shown.answers.refused = Error{.kind = Error::Kind::Timeout, .message = u"github.com did not answer in 30 s."_s};
        shown.page.askAgain(u"github.com"_s, u"PitchConnect/fogis-deployment"_s, {}, {});
        shown.paste(u"ghp_new"_s);
        QCOMPARE(shown.says(), shown.answers.refused->message);

        shown.answers.refused.reset();
        const auto before = shown.answers.tokens.size();
        shown.button(u"Try again"_s)->click();
        QCoreApplication::processEvents();

        QCOMPARE(shown.answers.tokens.size(), before + 1);
        QVERIFY(shown.page.findChild<feedback::MessageBar *>()->isHidden());
    }

    void aPastedTokenIsTestedAtOnceAndOnce()
    {
        Shown shown;
        shown.paste(u"  ghp_new\n"_s);

        QCOMPARE(shown.answers.tokens, QStringList{u"ghp_new"_s});
        QCOMPARE(shown.token().text(), u"ghp_new"_s);
        QVERIFY(shown.says(known));
        QVERIFY(!shown.button(u"Test"_s)->isEnabled());
        QVERIFY(shown.button(u"Test"_s)->toolTip().contains(u"The token is tested."_s));
        shown.press(u"Test"_s);
        shown.leaveToken();
        QTest::keyClick(&shown.token(), Qt::Key_Return);
        QCoreApplication::processEvents();
        QCOMPARE(shown.answers.tokens.size(), 1);
    }

    void anotherTokenPastedOverItIsTestedToo()
    {
        Shown shown;
        shown.paste(u"ghp_first"_s);
        shown.paste(u"ghp_other"_s);

        QCOMPARE(shown.answers.tokens, (QStringList{u"ghp_first"_s, u"ghp_other"_s}));
    }

    void aTypedTokenIsTestedWhenTheFieldIsLeft()
    {
        Shown shown;
        shown.token().setFocus();
        QTest::keyClicks(&shown.token(), u"ghp_typed"_s);
        QCoreApplication::processEvents();
        QCOMPARE(shown.answers.tokens, QStringList{});
        QVERIFY(shown.button(u"Test"_s)->isEnabled());

        shown.leaveToken();
        QCOMPARE(shown.answers.tokens, QStringList{u"ghp_typed"_s});
    }

    void aForgottenTokenDoesNotComeBack()
    {
        TokenField field;
        field.show();
        QVERIFY(QTest::qWaitForWindowActive(&field));
        QTest::keyClicks(&field, u"ghp_secret"_s);
        const auto eye = field.actions().constFirst();
        eye->trigger();
        QCOMPARE(field.echoMode(), QLineEdit::Normal);

        field.forget();

        QCOMPARE(field.echoMode(), QLineEdit::Password);
        eye->trigger();
        QTest::keyClick(&field, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(field.text(), QString{});
    }

    void theEndOfThePageAsksNothing()
    {
        Answers answers;
        {
            ConnectPage page{answers.actions()};
            page.QWidget::show();
            page.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&page));
            page.setFocus();
            QVERIFY(QApplication::focusWidget());
            QTest::keyClicks(QApplication::focusWidget(), u"ghp_typed"_s);
        } // its field loses the focus
        QCOMPARE(answers.tokens, QStringList{});
    }

    void anAnswerIsAboutItsTokenAndItsHost()
    {
        Shown shown;
        shown.paste(u"ghp_new"_s);
        QTest::keyClick(&shown.token(), Qt::Key_X);
        QVERIFY(!shown.says(known));
        QVERIFY(shown.button(u"Test"_s)->isEnabled());

        shown.paste(u"ghp_new"_s);
        QVERIFY(shown.says(known));
        auto &host = shown.field<QLineEdit>(u"Host"_s);
        host.setFocus();
        host.selectAll();
        QTest::keyClicks(&host, u"ghe.example.org"_s);
        QVERIFY(!shown.says(known));
        QTest::keyClick(&host, Qt::Key_Tab);
        QCoreApplication::processEvents();
        QCOMPARE(shown.answers.tokens.size(), 2); // it may be a slip: nobody gets the token unasked
        shown.button(u"Test"_s)->click();
        QVERIFY(QTest::qWaitFor([&] { return shown.says(known); }));
        QCOMPARE(shown.answers.tokens.size(), 3);
    }

    /// What is missing can be given to the same token on GitHub.
    void whatDoesNotWorkYetIsTestedAgain()
    {
        Shown shown;
        shown.answers.missing = {u"Without read:packages no image of ghcr.io can be read."_s};
        shown.paste(u"ghp_few"_s);
        QVERIFY(shown.says(shown.answers.missing.first()));
        shown.leaveToken();
        QCOMPARE(shown.answers.tokens.size(), 1);

        shown.answers.missing.clear();
        shown.press(u"Test"_s);

        QCOMPARE(shown.answers.tokens.size(), 2);
        QVERIFY(!shown.button(u"Test"_s)->isEnabled());
    }

    void aRefusedTokenIsTestedAgainOnlyWhenThePersonWants()
    {
        Shown shown;
        shown.answers.refused = unauthorized;
        shown.paste(u"ghp_old"_s);
        QCOMPARE(shown.says(), unauthorized.message);
        shown.leaveToken();
        QCOMPARE(shown.answers.tokens.size(), 1);

        shown.press(u"Test"_s);
        QCOMPARE(shown.answers.tokens.size(), 2);
    }
};

const slipway::test::Registered<ConnectPageTest> registered;

#include "connectpage_test.moc"
