// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pullrequest/pullrequestscreen.h"

#include "ui/diff/diffpanel.h"
#include "ui/diff/renewal.h"
#include "ui/feedback/actionbar.h"
#include "ui/feedback/messagebar.h"
#include "ui/look/buttons.h"
#include "ui/look/label.h"
#include "ui/pullrequest/assurancelist.h"
#include "ui/pullrequest/assurances.h"
#include "ui/pullrequest/draftkeeper.h"
#include "ui/pullrequest/pullrequestform.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace slipway::pullrequest
{

PullRequestScreen::PullRequestScreen(workspace::Actions actions, QSettings &settings, QWidget *parent)
    : QWidget{parent}
    , m_actions{std::move(actions)}
    , m_heading{new look::Label{tr("New pull request"), look::Type::H1, look::Token::Text, this}}
    , m_facts{new look::Label{{}, look::Type::Body, look::Token::TextMuted, this}}
    , m_form{new PullRequestForm{this}}
    , m_keeper{new DraftKeeper{settings, m_form}}
    , m_message{new feedback::MessageBar{feedback::MessageBar::Shape::Inline, this}}
    , m_diff{new diffview::DiffPanel{tr("Exactly this will be sent"), settings, this}}
    , m_renewal{new diffview::Renewal{m_message, m_diff, this}}
    , m_assurances{new AssuranceList{this}}
    , m_bar{new feedback::ActionBar{this}}
{
    addTurns();
    arrange();
    setFocusProxy(m_form);
    // After the page: Tab comes to them at its end.
    m_cancel = look::makeButton(tr("Cancel"), {}, look::ButtonRole::Secondary, this);
    m_create = new look::BusyButton{tr("Create pull request"), tr("Creating…"), u"pull-request"_s,
                                    look::ButtonRole::Primary, this};
    m_bar->addButton(turnButton(m_skip, look::ButtonRole::Flat));
    m_bar->addButton(m_cancel);
    m_bar->addButton(m_create);

    connect(m_cancel, &QAbstractButton::clicked, this, &PullRequestScreen::cancel);
    connect(m_create, &QAbstractButton::clicked, this, &PullRequestScreen::send);
    connect(m_message, &feedback::MessageBar::signInWanted, this, [this] { m_actions.signIn(); });
    connect(m_message, &feedback::MessageBar::helpWanted, this, [this] {
        m_message->dismiss();
        m_actions.checkNow(); // whether it is still offline
        draft();
    });
    connect(m_message, &feedback::MessageBar::fileWanted, this, &PullRequestScreen::fileRequested);
    connect(m_diff, &diffview::DiffPanel::copied, this, &PullRequestScreen::copied);
    connect(m_diff, &diffview::DiffPanel::failed, this,
            [this](const Error &error) { say(feedback::messageOf(error)); });
    connect(m_form, &PullRequestForm::titleChanged, this, &PullRequestScreen::judge);
    connect(m_assurances, &AssuranceList::pullRequestRequested, this, &PullRequestScreen::pullRequestRequested);
    judge();
}

PullRequestScreen::~PullRequestScreen()
{
    m_keeper->flush();
    m_drafting.request_stop();
    m_sending.request_stop();
}

bool PullRequestScreen::isSettled() const
{
    return !m_form->draft().title.isEmpty();
}

bool PullRequestScreen::isSending() const
{
    return m_create->isBusy();
}

void PullRequestScreen::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStopped)
        draft();
}

void PullRequestScreen::draftUpdate(const QList<workspace::RowKey> &services)
{
    if (isSending())
        return;
    const bool isItsTurn = services == m_batch && m_form->isTouched(); // else there is nothing to lose
    if ((services != m_services && !isItsTurn) || m_policy) {
        forget();
        endTurns();
        m_services = services;
        m_policy.reset();
    } else if (!isItsTurn) {
        endTurns();
    }
    draft();
}

void PullRequestScreen::draftPolicy(const workspace::PolicyChange &change)
{
    if (isSending())
        return;
    if (change != m_policy)
        forget();
    endTurns();
    m_policy = change;
    m_services.clear();
    draft();
}

void PullRequestScreen::forget()
{
    m_keeper->flush();
    m_form->forget();
    showWhich(0);
    m_facts->setText({});
    showPreview(false);
    m_diff->setFiles({});
    m_diff->setFacts({});
    m_assurances->show({});
    m_hasFailed = false;
    m_message->dismiss();
}

/// 0: a new one.
void PullRequestScreen::showWhich(int pullRequest)
{
    const bool isNew = pullRequest == 0;
    m_heading->setText(isNew ? tr("New pull request") : tr("Update #%1").arg(pullRequest));
    m_create->setTexts(isNew ? tr("Create pull request") : tr("Update pull request"),
                       isNew ? tr("Creating…") : tr("Updating…"));
}

void PullRequestScreen::setSnapshot(const workspace::Snapshot &snapshot)
{
    m_repository = snapshot.owner + u'/' + snapshot.repository;
    m_keeper->setPlace(snapshot.isDemo ? QString{} : snapshot.host + u'/' + m_repository);
    m_form->setChoices(snapshot.labels);
    m_isOffline = snapshot.offlineSince.isValid();
    judge();
    const auto &draft = m_form->draft();
    const bool isNews =
        std::exchange(m_commit, snapshot.commit) != snapshot.commit; // else it may be older than the draft
    const bool hasMoved = !draft.preview.baseCommit.isEmpty() && draft.into == snapshot.branch &&
                          draft.preview.baseCommit != snapshot.commit;
    if (isNews && hasMoved && !isSending() && !m_isOutdated && isVisible() && m_movedTo != snapshot.commit) {
        m_movedTo = snapshot.commit;
        this->draft();
    }
}

/// Whether it can be sent: only what is shown, whole, and when somebody is there to take it.
void PullRequestScreen::judge()
{
    const bool hasPreview = !m_isDrafting && !m_form->draft().preview.files.isEmpty();
    judgeTurns(hasPreview);
    if (isSending())
        return;
    look::allow(m_create, m_isOffline    ? tr("You are offline: nothing can be sent now.")
                          : m_isOutdated ? tr("It cannot be sent any more: look at the new preview.")
                          : hasPreview && m_form->written().title.isEmpty() ? tr("It needs a title.")
                                                                            : QString{});
    if (!hasPreview)
        m_create->setEnabled(false);
}

} // namespace slipway::pullrequest
