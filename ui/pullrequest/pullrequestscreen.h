// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/actions.h"

#include <QWidget>

#include <stop_token>

class QAbstractButton;
class QAction;
class QBoxLayout;
class QPushButton;
class QSettings;

namespace slipway::diffview
{
class DiffPanel;
class Renewal;
} // namespace slipway::diffview
namespace slipway::feedback
{
class ActionBar;
struct Message;
struct Question;
class MessageBar;
} // namespace slipway::feedback
namespace slipway::look
{
enum class ButtonRole;
class BusyButton;
class Label;
class Page;
} // namespace slipway::look

namespace slipway::pullrequest
{

class AssuranceList;
class DraftKeeper;
class PullRequestForm;

/// New pull request, or a newer change for an open one: all that will be sent, on one page. What a person wrote
/// survives leaving the page.
class PullRequestScreen final : public QWidget
{
    Q_OBJECT

public:
    /// Of the actions it calls draftUpdate, draftPolicy, openPullRequest and checkNow.
    PullRequestScreen(workspace::Actions actions, QSettings &settings, QWidget *parent = nullptr);
    ~PullRequestScreen() override;

    /// All of them in one pull request, or one after the other, as the person then chooses. While something is being
    /// sent, that stays what the page is about.
    void draftUpdate(const QList<workspace::RowKey> &services);
    void draftPolicy(const workspace::PolicyChange &change);
    void setSnapshot(const workspace::Snapshot &snapshot);

    [[nodiscard]] bool isSettled() const; ///< the draft is there
    [[nodiscard]] bool isSending() const;

Q_SIGNALS:
    /// `left`: for how many more services the page goes on, each with a pull request of its own.
    void opened(const workspace::Opened &opened, const workspace::Draft &draft, int left);
    void left();
    void pullRequestRequested(int number);
    void fileRequested(const QString &file); ///< of the repository, as the branch has it
    void copied(const QString &what);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void arrange();
    void fit();
    QWidget *makeHeader();
    QWidget *makePreview();
    void forget();
    void showWhich(int pullRequest);
    void judge();
    void draft();
    void take(const workspace::Draft &draft);
    void tellRenewed(const workspace::Draft &before, const workspace::Draft &draft);
    void showPreview(bool isThere);
    [[nodiscard]] bool mayTakeFocus() const;
    void say(const feedback::Message &message);
    void send();
    void tellSent(const Result<workspace::Opened> &opened, const workspace::Draft &sent);
    QPushButton *showError(const Error &error);
    void showConflict(const Error &error, bool takesFocus);
    void restoreWords();
    void cancel();

    void addTurns();
    QAbstractButton *turnButton(QAction *action, look::ButtonRole role);
    void askAndDo(feedback::Question question, QAction *action, void (PullRequestScreen::*deed)());
    void splitUp();
    void skip();
    void takeTurn();
    void endTurns();
    [[nodiscard]] QList<workspace::RowKey> turnsAfter(const workspace::Draft &draft) const;
    void judgeTurns(bool hasPreview);

    workspace::Actions m_actions;
    QList<workspace::RowKey> m_services;
    QList<workspace::RowKey> m_later = {}; ///< each gets a pull request of its own after this one
    QList<workspace::RowKey> m_batch = {}; ///< what was asked for before each got one of its own; else empty
    std::optional<workspace::PolicyChange> m_policy;
    QString m_repository;
    look::Label *m_heading;
    look::Label *m_facts;
    look::Page *m_page = nullptr;
    QBoxLayout *m_columns; ///< the form, then what will be sent
    QWidget *m_line = nullptr;
    QWidget *m_messageSpace = nullptr; ///< above what will be sent, where that is first seen
    QBoxLayout *m_side = nullptr;      ///< what will be sent
    PullRequestForm *m_form;
    DraftKeeper *m_keeper;
    feedback::MessageBar *m_message;
    diffview::DiffPanel *m_diff;
    diffview::Renewal *m_renewal;
    AssuranceList *m_assurances;
    feedback::ActionBar *m_bar;
    QAbstractButton *m_cancel = nullptr; ///< while it is sent: stops that
    look::BusyButton *m_create = nullptr;
    QAction *m_each = nullptr;
    QAction *m_skip = nullptr;
    QString m_commit;  ///< where the branch stands, as the last snapshot has it
    QString m_movedTo; ///< the base for which a new preview was begun
    std::stop_source m_drafting;
    std::stop_source m_sending;
    bool m_isOffline = false;
    bool m_isDrafting = false; ///< what is shown is not what would be sent
    bool m_isOutdated = false; ///< it could not be sent, and a person has not asked for the new preview yet
    bool m_isStopped = false;  ///< a person left before the draft was there
    bool m_hasFailed = false;  ///< what the message says is an error of the last try
};

} // namespace slipway::pullrequest
