// SPDX-License-Identifier: GPL-3.0-or-later
// What happens when a deed of the Images screen is done.
#include "ui/images/copying.h"
#include "ui/images/imagesscreen.h"
#include "ui/images/imagestable.h"
#include "ui/images/overview.h"
#include "ui/images/servicedetails.h"
#include "ui/images/tickbar.h"
#include "ui/images/viewsbar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace slipway::images
{

using workspace::Row;
using workspace::RowKey;

void ImagesScreen::tellRow(void (ImagesScreen::*signal)(const RowKey &))
{
    if (const auto key = m_table->currentKey())
        Q_EMIT(this->*signal)(*key);
}

void ImagesScreen::bindRowDeeds()
{
    const auto on = [this](Deed deed, auto &&deal) { connect(m_deeds->of(deed), &QAction::triggered, this, deal); };
    const auto onRow = [&](Deed deed, auto &&deal) {
        on(deed, [this, deal] {
            const auto key = m_table->currentKey();
            if (const auto *row = key ? m_model->snapshot().find(*key) : nullptr)
                deal(*row);
        });
    };
    onRow(Deed::Review, [this](const Row &row) { Q_EMIT review({row.key}); });
    on(Deed::OpenPullRequest, [this] {
        if (const auto keys = chosenKeys(); !keys.isEmpty())
            Q_EMIT openPullRequest(keys);
    });
    on(Deed::Hold, [this] { tellRow(&ImagesScreen::hold); });
    on(Deed::Ignore, [this] { tellRow(&ImagesScreen::ignore); });
    on(Deed::Pin, [this] { tellRow(&ImagesScreen::pin); });
    on(Deed::Level, [this] { tellRow(&ImagesScreen::level); });
    onRow(Deed::CheckOne, [this](const Row &row) { m_actions.checkOne(row.key); });
    onRow(Deed::OpenPage, [this](const Row &row) { Q_EMIT linkActivated(webPage(row)); });
    onRow(Deed::OpenSource, [this](const Row &row) { Q_EMIT linkActivated(sourcePage(row)); });
    onRow(Deed::OpenPull, [this](const Row &row) {
        if (const auto *open = m_model->snapshot().openFor(row))
            Q_EMIT linkActivated(open->url);
    });
    onRow(Deed::CopyReference, [](const Row &row) { QGuiApplication::clipboard()->setText(referenceText(row)); });
    onRow(Deed::CopyName, [](const Row &row) { QGuiApplication::clipboard()->setText(row.key.service); });
    on(Deed::ShowCommits, [this] {
        setPaneOpen(true);
        m_pane->showCommits();
    });
    on(Deed::Copy, [this] { copy(false); });
    on(Deed::CopyMarkdown, [this] { copy(true); });
}

void ImagesScreen::bindListDeeds()
{
    const auto on = [this](Deed deed, auto &&deal) { connect(m_deeds->of(deed), &QAction::triggered, this, deal); };
    on(Deed::Tick, [this] { m_table->tickCurrent(); });
    on(Deed::TickAll, [this] { m_table->tickAll(); });
    on(Deed::Untick, [this] { escape(); });
    on(Deed::Down, [this] { m_table->goBy(1); });
    on(Deed::Up, [this] { m_table->goBy(-1); });
    on(Deed::First, [this] { m_table->goToFirst(); });
    on(Deed::Last, [this] { m_table->goToLast(); });
    on(Deed::Find, [this] { m_views->enterFilter(); });
    on(Deed::TogglePane, [this] { setPaneOpen(!isPaneShown()); });
    connect(m_table, &ImagesTable::opened, this, [this] {
        if (m_deeds->of(Deed::Review)->isEnabled())
            m_deeds->of(Deed::Review)->trigger();
        else
            setPaneOpen(true);
    });
}

/// What lies on top goes first.
void ImagesScreen::escape()
{
    if (m_isOverlay && m_isOverlayOpen)
        setPaneOpen(false);
    else
        m_model->untickAll();
}

void ImagesScreen::showTicks()
{
    const auto count = static_cast<int>(m_model->ticked().size());
    m_ticks->show(count, reasonAgainstTicked(m_model->snapshot()));
    judgeDeeds();
    showMainButton();
}

void ImagesScreen::judgeDeeds()
{
    const auto key = m_table->currentKey();
    m_deeds->judge(key ? m_model->snapshot().find(*key) : nullptr, m_model->snapshot(), !m_model->ticked().empty());
}

/// The ticked rows in the order in which they stand, those that a filter hides last; else the current one.
QList<RowKey> ImagesScreen::chosenKeys() const
{
    auto ticked = m_model->ticked();
    if (ticked.empty()) {
        const auto key = m_table->currentKey();
        return key ? QList{*key} : QList<RowKey>{};
    }
    auto keys = m_rows->keys();
    keys.removeIf([&](const RowKey &key) { return ticked.erase(key) == 0; });
    keys.append(QList<RowKey>(ticked.begin(), ticked.end()));
    return keys;
}

QList<const Row *> ImagesScreen::chosenRows() const
{
    QList<const Row *> rows;
    const auto keys = chosenKeys();
    for (const auto &key : keys)
        rows.append(m_model->snapshot().find(key));
    return rows;
}

void ImagesScreen::copy(bool asMarkdown)
{
    const auto rows = chosenRows();
    if (rows.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(asMarkdown ? copiedAsMarkdown(rows, m_model->snapshot(), m_model->now())
                                                     : copied(rows, m_model->snapshot(), m_model->now()));
}

QByteArray ImagesScreen::exported(Format format) const
{
    QList<const Row *> rows;
    const auto keys = m_rows->keys();
    for (const auto &key : keys)
        rows.append(m_model->snapshot().find(key));
    return images::exported(format, rows, m_model->snapshot(), m_model->now());
}

void ImagesScreen::openContextMenu(QPoint at)
{
    if (!m_table->currentKey())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto actions = m_deeds->rowMenu();
    for (auto *action : actions) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

} // namespace slipway::images
