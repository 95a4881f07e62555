// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/imagestable.h"

#include "ui/images/imagesheader.h"
#include "ui/look/fading.h"
#include "ui/look/rows.h"
#include "ui/look/scheme.h"
#include "ui/look/strokes.h"
#include "ui/look/type.h"
#include "ui/words/plain.h"

#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using workspace::RowKey;

namespace
{

/// The ring of a group that the keyboard stands on.
void paintFocus(QPainter &painter, const QRect &row)
{
    for (const auto edge : {Qt::TopEdge, Qt::BottomEdge, Qt::LeftEdge, Qt::RightEdge})
        look::drawEdge(painter, row, edge, look::color(look::Token::Focus), 2);
}

} // namespace

ImagesTable::ImagesTable(ImagesProxy *rows, QWidget *parent)
    : QTreeView(parent)
    , m_rows(rows)
    , m_delegate(new ImagesDelegate(rows, this))
    , m_fading(new look::Fading(this))
{
    setModel(rows);
    setItemDelegate(m_delegate);
    m_delegate->setFading(m_fading);
    connect(rows->images(), &ImagesModel::stateChanged, this, [this](const RowKey &key) { m_changed.append(key); });
    setFrameShape(NoFrame);
    setIndentation(0);
    setRootIsDecorated(false);
    setItemsExpandable(true);
    setExpandsOnDoubleClick(false);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectRows);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setAccessibleName(tr("Images"));
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setMouseTracking(true);
    buildHeader();
    connect(&look::Scheme::current(), &look::Scheme::changed, this, &ImagesTable::dress);
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, &ImagesTable::openGroups);
    connect(m_rows, &QAbstractItemModel::modelReset, this, &ImagesTable::openGroups);
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &group) {
        m_folded.insert(m_rows->images()->groupAt(m_rows->mapToSource(group)));
    });
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &group) {
        m_folded.erase(m_rows->images()->groupAt(m_rows->mapToSource(group)));
    });
    dress();
}

void ImagesTable::buildHeader()
{
    auto *header = new ImagesHeader(this);
    setHeader(header);
    setSortingEnabled(true);
    sortByColumn(static_cast<int>(Column::State), Qt::AscendingOrder);
    m_columns = new Columns(this, m_delegate);
    m_columnActions = new ColumnActions(this, m_columns);
    connect(header, &QWidget::customContextMenuRequested, this, &ImagesTable::showColumnMenu);
}

/// Heights and widths come from the font.
void ImagesTable::dress()
{
    header()->setFixedHeight(look::height(look::Part::Header));
    m_columns->dress();
    doItemsLayout();
}

void ImagesTable::apply(const workspace::Snapshot &snapshot)
{
    const QPersistentModelIndex kept = anchor();
    const bool isAtTop = verticalScrollBar()->value() == 0;
    const int top = visualRect(kept).top();
    m_rows->images()->apply(snapshot);
    if (kept.isValid() && !isAtTop) {
        const int moved = visualRect(kept).top() - top;
        verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
    }
    const auto keys = std::exchange(m_changed, {});
    for (const auto &key : keys)
        m_fading->begin(m_rows->indexOf(key));
    viewport()->update();
}

QModelIndex ImagesTable::anchor() const
{
    const auto current = currentIndex();
    return current.isValid() && viewport()->rect().intersects(visualRect(current)) ? current : indexAt({0, 0});
}

void ImagesTable::setInterval(std::chrono::seconds interval)
{
    m_delegate->setInterval(interval);
    viewport()->update();
}

std::optional<RowKey> ImagesTable::currentKey() const
{
    const auto *row = m_rows->rowAt(currentIndex());
    return row ? std::optional{row->key} : std::nullopt;
}

void ImagesTable::setCurrentKey(const RowKey &key)
{
    if (const auto index = m_rows->indexOf(key); index.isValid())
        setCurrentIndex(index);
}

void ImagesTable::goToFirst()
{
    setCurrentIndex(m_rows->index(0, 0, m_rows->index(0, 0)));
    verticalScrollBar()->setValue(0);
}

void ImagesTable::goToLast()
{
    const auto group = m_rows->index(m_rows->rowCount() - 1, 0);
    setCurrentIndex(m_rows->index(m_rows->rowCount(group) - 1, 0, group));
}

void ImagesTable::goBy(int rows)
{
    auto index = currentIndex();
    for (int step = 0; step < std::abs(rows); ++step) {
        auto next = index;
        do
            next = rows > 0 ? indexBelow(next) : indexAbove(next);
        while (next.isValid() && !m_rows->rowAt(next) && isExpanded(next));
        if (!next.isValid())
            break;
        index = next;
    }
    if (!index.isValid())
        return goToFirst();
    setCurrentIndex(index);
}

void ImagesTable::tickCurrent()
{
    auto *images = m_rows->images();
    if (const auto key = currentKey())
        images->tick({*key}, !images->ticked().contains(*key));
}

void ImagesTable::tickAll()
{
    m_rows->images()->tick(m_rows->keys(), true);
}

void ImagesTable::openGroups()
{
    for (int group = 0; group < m_rows->rowCount(); ++group) {
        const auto index = m_rows->index(group, 0);
        if (!isExpanded(index) && !m_folded.contains(m_rows->images()->groupAt(m_rows->mapToSource(index))))
            expand(index);
    }
}

void ImagesTable::toggle(const QModelIndex &group)
{
    setExpanded(group.siblingAtColumn(0), !isExpanded(group.siblingAtColumn(0)));
}

void ImagesTable::drawRow(QPainter *painter, const QStyleOptionViewItem &options, const QModelIndex &index) const
{
    if (m_rows->rowAt(index))
        return QTreeView::drawRow(painter, options, index);
    auto whole = options;
    whole.rect.setLeft(0);
    whole.rect.setWidth(viewport()->width());
    const auto group = index.siblingAtColumn(0);
    look::paintGroupRow(*painter, whole, words::visible(group.data().toString()), m_rows->rowCount(group),
                        isExpanded(group));
    if (currentIndex().siblingAtColumn(0) == group && hasFocus() && look::keyboardLeads())
        paintFocus(*painter, whole.rect);
}

void ImagesTable::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    m_columns->fit();
}

void ImagesTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT currentKeyChanged();
}

} // namespace slipway::images
