// SPDX-License-Identifier: GPL-3.0-or-later
// How the page gets what would be sent, and what it says of it.
#include "ui/diff/diffpanel.h"
#include "ui/diff/renewal.h"
#include "ui/feedback/actionbar.h"
#include "ui/feedback/messagebar.h"
#include "ui/look/label.h"
#include "ui/look/page.h"
#include "ui/pullrequest/assurancelist.h"
#include "ui/pullrequest/assurances.h"
#include "ui/pullrequest/draftkeeper.h"
#include "ui/pullrequest/pullrequestform.h"
#include "ui/pullrequest/pullrequestscreen.h"

#include <QCoroTask>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace slipway::pullrequest
{
namespace
{

QList<workspace::Move> movesOf(const workspace::Draft &draft)
{
    QList<workspace::Move> moves;
    for (const auto &update : draft.preview.updates)
        moves.append(update.move);
    return moves;
}

feedback::Message imagesAreOthers()
{
    return {.kind = feedback::Message::Kind::Attention,
            .what = PullRequestScreen::tr("The images are others since you wrote."),
            .more = PullRequestScreen::tr("Your words are as you left them: see whether they still fit.")};
}

} // namespace

void PullRequestScreen::draft()
{
    m_drafting.request_stop();
    m_drafting = {};
    m_isDrafting = true;
    m_isOutdated = false;
    m_isStopped = false;
    judge();
    if (std::exchange(m_hasFailed, false))
        m_message->dismiss();
    m_bar->setFact(u"state-progress"_s, tr("Reading the files…"));
    const auto take = [this, stop = m_drafting.get_token()](const Result<workspace::Draft> &drafted) {
        if (stop.stop_requested())
            return; // another one is asked for by now, or none
        if (drafted)
            this->take(*drafted);
        else if (drafted.error().kind != Error::Kind::Cancelled)
            showError(drafted.error());
    };
    if (m_policy)
        QCoro::connect(m_actions.draftPolicy(*m_policy, m_drafting.get_token()), this, take);
    else
        QCoro::connect(m_actions.draftUpdate(m_services, m_drafting.get_token()), this, take);
}

void PullRequestScreen::take(const workspace::Draft &draft)
{
    const auto before = m_form->draft();
    if (before.pullRequest > 0 && before.pullRequest != draft.pullRequest)
        m_form->forget(); // the words were for that one
    const bool isFirst = m_form->draft().title.isEmpty();
    m_form->show(draft);
    if (isFirst && mayTakeFocus())
        m_form->setFocus();
    showWhich(draft.pullRequest);
    showPreview(true);
    m_diff->setFiles(draft.preview.files);
    tellRenewed(before, draft);
    if (isFirst)
        restoreWords();
    m_diff->setFacts(sizeOf(draft.preview));
    m_assurances->show(assurancesOf(draft));
    m_bar->setFact(u"lock"_s, restsOn(draft.preview), hashesOf(draft.preview));
    const auto count = draft.preview.updates.size();
    const auto facts = !draft.policyChange.isEmpty() ? tr("1 setting in %1").arg(m_repository)
                       : count == 1                  ? tr("1 update in %1").arg(m_repository)
                                                     : tr("%1 updates in %2").arg(count).arg(m_repository);
    const auto more = int(turnsAfter(draft).size());
    m_facts->setText(more == 0 ? facts : facts + u", "_s + tr("%n more after it", nullptr, more));
    m_isDrafting = false;
    judge();
}

/// What is another one since the last draft that stood here.
void PullRequestScreen::tellRenewed(const workspace::Draft &before, const workspace::Draft &draft)
{
    const auto &old = before.preview;
    const bool mayNotFit = m_form->isWritten() && movesOf(before) != movesOf(draft);
    if (!old.baseCommit.isEmpty() && old.baseCommit != draft.preview.baseCommit) {
        m_renewal->tell(tr("%1 has moved since this preview").arg(draft.into), old, draft.preview,
                        mayNotFit ? std::optional{imagesAreOthers()} : std::nullopt);
        m_page->ensureWidgetVisible(m_messageSpace);
    } else if (mayNotFit) {
        say(imagesAreOthers());
    } else if (m_renewal->isTold()) {
        m_message->dismiss();
    }
}

/// In place of what was said before.
void PullRequestScreen::say(const feedback::Message &message)
{
    m_hasFailed = false;
    m_renewal->forget();
    m_message->setClosable(false);
    m_message->show(message);
    m_page->ensureWidgetVisible(m_messageSpace);
}

/// What was written before the program ended, or another draft was looked at.
void PullRequestScreen::restoreWords()
{
    switch (m_keeper->restore()) {
    case DraftKeeper::Kept::Nothing: return;
    case DraftKeeper::Kept::TheSame: return say({.what = tr("What you wrote before is here again.")});
    case DraftKeeper::Kept::OfOthers: return say(imagesAreOthers());
    }
}

/// What helps is a button.
QPushButton *PullRequestScreen::showError(const Error &error)
{
    m_isDrafting = false;
    judge();
    m_hasFailed = true;
    const auto &preview = m_form->draft().preview;
    const bool isEmpty = preview.baseCommit.isEmpty();
    if (isEmpty)
        m_bar->setFact(u"state-failed"_s, tr("There is no preview."));
    else
        m_bar->setFact(u"lock"_s, restsOn(preview), hashesOf(preview));
    m_renewal->forget();
    m_message->setClosable(false);
    auto *help = m_message->showRetry(error);
    if (isEmpty && mayTakeFocus()) // the form is of no use
        help->setFocus();
    m_page->ensureWidgetVisible(m_messageSpace);
    return help;
}

/// What will be sent, and what was looked at for it; an empty one of either says nothing.
void PullRequestScreen::showPreview(bool isThere)
{
    m_diff->setVisible(isThere);
    m_assurances->setVisible(isThere);
}

/// Not out of what lies over the page, as the palette does.
bool PullRequestScreen::mayTakeFocus() const
{
    const auto *focus = window()->focusWidget();
    return isVisible() && (!focus || isAncestorOf(focus) || !focus->isVisible());
}

} // namespace slipway::pullrequest
