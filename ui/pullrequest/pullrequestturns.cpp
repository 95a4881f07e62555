// SPDX-License-Identifier: GPL-3.0-or-later
// A pull request for each service, one after the other, instead of one for all of them.
#include "ui/feedback/confirm.h"
#include "ui/look/actionbutton.h"
#include "ui/look/icons.h"
#include "ui/pullrequest/pullrequestform.h"
#include "ui/pullrequest/pullrequestscreen.h"

#include <QAction>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::pullrequest
{
namespace
{

/// A row of each service: its pull request updates it wherever it stands.
QList<workspace::RowKey> oneOfEach(const QList<workspace::RowKey> &keys)
{
    QList<workspace::RowKey> ones;
    for (const auto &key : keys)
        if (!std::ranges::contains(ones, key.service, &workspace::RowKey::service))
            ones.append(key);
    return ones;
}

} // namespace

void PullRequestScreen::addTurns()
{
    const auto add = [this](const QString &id, const QString &text, const QString &icon, const auto &deed) {
        auto *action = new QAction{look::icon(icon), text, this};
        action->setObjectName(id);
        action->setProperty("iconName", icon);
        connect(action, &QAction::triggered, this, deed);
        addAction(action);
        return action;
    };
    m_each = add(u"pull.each"_s, tr("One for each instead"), u"pull-request"_s, &PullRequestScreen::askForOneEach);
    m_skip = add(u"pull.skip"_s, tr("Skip this one"), u"jump"_s, &PullRequestScreen::takeTurn);
}

/// Only there while it may be pressed sooner or later.
QAbstractButton *PullRequestScreen::turnButton(QAction *action, look::ButtonRole role)
{
    auto *button = look::actionButton(action, role, this);
    connect(action, &QAction::visibleChanged, button, [button, action] { button->setVisible(action->isVisible()); });
    return button;
}

void PullRequestScreen::askForOneEach()
{
    if (!m_form->isWritten())
        return splitUp();
    auto *question = new feedback::ConfirmDialog{{.title = tr("Open a pull request for each of the %n updates?",
                                                              nullptr, int(m_form->draft().preview.updates.size())),
                                                  .text = tr("What you wrote is about all of them: it is not kept."),
                                                  .verb = tr("One for each")},
                                                 this};
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QDialog::accepted, m_each, [this] {
        if (m_each->isEnabled()) // else the preview became another one meanwhile
            splitUp();
    });
    question->open();
}

void PullRequestScreen::splitUp()
{
    m_later = oneOfEach(m_form->draft().services);
    m_turns = int(m_later.size());
    takeTurn();
}

void PullRequestScreen::endTurns()
{
    m_later.clear();
    m_turns = 0;
}

void PullRequestScreen::takeTurn()
{
    if (m_later.isEmpty())
        return;
    forget();
    m_services = {m_later.takeFirst()};
    draft();
}

/// What shares its text with another service was updated with it.
void PullRequestScreen::dropSent(const workspace::Draft &sent)
{
    const auto &updates = sent.preview.updates;
    m_later.removeIf([&](const workspace::RowKey &key) {
        return std::ranges::any_of(updates, [&](const auto &update) { return update.key.service == key.service; });
    });
}

void PullRequestScreen::judgeTurns(bool hasPreview)
{
    const auto &draft = m_form->draft();
    const bool isBatch = draft.pullRequest == 0 && draft.policyChange.isEmpty() && oneOfEach(draft.services).size() > 1;
    m_each->setVisible(isBatch);
    m_each->setEnabled(isBatch && hasPreview && !m_isOffline && !isSending());
    m_skip->setVisible(!m_later.isEmpty());
    m_skip->setEnabled(!m_later.isEmpty() && !isSending());
}

} // namespace slipway::pullrequest
