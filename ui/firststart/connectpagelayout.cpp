// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/messagebar.h"
#include "ui/firststart/connectpage.h"
#include "ui/firststart/tokenfield.h"
#include "ui/look/buttons.h"
#include "ui/look/label.h"
#include "ui/look/spacing.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
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

QWidget *ConnectPage::makeForm()
{
    auto *form = new QWidget;
    auto *column = new QWidget{form};
    look::keepFitted(column, [column] {
        column->setMaximumWidth(look::scaled(560));
        column->setMinimumWidth(look::scaled(300));
    });
    auto *rows = new QVBoxLayout{column};
    look::keepSpacing(rows, look::space::xs + 2);
    rows->addWidget(new look::Label{tr("Connect to GitHub"), look::Type::H1, look::Token::Text, column});
    auto *intro = new look::Label{tr("Slipway reads the compose files of one repository, asks the registries what is "
                                     "newer, and opens pull requests there."),
                                  look::Type::Body, look::Token::TextSecondary, column};
    intro->setWordWrap(true);
    rows->addWidget(intro);
    auto *message = new QVBoxLayout;
    message->addWidget(m_message);
    look::keepMargins(message, {0, look::space::s, 0, look::space::s});
    rows->addLayout(message);

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
    look::keepMargins(centred, {look::space::huge, look::space::huge, look::space::huge, look::space::huge});
    centred->addStretch(1);
    centred->addWidget(column, 1000);
    centred->addStretch(1);
    return form;
}

} // namespace slipway::firststart
