// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the Review screen.
#include "ui/look/actionbutton.h"
#include "ui/review/changelist.h"
#include "ui/review/changepage.h"
#include "ui/review/reviewscreen.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace slipway::review
{

void ReviewScreen::addActions()
{
    const auto add = [this](const char *id, const QString &text, const QKeySequence &key, const QString &icon) {
        auto *action = look::makeAction(QLatin1StringView{id}, text, icon, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        return action;
    };
    m_open = add("review.open", tr("Open pull request…"), Qt::Key_P, u"pull-request"_s);
    connect(m_open, &QAction::triggered, this, [this] {
        if (const auto rows = m_list->ticked(); !rows.isEmpty())
            Q_EMIT openRequested(rows);
    });
    m_edit = add("review.edit", tr("Edit pull request…"), Qt::Key_E, u"edit"_s);
    connect(m_edit, &QAction::triggered, this, [this] {
        if (const auto *change = m_list->current())
            Q_EMIT openRequested(change->rows);
    });
    m_closeAction = add("review.close", tr("Close pull request…"), Qt::Key_X, u"close"_s);
    connect(m_closeAction, &QAction::triggered, this, &ReviewScreen::askToClose);
    m_browse = add("review.browse", tr("Open in browser"), Qt::Key_O, u"external"_s);
    connect(m_browse, &QAction::triggered, this, [this] {
        if (const auto *change = m_list->current(); change && m_snapshot.find(change->pullRequest))
            Q_EMIT pageRequested(m_snapshot.find(change->pullRequest)->url);
    });
    QWidget::addActions(m_page->diffActions());
    m_find = add("review.filter", tr("Filter changes"), Qt::Key_Slash, u"filter"_s);
    connect(add("review.refresh", tr("Refresh"), Qt::Key_R, u"refresh"_s), &QAction::triggered, this, [this] {
        m_previewed.clear();
        m_actions.checkNow();
        showCurrent();
    });
}

/// Of the change that is chosen: its name, or its name and what it does.
void ReviewScreen::addCopying()
{
    const auto add = [this](const QString &id, const QString &text, const QKeySequence &key, bool isWhole) {
        auto *action = look::makeAction(id, text, u"copy"_s, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut); // beside it the diff copies
        m_list->addAction(action);
        connect(action, &QAction::triggered, this, [this, isWhole] {
            const auto *change = m_list->current();
            if (!change)
                return;
            QGuiApplication::clipboard()->setText(isWhole ? change->name + u'\t' + change->detail : change->name);
            Q_EMIT copied(change->name);
        });
        return action;
    };
    m_copying = {add(u"review.copy"_s, tr("Copy"), QKeySequence{Qt::CTRL | Qt::Key_C}, true),
                 add(u"review.copyName"_s, tr("Copy name"), QKeySequence{Qt::Key_Y}, false)};
}

void ReviewScreen::openMenu(QPoint at)
{
    auto *menu = new QMenu{this};
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_open, m_edit, m_closeAction});
    menu->addSeparator();
    menu->addAction(m_browse);
    menu->addActions(m_copying);
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

QString ReviewScreen::reasonAgainstSending() const
{
    return m_snapshot.offlineSince.isValid() ? tr("You are offline: nothing can be sent now.") : QString{};
}

/// What can be done with the change that is chosen, and with those that are ticked.
void ReviewScreen::judgeDeeds(const Change *change)
{
    const bool isPullRequest = change && change->pullRequest > 0;
    const bool isOpen = isPullRequest && change->stage == workspace::PullRequest::Stage::Open;
    const auto against = [offline = reasonAgainstSending()](bool isGood, const QString &otherwise) {
        return !offline.isEmpty() ? offline : isGood ? QString{} : otherwise;
    };
    const auto againstOpening = against(!m_list->ticked().isEmpty(), tr("Choose an update that is not opened yet."));
    look::allow(m_open, againstOpening);
    look::allow(m_openButton, againstOpening);
    look::allow(m_closeAction, against(isOpen, tr("Choose an open pull request.")));
    look::allow(m_edit,
                against(isOpen && !change->rows.isEmpty(), tr("Choose an open pull request that updates an image.")));
    look::allow(m_browse, isPullRequest ? QString{} : tr("It has no page yet."));
    for (auto *each : QList{m_edit, m_closeAction, m_browse} + m_copying)
        each->setProperty("object", change ? change->name : QString{}); // for the command palette
}

} // namespace slipway::review
