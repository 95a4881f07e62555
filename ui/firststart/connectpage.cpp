// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/connectpage.h"

#include "ui/feedback/actionbar.h"
#include "ui/feedback/messagebar.h"
#include "ui/firststart/tokenfield.h"
#include "ui/look/buttons.h"
#include "ui/look/label.h"
#include "ui/words/errors.h"

#include <QComboBox>
#include <QCoroTask>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QStringListModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway::firststart
{

ConnectPage::ConnectPage(workspace::ConnectActions actions, QWidget *parent)
    : QWidget{parent}
    , m_actions{std::move(actions)}
    , m_host{new QLineEdit{u"github.com"_s}}
    , m_token{new TokenField}
    , m_repository{new QLineEdit}
    , m_branch{new QComboBox}
    , m_repositories{new QStringListModel{this}}
    , m_message{new feedback::MessageBar{feedback::MessageBar::Shape::Inline, this}}
    , m_account{new look::Label{{}, look::Type::Body, look::Token::OkText, this}}
    , m_missing{new look::Label{{}, look::Type::Body, look::Token::AttentionText, this}}
    , m_test{new look::BusyButton{tr("Test"), tr("Testing…"), {}, look::ButtonRole::Secondary, this}}
    , m_connect{new look::BusyButton{tr("Connect"), tr("Connecting…"), u"link"_s, look::ButtonRole::Primary, this}}
{
    auto *scroll = new QScrollArea{this};
    scroll->setWidget(makeForm());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *bar = new feedback::ActionBar{this};
    bar->setFact(u"lock"_s, tr("The token stays in memory until you quit."));
    auto *back = look::makeButton(tr("Back"), {}, look::ButtonRole::Secondary, bar);
    for (auto *button :
         {static_cast<QWidget *>(m_test), static_cast<QWidget *>(back), static_cast<QWidget *>(m_connect)})
        bar->addButton(button);
    auto *rows = new QVBoxLayout{this};
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(scroll, 1);
    rows->addWidget(bar);
    setFocusProxy(m_token);

    connect(back, &QAbstractButton::clicked, this, &ConnectPage::left);
    connect(m_test, &QAbstractButton::clicked, this, &ConnectPage::test);
    connect(m_connect, &QAbstractButton::clicked, this, &ConnectPage::connectNow);
    connect(m_token, &TokenField::pasted, this, &ConnectPage::check);
    connect(m_token, &QLineEdit::returnPressed, this, &ConnectPage::test);
    connect(m_repository, &QLineEdit::editingFinished, this, &ConnectPage::readBranches);
    connect(m_repository, &QLineEdit::textChanged, this, [this] { m_defaultBranch.clear(); });
    connect(m_message, &feedback::MessageBar::helpWanted, this, &ConnectPage::test);
    // Not when the host is left: a token goes nowhere unasked.
    connect(m_token, &QLineEdit::editingFinished, this, &ConnectPage::check);
    for (auto *field : {m_host, static_cast<QLineEdit *>(m_token)})
        connect(field, &QLineEdit::textChanged, this, &ConnectPage::forgetAnswer);
    connect(m_repository, &QLineEdit::textChanged, this, &ConnectPage::change);
    change();
}

ConnectPage::~ConnectPage()
{
    for (auto *field : {m_host, static_cast<QLineEdit *>(m_token), m_repository})
        field->disconnect(this); // the one that loses the focus now would ask
    m_asking.request_stop();
}

void ConnectPage::remember(const QString &host, const QString &repository, const QString &branch)
{
    m_host->setText(host);
    m_repository->setText(repository);
    m_branch->clear();
    m_branch->setEditText(branch);
}

void ConnectPage::askAgain(const QString &host, const QString &repository, const QString &branch,
                           const std::optional<Error> &why)
{
    remember(host, repository, branch);
    m_token->forget();
    if (why)
        showError(*why);
    else
        m_message->dismiss();
}

/// The button that asks for another token would lead here.
void ConnectPage::showError(const Error &error)
{
    if (words::said(error).wantsSignIn)
        m_message->show(feedback::messageOf(error));
    else
        m_message->show(error);
}

workspace::Login ConnectPage::login() const
{
    auto token = m_token->token().toUtf8();
    workspace::Login login{m_host->text().trimmed(), std::make_shared<const Secret>(token)};
    token.fill('\0');
    return login;
}

void ConnectPage::change()
{
    const bool hasToken = !m_token->token().isEmpty() && !m_host->text().trimmed().isEmpty();
    look::allow(m_test, !hasToken                  ? tr("Paste a token first.")
                        : m_check == Check::Asking ? tr("The token is being tested.")
                        : m_check == Check::Known  ? tr("The token is tested.")
                                                   : QString{});
    const bool hasRepository = m_repository->text().count(u'/') == 1;
    look::allow(m_connect, !hasToken       ? tr("Paste a token first.")
                           : hasRepository ? QString{}
                                           : tr("Choose a repository, like owner/name."));
}

/// What was asked is about another token, or another host.
void ConnectPage::forgetAnswer()
{
    m_asking.request_stop();
    m_asking = {};
    m_check = Check::Open;
    m_test->stop();
    m_account->hide();
    m_missing->hide();
    change();
}

void ConnectPage::check()
{
    if (m_check == Check::Open)
        ask();
}

/// The person wants to know once more.
void ConnectPage::test()
{
    if (m_check == Check::Open || m_check == Check::Lacking) {
        ask();
    } else if (m_check == Check::Known) {
        m_message->dismiss();
        readBranches();
    }
}

void ConnectPage::ask()
{
    if (m_token->token().isEmpty() || m_host->text().trimmed().isEmpty())
        return;
    m_asking.request_stop();
    m_asking = {};
    m_check = Check::Asking;
    m_message->dismiss();
    m_test->start();
    const auto stop = m_asking.get_token();
    QCoro::connect(m_actions.signIn(login(), stop), this, [this, stop](const Result<workspace::SignedIn> &signedIn) {
        if (stop.stop_requested())
            return;
        m_test->stop();
        m_check = signedIn && signedIn->missing.isEmpty() ? Check::Known : Check::Lacking;
        change();
        if (signedIn)
            show(*signedIn);
        else
            showError(signedIn.error());
    });
}

void ConnectPage::show(const workspace::SignedIn &signedIn)
{
    const auto scopes = signedIn.scopes.isEmpty() ? QString{} : tr(", with %1").arg(signedIn.scopes.join(u", "_s));
    m_account->setText(tr("The token belongs to %1%2.").arg(signedIn.person, scopes));
    m_account->show();
    m_missing->setText(signedIn.missing.join(u'\n'));
    m_missing->setVisible(!signedIn.missing.isEmpty());
    m_repositories->setStringList(signedIn.repositories);
    readBranches();
}

void ConnectPage::readBranches()
{
    const auto repository = m_repository->text().trimmed();
    if (repository.count(u'/') != 1 || m_token->token().isEmpty())
        return;
    QCoro::connect(m_actions.branches(login(), repository, m_asking.get_token()), this,
                   [this, repository](const Result<workspace::Branches> &branches) {
                       if (repository != m_repository->text().trimmed() ||
                           (!branches && branches.error().kind == Error::Kind::Cancelled))
                           return;
                       if (!branches) {
                           showError(branches.error());
                           return;
                       }
                       m_defaultBranch = branches->defaultName;
                       const auto typed = m_branch->currentText();
                       m_branch->clear();
                       m_branch->addItems(branches->names);
                       m_branch->setEditText(typed.isEmpty() ? branches->defaultName : typed);
                   });
}

void ConnectPage::connectNow()
{
    const auto branch = m_branch->currentText().trimmed();
    // Whoever takes the default branch follows it, also where it becomes another one.
    const workspace::Choice choice{login(), m_repository->text().trimmed(),
                                   branch == m_defaultBranch ? QString{} : branch};
    if (const auto connection = workspace::connectionOf(choice, {}, {}); !connection)
        return showError(connection.error());
    Q_EMIT chosen(choice);
    m_token->forget();
}

} // namespace slipway::firststart
