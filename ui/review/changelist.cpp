// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/changelist.h"

#include "ui/look/palette.h"
#include "ui/look/scheme.h"
#include "ui/look/theme.h"
#include "ui/review/changedelegate.h"
#include "ui/words/plain.h"
#include "ui/words/states.h"

#include <QAction>
#include <QScopedValueRollback>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::review
{
namespace
{

using look::Token;

/// For a screen reader. What is done has no state any more; how it ended stands in the detail.
QString sentenceOf(const Change &change)
{
    QStringList parts{change.name};
    if (change.stage == workspace::PullRequest::Stage::Open)
        parts.append(words::word(change.state).toLower());
    parts.append(change.detail);
    return parts.join(u", "_s);
}

bool fits(const Change &change, const QString &filter)
{
    return filter.isEmpty() || change.name.contains(filter, Qt::CaseInsensitive) ||
           change.detail.contains(filter, Qt::CaseInsensitive);
}

} // namespace

void ChangeListModel::show(const QList<Change> &changes, const QString &filter)
{
    QList<Entry> entries;
    qsizetype heading = -1;
    for (const auto &change : changes) {
        if (!fits(change, filter))
            continue;
        if (heading < 0 || entries.at(heading).key.group != change.key.group) {
            heading = entries.size();
            entries.emplaceBack().key.group = change.key.group;
        }
        ++entries[heading].count;
        entries.append({.key = {change.key.group, true, change.key}, .change = change});
    }
    apply(entries);
}

QVariant ChangeListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &entry = at(index);
    if (role == Qt::DisplayRole)
        return entry.change ? entry.change->name : groupName(entry.key.group);
    if (role == Qt::ToolTipRole && entry.change)
        return words::tooltip(words::visible(entry.change->name + u'\n' + entry.change->detail));
    if (role == Qt::AccessibleTextRole && entry.change)
        return sentenceOf(*entry.change);
    return {};
}

Qt::ItemFlags ChangeListModel::flags(const QModelIndex &index) const
{
    return index.isValid() && at(index).change ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

ChangeList::ChangeList(QWidget *parent)
    : QListView{parent}
{
    addKeys();
    setModel(&m_model);
    setItemDelegate(new ChangeDelegate{m_model, this});
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setAccessibleName(tr("Changes"));
    setProperty("pane", true);
    look::keepSurface(viewport(), Token::Base);
    connect(&look::Scheme::current(), &look::Scheme::changed, this, &QListView::doItemsLayout);
}

void ChangeList::show(const QList<Change> &changes)
{
    const auto *before = current();
    const auto chosen = before ? before->id() : QString{};
    m_changes = changes;
    update(chosen);
}

void ChangeList::setFilter(const QString &filter)
{
    const auto *before = current();
    const auto chosen = before ? before->id() : QString{};
    m_filter = filter.trimmed();
    update(chosen);
}

/// Rows that come and go move the current one from one to the next: only where that ends is told.
void ChangeList::update(const QString &chosenBefore)
{
    {
        const QScopedValueRollback updating{m_isUpdating, true};
        takeIn(chosenBefore);
    }
    if ((current() ? current()->id() : QString{}) != chosenBefore)
        Q_EMIT chosen();
}

/// What was chosen stays chosen, also where it came into another group; else the first change is.
void ChangeList::takeIn(const QString &chosen)
{
    std::erase_if(m_model.ticked, [this](const QString &id) {
        return std::ranges::none_of(m_changes, [&](const Change &change) { return change.id() == id; });
    });
    const auto awaited = std::exchange(m_awaited, {});
    m_model.show(m_changes, m_filter);
    allow();
    if (!awaited.isEmpty() && select(awaited))
        return;
    const auto *now = current();
    if (!now || (!chosen.isEmpty() && now->id() != chosen))
        select(chosen);
    if (!current() && m_model.rowCount() > 1)
        setCurrentIndex(m_model.index(1, 0));
    m_awaited = awaited;
}

const Change *ChangeList::current() const
{
    const auto index = currentIndex();
    return index.isValid() && m_model.at(index).change ? &*m_model.at(index).change : nullptr;
}

void ChangeList::choose(const QString &id)
{
    if (!select(id))
        m_awaited = id;
}

bool ChangeList::select(const QString &id)
{
    const auto &rows = m_model.rows();
    const auto found =
        std::ranges::find_if(rows, [&](const Entry &entry) { return entry.change && entry.change->id() == id; });
    if (found == rows.end())
        return false;
    setCurrentIndex(m_model.index(int(found - rows.begin()), 0));
    return true;
}

QList<workspace::RowKey> ChangeList::ticked() const
{
    QList<workspace::RowKey> keys;
    for (const auto &change : m_changes)
        if (m_model.ticked.contains(change.id()))
            keys += change.rows;
    if (keys.isEmpty())
        if (const auto *change = current(); change && change->pullRequest == 0)
            keys = change->rows;
    return keys;
}

bool ChangeList::isEmpty() const
{
    return m_model.rowCount() == 0;
}

void ChangeList::currentChanged(const QModelIndex &now, const QModelIndex &before)
{
    QListView::currentChanged(now, before);
    m_awaited.clear();
    allow();
    if (!m_isUpdating)
        Q_EMIT chosen();
}

/// The first change on the way; headings cannot be chosen.
void ChangeList::chooseFrom(int row, int step)
{
    for (; row >= 0 && row < m_model.rowCount(); row += step) {
        if (m_model.rows().at(row).change)
            return setCurrentIndex(m_model.index(row, 0));
    }
}

void ChangeList::addKeys()
{
    const auto add = [this](const char *name, const QString &text, const QList<QKeySequence> &keys, const auto &deed) {
        auto *action = new QAction{text, this};
        action->setObjectName(QLatin1StringView{name});
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, deed);
        addAction(action);
        return action;
    };
    m_tick = add("review.tick", tr("Tick"), {Qt::Key_Space}, &ChangeList::tickCurrent);
    m_untick = add("review.untick", tr("Clear ticks"), {Qt::Key_Escape}, &ChangeList::untickAll);
    add("review.nextRow", tr("Next row"), {Qt::Key_J}, [this] { chooseFrom(currentIndex().row() + 1, 1); });
    add("review.previousRow", tr("Previous row"), {Qt::Key_K}, [this] { chooseFrom(currentIndex().row() - 1, -1); });
    add("review.firstRow", tr("First row"), {Qt::Key_G, Qt::Key_Home}, [this] { chooseFrom(0, 1); });
    add("review.lastRow", tr("Last row"), {Qt::SHIFT | Qt::Key_G, Qt::Key_End},
        [this] { chooseFrom(m_model.rowCount() - 1, -1); });
    allow();
}

void ChangeList::tickCurrent()
{
    const auto id = current()->id();
    if (!m_model.ticked.erase(id))
        m_model.ticked.insert(id);
    allow();
    viewport()->update();
}

void ChangeList::untickAll()
{
    m_model.ticked.clear();
    allow();
    viewport()->update();
}

void ChangeList::allow()
{
    const auto *change = current();
    m_tick->setEnabled(change && change->pullRequest == 0 && !change->rows.isEmpty());
    m_untick->setEnabled(!m_model.ticked.empty());
}

} // namespace slipway::review
