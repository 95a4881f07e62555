// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/connectpage.h"

#include "ui/feedback/actionbar.h"
#include "ui/feedback/messagebar.h"
#include "ui/look/buttons.h"
#include "ui/look/icons.h"
#include "ui/look/label.h"
#include "ui/words/errors.h"

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QCoroTask>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QStringListModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway::firststart
{
namespace
{

constexpr auto newToken = "https://%1/settings/tokens/new?scopes=repo,read:packages&description=Slipway"_L1;

void addField(QVBoxLayout &rows, const QString &name, QWidget *field, const QString &hint)
{
    auto *parent = rows.parentWidget();
    auto *label = new look::Label{name, look::Type::BodyMedium, look::Token::Text, parent};
    label->setBuddy(field);
    field->setAccessibleName(name);
    field->setAccessibleDescription(hint);
    rows.addWidget(label);
    rows.addWidget(field);
    if (!hint.isEmpty()) {
        auto *below = new look::Label{hint, look::Type::Small, look::Token::TextMuted, parent};
        below->setWordWrap(true);
        rows.addWidget(below);
    }
    rows.addSpacing(look::space::m);
}

} // namespace

ConnectPage::ConnectPage(workspace::ConnectActions actions, QWidget *parent)
    : QWidget{parent}
    , m_actions{std::move(actions)}
    , m_host{new QLineEdit{u"github.com"_s}}
    , m_token{new QLineEdit}
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
    connect(m_token, &QLineEdit::editingFinished, this, &ConnectPage::test);
    connect(m_repository, &QLineEdit::editingFinished, this, &ConnectPage::readBranches);
    connect(m_repository, &QLineEdit::textChanged, this, [this] { m_defaultBranch.clear(); });
    connect(m_message, &feedback::MessageBar::helpWanted, this, &ConnectPage::test);
    for (auto *field : {m_host, m_token, m_repository})
        connect(field, &QLineEdit::textChanged, this, &ConnectPage::change);
    change();
}

ConnectPage::~ConnectPage()
{
    m_asking.request_stop();
}

QWidget *ConnectPage::makeForm()
{
    auto *form = new QWidget;
    auto *column = new QWidget{form};
    look::keepFitted(column, [column] {
        column->setMaximumWidth(look::scaled(560));
        column->setMinimumWidth(look::scaled(300));
    });
    auto *rows = new QVBoxLayout{column};
    rows->setSpacing(look::space::xs + 2);
    rows->addWidget(new look::Label{tr("Connect to GitHub"), look::Type::H1, look::Token::Text, column});
    auto *intro = new look::Label{tr("Slipway reads the compose files of one repository, asks the registries what is "
                                     "newer, and opens pull requests there."),
                                  look::Type::Body, look::Token::TextSecondary, column};
    intro->setWordWrap(true);
    rows->addWidget(intro);
    rows->addSpacing(look::space::m);
    rows->addWidget(m_message);

    m_token->setEchoMode(QLineEdit::Password);
    auto *eye = m_token->addAction(look::icon(u"eye"_s), QLineEdit::TrailingPosition);
    eye->setToolTip(tr("Show the token"));
    eye->setCheckable(true);
    connect(eye, &QAction::toggled, this,
            [this](bool on) { m_token->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password); });
    auto *completer = new QCompleter{m_repositories, this};
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_repository->setCompleter(completer);
    m_repository->setPlaceholderText(tr("owner/repository"));
    m_branch->setEditable(true);
    m_branch->lineEdit()->setPlaceholderText(tr("the default branch"));

    addField(*rows, tr("Host"), m_host, tr("github.com, or the host of your GitHub Enterprise Server"));
    addField(*rows, tr("Token"), m_token,
             tr("A classic token with repo and read:packages. GitHub Packages does not take fine-grained tokens."));
    auto *make = look::makeButton(tr("Create one on GitHub"), {}, look::ButtonRole::Link, column);
    connect(make, &QAbstractButton::clicked, this,
            [this] { Q_EMIT pageRequested(newToken.arg(m_host->text().trimmed())); });
    rows->addWidget(make, 0, Qt::AlignLeft);
    for (auto *label : {m_account, m_missing}) {
        label->setWordWrap(true);
        label->hide();
        rows->addWidget(label);
    }
    rows->addSpacing(look::space::m);
    addField(*rows, tr("Deployment repository"), m_repository, tr("The repository with the compose files"));
    addField(*rows, tr("Branch"), m_branch, {});
    rows->addStretch(1);

    auto *centred = new QHBoxLayout{form};
    centred->setContentsMargins(look::space::huge, look::space::huge, look::space::huge, look::space::huge);
    centred->addStretch(1);
    centred->addWidget(column, 1000);
    centred->addStretch(1);
    return form;
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
    m_token->clear();
    m_account->hide();
    m_missing->hide();
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
    auto token = m_token->text().trimmed().toUtf8();
    workspace::Login login{m_host->text().trimmed(), std::make_shared<const Secret>(token)};
    token.fill('\0');
    return login;
}

void ConnectPage::change()
{
    const bool hasToken = !m_token->text().trimmed().isEmpty() && !m_host->text().trimmed().isEmpty();
    look::allow(m_test, hasToken ? QString{} : tr("Paste a token first."));
    const bool hasRepository = m_repository->text().count(u'/') == 1;
    look::allow(m_connect, !hasToken       ? tr("Paste a token first.")
                           : hasRepository ? QString{}
                                           : tr("Choose a repository, like owner/name."));
}

void ConnectPage::test()
{
    if (m_token->text().trimmed().isEmpty())
        return;
    m_asking.request_stop();
    m_asking = {};
    m_message->dismiss();
    m_test->start();
    QCoro::connect(m_actions.signIn(login(), m_asking.get_token()), this,
                   [this](const Result<workspace::SignedIn> &signedIn) {
                       m_test->stop();
                       if (signedIn)
                           show(*signedIn);
                       else if (signedIn.error().kind != Error::Kind::Cancelled)
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
    if (repository.count(u'/') != 1 || m_token->text().isEmpty())
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
    Q_EMIT chosen({login(), m_repository->text().trimmed(), branch == m_defaultBranch ? QString{} : branch});
    m_token->clear();
}

} // namespace slipway::firststart
