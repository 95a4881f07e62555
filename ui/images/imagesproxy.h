// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/filter/query.h"
#include "ui/images/imagesmodel.h"

#include <QHash>
#include <QSortFilterProxyModel>

#include <compare>
#include <optional>

namespace slipway::images
{

/// The ready-made answers to "which rows matter now?".
enum class View { All, NeedsUpdate, Failing, AwaitingMe };
inline constexpr int viewCount = static_cast<int>(View::AwaitingMe) + 1;

[[nodiscard]] bool belongsTo(View view, workspace::State state);
[[nodiscard]] QString viewName(View view);

/// The keys of the filter field: service, repo, registry, status, tag, policy, project.
[[nodiscard]] const QList<filter::Key> &filterKeys();
/// What a row has to say to such a key.
[[nodiscard]] QStringList filterTexts(const workspace::Row &row, const QString &key);

/// What the person sees of the rows, in the order of need: groups by their worst row, rows by state, then the newest
/// pull request, then file and line. Another column's order is within the groups.
class ImagesProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ImagesProxy(ImagesModel *model, QObject *parent = nullptr);

    void setView(View view);
    void setQuery(const filter::Query &query);

    [[nodiscard]] View view() const { return m_view; }
    [[nodiscard]] const filter::Query &query() const { return m_query; }
    [[nodiscard]] ImagesModel *images() const { return m_images; }

    /// Null for a group.
    [[nodiscard]] const workspace::Row *rowAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const workspace::RowKey &key) const;
    /// The rows that are shown, in their order.
    [[nodiscard]] QList<workspace::RowKey> keys() const;

    void sort(int column, Qt::SortOrder order) override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    /// What a row is sorted by, besides what it holds itself; made when first wanted.
    struct SortKey
    {
        std::optional<QString> text;
        std::optional<int> pullRequest;
    };

    /// By what stands in the column.
    [[nodiscard]] std::strong_ordering byColumn(Column column, const workspace::Row &left,
                                                const workspace::Row &right) const;
    [[nodiscard]] std::strong_ordering byNeed(const workspace::Row &left, const workspace::Row &right) const;
    [[nodiscard]] QString sortText(const workspace::Row &row, Column column) const;
    [[nodiscard]] int sortNumber(const workspace::Row &row) const;

    ImagesModel *m_images;
    View m_view = View::All;
    filter::Query m_query;
    mutable std::optional<QHash<const workspace::Row *, SortKey>> m_sortKeys; ///< kept while sort() runs
};

} // namespace slipway::images
