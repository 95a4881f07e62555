// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown of the chosen change, and what is said of it when it is another one than before.
#include "ui/review/changelist.h"
#include "ui/review/changepage.h"
#include "ui/review/reviewscreen.h"

#include <QCoroTask>

#include <utility>

using namespace Qt::StringLiterals;

namespace slipway::review
{

/// Only the last choice counts.
void ReviewScreen::preview(const Change &change)
{
    m_previewing.request_stop();
    m_previewing = {};
    m_page->showLooking();
    m_isPreviewing = true;
    const auto basis = m_previewed;
    const auto take = [this, basis](const Result<workspace::Preview> &preview) {
        if (basis != m_previewed)
            return;
        m_isPreviewing = false;
        if (!preview) {
            if (preview.error().kind != Error::Kind::Cancelled)
                m_page->showError(preview.error());
            return;
        }
        tellPreview(*preview);
    };
    if (change.pullRequest > 0) {
        QCoro::connect(m_actions.reviewPullRequest(change.pullRequest, m_previewing.get_token()), this, take);
        return;
    }
    QCoro::connect(m_actions.draftUpdate(change.rows, m_previewing.get_token()), this,
                   [take](const Result<workspace::Draft> &draft) {
                       take(draft.transform([](const workspace::Draft &drafted) { return drafted.preview; }));
                   });
}

void ReviewScreen::tellPreview(const workspace::Preview &preview)
{
    m_preview = preview;
    showCurrent();
    const auto *change = m_list->current();
    if (!change)
        return;
    const bool isOpen = change->stage == workspace::PullRequest::Stage::Open;
    const bool isInBranch = preview.into == m_snapshot.branch;
    const auto *pull = m_snapshot.find(change->pullRequest);
    m_page->showPreview(preview, isOpen && preview.baseCommit == m_snapshot.commit);
    const ShownPreview now{.change = change->id(),
                           .base = pull && isOpen && isInBranch ? m_snapshot.commit
                                                                : preview.baseCommit, // else where the two parted
                           .head = pull ? pull->headCommit : QString{},
                           .preview = preview};
    const auto before = std::exchange(m_last, now);
    const bool isOfTheSame = before.change == now.change && isOpen;
    if (const auto cause = isOfTheSame ? causeOfNew(*change, before) : QString{}; !cause.isEmpty())
        m_page->tellRenewed(cause, before.preview, preview);
}

/// Why another preview stands here than the last one; empty where that needs no saying.
QString ReviewScreen::causeOfNew(const Change &change, const ShownPreview &before) const
{
    if (before.base != m_last.base)
        return tr("%1 has moved since this preview").arg(m_last.preview.into);
    if (before.head != m_last.head && before.preview.files != m_last.preview.files)
        return tr("#%1 has changed since this preview").arg(change.pullRequest);
    return {};
}

} // namespace slipway::review
