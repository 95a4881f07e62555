// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/connect.h"

#include <QWidget>

#include <optional>
#include <stop_token>

class QComboBox;
class QLineEdit;
class QStringListModel;

namespace slipway::feedback
{
class MessageBar;
}
namespace slipway::look
{
class BusyButton;
class Label;
} // namespace slipway::look

namespace slipway::firststart
{

class TokenField;

/// Connect on one page: host, token, deployment repository, branch. Test says who the token belongs to, what it may do
/// and what is missing. The token is handed on, and kept nowhere else.
class ConnectPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectPage(workspace::ConnectActions actions, QWidget *parent = nullptr);
    ~ConnectPage() override;

    /// What the person chose before; the token is asked for again.
    void remember(const QString &host, const QString &repository, const QString &branch);
    /// The same for the workspace that is open, whose token does not do any more, with why.
    void askAgain(const QString &host, const QString &repository, const QString &branch,
                  const std::optional<Error> &why);

Q_SIGNALS:
    void chosen(const slipway::workspace::Choice &choice);
    void left();
    void pageRequested(const QString &url);

private:
    /// How far the token in the field is known.
    enum class Check {
        Open,    ///< it was not asked about
        Asking,  ///< it is being asked about
        Lacking, ///< something does not work with it, or nobody could say: that may be mended, so it can be tested
                 ///< again
        Known,   ///< it does
    };

    QWidget *makeForm();
    void check();
    void test();
    void ask();
    void forgetAnswer();
    void show(const workspace::SignedIn &signedIn);
    void showError(const Error &error);
    void readBranches();
    void connectNow();
    void change();
    [[nodiscard]] workspace::Login login() const;

    workspace::ConnectActions m_actions;
    QLineEdit *m_host;
    TokenField *m_token;
    QLineEdit *m_repository;
    QComboBox *m_branch;
    QStringListModel *m_repositories;
    feedback::MessageBar *m_message;
    look::Label *m_account;
    look::Label *m_missing;
    look::BusyButton *m_test;
    look::BusyButton *m_connect;
    std::stop_source m_asking;
    Check m_check = Check::Open;
    QString m_defaultBranch; ///< of the repository; empty until it is known
};

} // namespace slipway::firststart
