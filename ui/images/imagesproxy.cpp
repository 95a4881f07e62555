// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/imagesproxy.h"

#include "ui/images/policywords.h"
#include "ui/images/reasons.h"
#include "ui/images/text.h"
#include "ui/images/versions.h"

using namespace Qt::StringLiterals;

namespace slipway::images
{

using workspace::Row;
using workspace::RowKey;
using workspace::State;

namespace
{

/// What a person may type for a state.
QStringList statusNames(State state)
{
    switch (state) {
    case State::Failed: return {u"failed"_s};
    case State::Blocked: return {u"blocked"_s};
    case State::UpdateReady: return {u"ready"_s, u"update-ready"_s};
    case State::InProgress: return {u"progress"_s, u"in-progress"_s};
    case State::Behind: return {u"behind"_s};
    case State::Held: return {u"held"_s};
    case State::Unknown: return {u"unknown"_s};
    case State::Checking: return {u"checking"_s};
    case State::NotChecked: return {u"not-checked"_s};
    case State::UpToDate: return {u"current"_s, u"up-to-date"_s};
    }
    return {};
}

QStringList allStatusNames()
{
    QStringList names;
    for (int state = 0; state <= static_cast<int>(State::UpToDate); ++state)
        names.append(statusNames(static_cast<State>(state)));
    return names;
}

QStringList tagsOf(const Row &row)
{
    const auto pair = versionPair(row);
    return {pair.from.tag, pair.to ? pair.to->tag : QString{}};
}

/// The number of the pull request that a row is ordered by; 0 without one.
int numberOf(const Row &row, const workspace::Snapshot &snapshot)
{
    const auto *pull = pullRequestOf(row, snapshot);
    return pull ? pull->number : 0;
}

QString textIn(Column column, const Row &row)
{
    switch (column) {
    case Column::Service: return row.key.service;
    case Column::Versions: return text(versionPair(row));
    case Column::Platforms: return platformNames(row.platforms);
    case Column::Policy: return policyInWords(row.policy);
    default: return {};
    }
}

} // namespace

bool belongsTo(View view, State state)
{
    switch (view) {
    case View::All: return true;
    case View::NeedsUpdate:
        return state == State::Blocked || state == State::UpdateReady || state == State::InProgress ||
               state == State::Behind;
    case View::Failing: return state == State::Failed;
    case View::AwaitingMe: return state == State::Blocked || state == State::UpdateReady;
    }
    return false;
}

QString viewName(View view)
{
    switch (view) {
    case View::All: return Text::tr("All");
    case View::NeedsUpdate: return Text::tr("Needs update");
    case View::Failing: return Text::tr("Failing");
    case View::AwaitingMe: return Text::tr("Awaiting me");
    }
    return {};
}

const QList<filter::Key> &filterKeys()
{
    static const QList<filter::Key> keys{
        {.name = u"service"_s},
        {.name = u"repo"_s},
        {.name = u"registry"_s},
        {.name = u"status"_s, .values = allStatusNames()},
        {.name = u"tag"_s, .isWhole = true},
        {.name = u"policy"_s},
        {.name = u"project"_s},
    };
    return keys;
}

QStringList filterTexts(const Row &row, const QString &key)
{
    if (key == "service"_L1)
        return {row.key.service};
    if (key == "repo"_L1)
        return {row.image.repository.path};
    if (key == "registry"_L1)
        return {row.image.repository.registry};
    if (key == "status"_L1)
        return statusNames(row.state);
    if (key == "tag"_L1)
        return tagsOf(row);
    if (key == "policy"_L1)
        return {policyInWords(row.policy)};
    if (key == "project"_L1)
        return {row.key.project};
    return {row.key.service, slipway::text(row.image.repository)};
}

ImagesProxy::ImagesProxy(ImagesModel *model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_images(model)
{
    setSourceModel(model);
    setRecursiveFilteringEnabled(true);
    setDynamicSortFilter(true);
    sort(static_cast<int>(Column::State), Qt::AscendingOrder);
}

void ImagesProxy::setView(View view)
{
    if (std::exchange(m_view, view) != view)
        invalidateRowsFilter();
}

void ImagesProxy::setQuery(const filter::Query &query)
{
    if (std::exchange(m_query, query).terms != query.terms)
        invalidateRowsFilter();
}

const Row *ImagesProxy::rowAt(const QModelIndex &index) const
{
    return m_images->rowAt(mapToSource(index));
}

QModelIndex ImagesProxy::indexOf(const RowKey &key) const
{
    return mapFromSource(m_images->indexOf(key));
}

QList<RowKey> ImagesProxy::keys() const
{
    QList<RowKey> keys;
    for (int group = 0; group < rowCount(); ++group) {
        const auto parent = index(group, 0);
        for (int row = 0; row < rowCount(parent); ++row)
            keys.append(rowAt(index(row, 0, parent))->key);
    }
    return keys;
}

/// A group is there while one of its rows is.
bool ImagesProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto *image = m_images->rowAt(m_images->index(row, 0, parent));
    return image && belongsTo(m_view, image->state) &&
           filter::accepts(m_query, filterKeys(), [image](const QString &key) { return filterTexts(*image, key); });
}

bool ImagesProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto *one = m_images->rowAt(left);
    const auto *other = m_images->rowAt(right);
    const bool isTurned = sortOrder() == Qt::DescendingOrder;
    if (!one || !other) { // groups stay in the order of need
        const auto order = m_images->worstAt(left) != m_images->worstAt(right)
                               ? m_images->worstAt(left) <=> m_images->worstAt(right)
                               : left.row() <=> right.row();
        return isTurned ? order > 0 : order < 0;
    }
    const auto column = static_cast<Column>(std::max(0, sortColumn()));
    if (const auto order = byColumn(column, *one, *other); order != 0)
        return order < 0;
    const auto need = byNeed(*one, *other); // where they are equal there
    return isTurned && column != Column::State ? need > 0 : need < 0;
}

std::strong_ordering ImagesProxy::byColumn(Column column, const Row &left, const Row &right) const
{
    switch (column) {
    case Column::State: return std::strong_ordering::equal;
    case Column::PullRequest: return sortNumber(right) <=> sortNumber(left);
    case Column::Updated:
        return updatedAt(right).toMSecsSinceEpoch() <=> updatedAt(left).toMSecsSinceEpoch(); // the newest first
    default: return QString::localeAwareCompare(sortText(left, column), sortText(right, column)) <=> 0;
    }
}

std::strong_ordering ImagesProxy::byNeed(const Row &left, const Row &right) const
{
    if (left.state != right.state)
        return left.state <=> right.state;
    if (const auto order = sortNumber(right) <=> sortNumber(left); order != 0)
        return order;
    if (left.key.project != right.key.project)
        return left.key.project <=> right.key.project;
    return left.line != right.line ? left.line <=> right.line : left.key <=> right.key;
}

/// All rows: every one of them is compared with several others.
void ImagesProxy::sort(int column, Qt::SortOrder order)
{
    m_sortKeys.emplace();
    QSortFilterProxyModel::sort(column, order);
    m_sortKeys.reset();
}

QString ImagesProxy::sortText(const Row &row, Column column) const
{
    if (!m_sortKeys)
        return textIn(column, row);
    auto &text = (*m_sortKeys)[&row].text;
    if (!text)
        text = textIn(column, row);
    return *text;
}

int ImagesProxy::sortNumber(const Row &row) const
{
    if (!m_sortKeys)
        return numberOf(row, m_images->snapshot());
    auto &number = (*m_sortKeys)[&row].pullRequest;
    if (!number)
        number = numberOf(row, m_images->snapshot());
    return *number;
}

} // namespace slipway::images
