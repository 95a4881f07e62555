// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/renewal.h"

#include "core/workspace/previewchange.h"
#include "ui/diff/diffpanel.h"
#include "ui/feedback/messagebar.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace slipway::diffview
{

Renewal::Renewal(feedback::MessageBar *message, DiffPanel *diff, QObject *parent)
    : QObject{parent}
    , m_message{message}
    , m_diff{diff}
{
    connect(message, &feedback::MessageBar::dismissed, this, &Renewal::forget);
}

void Renewal::tell(const QString &cause, const workspace::Preview &before, const workspace::Preview &now,
                   const std::optional<feedback::Message> &other)
{
    m_diff->showOwn();
    m_isTurned = false;
    m_cause = cause;
    m_files = workspace::changedSince(before, now);
    m_other = other;
    say();
}

void Renewal::forget()
{
    if (!isTold())
        return;
    m_cause.clear();
    m_other.reset();
    m_isTurned = false;
    m_diff->showOwn();
}

void Renewal::sayAfter(const std::optional<feedback::Message> &other)
{
    m_other = other;
    say();
}

QPushButton *Renewal::say()
{
    const auto own = ownMessage();
    auto message = m_other.value_or(own);
    if (m_other)
        message.more += u' ' + own.what + u' ' + own.more;
    if (!m_message->isHidden() && m_message->message() == message)
        return nullptr;
    m_message->setClosable(!m_other);
    m_message->show(message);
    if (m_files.isEmpty())
        return nullptr;
    auto *button = m_message->addButton(m_isTurned ? tr("Show new preview") : tr("Show difference"));
    connect(button, &QPushButton::clicked, this, &Renewal::turn);
    return button;
}

feedback::Message Renewal::ownMessage() const
{
    if (m_files.isEmpty())
        return {.what = tr("%1; nothing of it changed.").arg(m_cause)};
    const auto what = tr("%1.").arg(m_cause);
    if (m_isTurned)
        return {.what = what, .more = tr("Here is what differs from the old one.")};
    const auto count = int(m_files.size());
    const auto changed = count == 1 ? tr("1 file changed") : tr("%n files changed", nullptr, count);
    return {.what = what, .more = tr("Here is the new one; %1.").arg(changed)};
}

void Renewal::turn()
{
    m_isTurned = !m_isTurned;
    if (m_isTurned)
        m_diff->showMeanwhile(tr("What differs from the old preview"), m_files);
    else
        m_diff->showOwn();
    if (auto *back = say()) // the one that was pressed is gone
        back->setFocus();
}

} // namespace slipway::diffview
