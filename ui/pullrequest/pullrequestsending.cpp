// SPDX-License-Identifier: GPL-3.0-or-later
// How what stands on the page is sent, and what is said afterwards.
#include "ui/feedback/messagebar.h"
#include "ui/look/buttons.h"
#include "ui/pullrequest/draftkeeper.h"
#include "ui/pullrequest/pullrequestform.h"
#include "ui/pullrequest/pullrequestscreen.h"

#include <QCoroTask>
#include <QPushButton>

namespace slipway::pullrequest
{

void PullRequestScreen::send()
{
    if (isSending())
        return;
    m_form->endTyping();
    m_message->dismiss();
    if (m_create->hasFocus()) // disabled, it would lose it to any place of the window
        m_cancel->setFocus();
    m_create->start();
    judge();
    m_sending = {};
    const auto sent = m_form->written();
    QCoro::connect(m_actions.openPullRequest(sent, m_sending.get_token()), this,
                   [this, sent](const Result<workspace::Opened> &opened) { tellSent(opened, sent); });
}

void PullRequestScreen::tellSent(const Result<workspace::Opened> &opened, const workspace::Draft &sent)
{
    m_create->stop();
    const bool isWaiting = window()->focusWidget() == m_cancel; // since it was sent
    if (opened) {
        m_keeper->forget();
        forget();
        m_later = turnsAfter(sent);
        if (m_sending.stop_requested()) // it came too late for this one
            endTurns();
    }
    judge();
    if (opened) {
        Q_EMIT this->opened(*opened, sent, int(m_later.size()));
        takeTurn();
    } else if (opened.error().kind == Error::Kind::Conflict) {
        showConflict(opened.error(), isWaiting);
    } else if (opened.error().kind == Error::Kind::Cancelled) {
        say({.kind = feedback::Message::Kind::Attention,
             .what = tr("Stopped before the end."),
             .more = tr("What was sent by then is on GitHub. Sending again goes on from there.")});
        if (isWaiting)
            m_create->setFocus();
    } else {
        auto *help = showError(opened.error());
        if (isWaiting)
            help->setFocus();
    }
}

/// The page stays as it was sent, until the person wants to see what it has become.
void PullRequestScreen::showConflict(const Error &error, bool takesFocus)
{
    m_isOutdated = true;
    judge();
    say({.kind = feedback::Message::Kind::Attention, .what = error.message, .more = error.remedy});
    auto *show = m_message->addButton(tr("Show new preview"));
    connect(show, &QPushButton::clicked, this, [this] {
        m_message->dismiss();
        draft();
    });
    if (takesFocus)
        show->setFocus();
}

void PullRequestScreen::cancel()
{
    if (isSending()) {
        m_sending.request_stop();
        return;
    }
    m_drafting.request_stop();
    m_isStopped = m_isDrafting;
    Q_EMIT left();
}

} // namespace slipway::pullrequest
