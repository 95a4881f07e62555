// SPDX-License-Identifier: GPL-3.0-or-later
// A pull request for each service, one after the other, instead of one for all of them.
#include "ui/feedback/confirm.h"
#include "ui/look/actionbutton.h"
#include "ui/look/label.h"
#include "ui/pullrequest/draftkeeper.h"
#include "ui/pullrequest/pullrequestform.h"
#include "ui/pullrequest/pullrequestscreen.h"

#include <QAction>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::pullrequest
{
namespace
{

/// A row of each service that changes: its pull request updates it wherever it stands.
QList<workspace::RowKey> turnsOf(const workspace::Draft &draft)
{
    QList<workspace::RowKey> turns;
    for (const auto &update : draft.preview.updates)
        if (!std::ranges::contains(turns, update.key.service, &workspace::RowKey::service))
            turns.append(update.key);
    return turns;
}

} // namespace

void PullRequestScreen::addTurns()
{
    const auto add = [this](const QString &id, const QString &text, const QString &icon, const auto &deed) {
        auto *action = look::makeAction(id, text, icon, this);
        connect(action, &QAction::triggered, this, deed);
        addAction(action);
        return action;
    };
    m_each = add(u"pull.each"_s, tr("One for each instead"), u"pull-request"_s, [this] {
        askAndDo({.title = tr("Open a pull request for each update?"), .verb = tr("One for each")}, m_each,
                 &PullRequestScreen::splitUp);
    });
    m_skip = add(u"pull.skip"_s, tr("Skip this one"), u"jump"_s, [this] {
        askAndDo({.title = tr("Skip %1?").arg(m_services.first().service), .verb = tr("Skip this one")}, m_skip,
                 &PullRequestScreen::skip);
    });
}

/// Only there while it may be pressed sooner or later.
QAbstractButton *PullRequestScreen::turnButton(QAction *action, look::ButtonRole role)
{
    auto *button = look::actionButton(action, role, this);
    connect(action, &QAction::visibleChanged, button, [button, action] { button->setVisible(action->isVisible()); });
    return button;
}

/// At once where a person would lose nothing by it.
void PullRequestScreen::askAndDo(feedback::Question question, QAction *action, void (PullRequestScreen::*deed)())
{
    m_form->endTyping();
    if (!m_form->isTouched())
        return (this->*deed)();
    question.text = tr("What you wrote here is not kept.");
    auto *dialog = new feedback::ConfirmDialog{question, this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, action, [this, action, deed] {
        if (!action->isVisible() || isSending())
            return;
        m_keeper->forget();
        (this->*deed)();
    });
    dialog->open();
}

void PullRequestScreen::splitUp()
{
    m_batch = m_services;
    m_later = turnsOf(m_form->draft());
    takeTurn();
}

void PullRequestScreen::skip()
{
    m_later = turnsAfter(m_form->draft());
    takeTurn();
}

void PullRequestScreen::endTurns()
{
    m_later.clear();
    m_batch.clear();
}

void PullRequestScreen::takeTurn()
{
    if (m_later.isEmpty())
        return endTurns();
    forget();
    m_services = {m_later.takeFirst()};
    m_facts->setText(m_services.first().service);
    draft();
}

/// The turns after this one: what shares its text with another service is updated with it.
QList<workspace::RowKey> PullRequestScreen::turnsAfter(const workspace::Draft &draft) const
{
    const auto sent = turnsOf(draft);
    auto after = m_later;
    after.removeIf([&](const workspace::RowKey &key) {
        return std::ranges::contains(sent, key.service, &workspace::RowKey::service);
    });
    return after;
}

void PullRequestScreen::judgeTurns(bool hasPreview)
{
    const auto &draft = m_form->draft();
    m_each->setVisible(draft.pullRequest == 0 && draft.policyChange.isEmpty() && turnsOf(draft).size() > 1 &&
                       m_batch.isEmpty());
    m_skip->setVisible(!turnsAfter(draft).isEmpty());
    const auto reason = isSending()   ? tr("It is being sent.")
                        : m_isOffline ? tr("You are offline: nothing can be sent now.")
                                      : QString{};
    look::allow(m_each, reason.isEmpty() && !hasPreview ? tr("The files are still being read.") : reason);
    look::allow(m_skip, reason);
}

} // namespace slipway::pullrequest
