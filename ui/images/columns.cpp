// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/columns.h"

#include "ui/images/imagesheader.h"
#include "ui/look/type.h"

#include <QJsonArray>
#include <QTreeView>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using look::scaled;

namespace
{

/// What is shown until the person says otherwise.
constexpr std::array usualColumns{Column::State, Column::Service, Column::Versions, Column::PullRequest,
                                  Column::Updated};

/// These go first where there is little room.
constexpr std::array lesserColumns{Column::Platforms, Column::Updated, Column::Policy};

/// The columns by the names under which they are remembered.
const QHash<QString, Column> &byName()
{
    static const QHash<QString, Column> columns{
        {u"state"_s, Column::State},      {u"service"_s, Column::Service}, {u"versions"_s, Column::Versions},
        {u"pull"_s, Column::PullRequest}, {u"updated"_s, Column::Updated}, {u"platforms"_s, Column::Platforms},
        {u"policy"_s, Column::Policy},
    };
    return columns;
}

} // namespace

Columns::Columns(QTreeView *table, ImagesDelegate *delegate)
    : QObject(table)
    , m_table(table)
    , m_delegate(delegate)
    , m_shown(usualColumns.begin(), usualColumns.end())
{
    auto *header = table->header();
    for (int column = 0; column < columnCount; ++column)
        header->setSectionResizeMode(column, static_cast<Column>(column) == Column::Service ? QHeaderView::Fixed
                                                                                            : QHeaderView::Interactive);
    connect(header, &QHeaderView::sectionResized, this,
            [this](int column, int, int width) { remember(column, width); });
    connect(header, &QHeaderView::sectionMoved, this, &Columns::changed);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &Columns::changed);
    dress();
}

bool Columns::isFixed(Column column)
{
    return column == Column::State || column == Column::Service || column == Column::Versions;
}

void Columns::remember(int column, int width)
{
    if (m_isFitting)
        return;
    m_widths[static_cast<Column>(column)] = width * 13 / look::textSize();
    fit();
    Q_EMIT changed();
}

int Columns::widthOf(Column column) const
{
    const auto chosen = m_widths.find(column);
    return chosen == m_widths.end() ? m_delegate->widthOf(column) : std::max(scaled(40), scaled(*chosen));
}

void Columns::dress()
{
    m_isFitting = true;
    for (int column = 0; column < columnCount; ++column)
        m_table->header()->resizeSection(column, widthOf(static_cast<Column>(column)));
    m_isFitting = false;
    showAll();
}

void Columns::show(Column column, bool isShown)
{
    if (isFixed(column) || isShown == m_shown.contains(column))
        return;
    if (isShown)
        m_shown.insert(column);
    else
        m_shown.erase(column);
    showAll();
    Q_EMIT changed();
}

void Columns::setNarrow(bool isNarrow)
{
    if (std::exchange(m_isNarrow, isNarrow) != isNarrow)
        showAll();
}

void Columns::showAll()
{
    m_isFitting = true;
    for (int column = 0; column < columnCount; ++column) {
        const auto each = static_cast<Column>(column);
        m_table->setColumnHidden(column,
                                 !m_shown.contains(each) || (m_isNarrow && std::ranges::contains(lesserColumns, each)));
    }
    m_isFitting = false;
    fit();
}

int Columns::room() const
{
    int left = m_table->viewport()->width();
    for (int column = 0; column < columnCount; ++column) {
        if (static_cast<Column>(column) != Column::Service && !m_table->isColumnHidden(column))
            left -= m_table->header()->sectionSize(column);
    }
    return left;
}

/// Before the table scrolls sideways, pull requests lose their number.
void Columns::fit()
{
    if (m_isFitting)
        return;
    m_isFitting = true;
    const int least = scaled(130);
    constexpr auto pull = static_cast<int>(Column::PullRequest);
    m_delegate->setNumberShown(true);
    m_table->header()->resizeSection(pull, widthOf(Column::PullRequest));
    if (m_isNarrow && room() < least && !m_table->isColumnHidden(pull)) {
        m_delegate->setNumberShown(false);
        m_table->header()->resizeSection(pull, m_delegate->widthOf(Column::PullRequest));
    }
    m_table->header()->resizeSection(static_cast<int>(Column::Service), std::max(least, room()));
    if (auto *header = qobject_cast<ImagesHeader *>(m_table->header()))
        header->setShortTitle(static_cast<int>(Column::PullRequest),
                              m_delegate->isNumberShown() ? QString{} : tr("PR", "a narrow column of pull requests"));
    m_isFitting = false;
}

QJsonObject Columns::layout() const
{
    QJsonArray order;
    QJsonObject widths;
    const auto *header = m_table->header();
    for (int place = 0; place < columnCount; ++place) {
        const auto column = static_cast<Column>(header->logicalIndex(place));
        if (isShown(column))
            order.append(byName().key(column));
        if (m_widths.contains(column))
            widths[byName().key(column)] = m_widths.value(column);
    }
    return {{u"columns"_s, order},
            {u"widths"_s, widths},
            {u"sort"_s, byName().key(static_cast<Column>(header->sortIndicatorSection()))},
            {u"descending"_s, header->sortIndicatorOrder() == Qt::DescendingOrder}};
}

void Columns::restore(const QJsonObject &layout)
{
    auto *header = m_table->header();
    const auto order = layout[u"columns"_s].toArray();
    if (!order.isEmpty())
        m_shown = {Column::State, Column::Service, Column::Versions};
    int place = 1; // the state stays first
    for (const auto &name : order) {
        const auto found = byName().find(name.toString());
        if (found == byName().end() || *found == Column::State || place == columnCount)
            continue;
        m_shown.insert(*found);
        header->moveSection(header->visualIndex(static_cast<int>(*found)), place++);
    }
    const auto widths = layout[u"widths"_s].toObject();
    for (auto width = widths.begin(); width != widths.end(); ++width) {
        if (byName().contains(width.key()) && width->toDouble() > 0)
            m_widths[byName()[width.key()]] = std::min(width->toDouble(), 2000.0);
    }
    const auto sorted = byName().value(layout[u"sort"_s].toString(), Column::State);
    m_table->sortByColumn(static_cast<int>(sorted),
                          layout[u"descending"_s].toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
    dress();
    Q_EMIT changed();
}

} // namespace slipway::images
