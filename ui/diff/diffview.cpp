// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffview.h"

#include "ui/look/scheme.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"

#include <QPainter>
#include <QScrollBar>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::diffview
{
namespace
{

constexpr double narrowest = 880;      ///< of the side by side view, at a 13 px font
constexpr qsizetype small = 32 * 1024; ///< bytes that are compared at once, so that nothing flickers: some 4 ms

QList<FileDiff> compareAll(const QList<workspace::FilePreview> &files, bool ignoreSpace)
{
    QList<FileDiff> compared;
    for (const auto &file : files)
        compared.append(diffOf(file, ignoreSpace));
    return compared;
}

qsizetype sizeOf(const QList<workspace::FilePreview> &files)
{
    qsizetype size = 0;
    for (const auto &file : files)
        size += file.before.size() + file.after.size();
    return size;
}

} // namespace

DiffView::DiffView(QWidget *parent)
    : QAbstractScrollArea{parent}
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Changes"));
    setProperty("pane", true);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::IBeamCursor);
    connect(&m_comparing, &QFutureWatcherBase::finished, this, [this] {
        if (!m_comparing.isCanceled())
            take(m_comparing.result());
    });
    connect(&look::Scheme::current(), &look::Scheme::changed, this, [this] { arrange(); });
}

void DiffView::setFiles(const QList<workspace::FilePreview> &files)
{
    if (m_files == files)
        return;
    m_files = files;
    if (sizeOf(m_files) > small)
        take({}); // what was here would stand below another heading
    compare();
}

void DiffView::compare()
{
    m_comparing.cancel();
    if (sizeOf(m_files) <= small)
        take(compareAll(m_files, m_ignoreSpace));
    else
        m_comparing.setFuture(QtConcurrent::run(compareAll, m_files, m_ignoreSpace));
}

void DiffView::take(QList<FileDiff> files)
{
    bool hasHidden = false;
    for (const auto &file : files)
        for (const auto &[first, last] : file.changes)
            for (auto i = first; i < last; ++i)
                hasHidden = hasHidden || hasHiddenCharacters(file.lines.at(i).text);
    m_content.setFiles(std::move(files));
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    arrange();
    m_currentChange = changeCount() > 0 ? 0 : -1;
    Q_EMIT compared(hasHidden);
    Q_EMIT currentChangeChanged(m_currentChange, changeCount());
}

void DiffView::setSideBySide(bool on)
{
    m_wantsSideBySide = on;
    arrange();
}

bool DiffView::isSideBySideShown() const
{
    return m_wantsSideBySide && width() >= look::scaled(narrowest);
}

void DiffView::setWholeDigests(bool on)
{
    m_content.arrange(viewport()->width(), isSideBySideShown(), on);
    arrange();
}

void DiffView::setIgnoreSpace(bool on)
{
    if (m_ignoreSpace == on)
        return;
    m_ignoreSpace = on;
    compare();
}

/// Keeps what is at the top where it is.
void DiffView::arrange()
{
    m_content.arrange(viewport()->width(), isSideBySideShown(), m_content.hasWholeDigests());
    m_content.matches.clear();
    auto &vertical = *verticalScrollBar();
    vertical.setRange(0, std::max(0, m_content.height() - viewport()->height()));
    vertical.setPageStep(viewport()->height());
    vertical.setSingleStep(m_content.lineHeight());
    auto &horizontal = *horizontalScrollBar();
    horizontal.setRange(0, m_content.isSideBySide() ? 0 : std::max(0, m_content.textWidth() - viewport()->width()));
    horizontal.setPageStep(viewport()->width());
    horizontal.setSingleStep(look::scaled(24));
    viewport()->update();
    updateGeometry();
    Q_EMIT arranged();
}

int DiffView::changeCount() const
{
    return int(m_content.changeRows().size());
}

void DiffView::goToChange(int change)
{
    if (change < 0 || change >= changeCount())
        return;
    m_currentChange = change;
    showChange(change);
    Q_EMIT currentChangeChanged(change, changeCount());
}

/// With the lines above it, so that a person sees where they are.
void DiffView::showChange(int change)
{
    const auto row = m_content.changeRows().at(change);
    const int above = int(contextLines + 2) * m_content.lineHeight();
    verticalScrollBar()->setValue(m_content.topOf(row) - above);
    m_content.selection = {{Position{.row = row}, Position{.row = row}}};
    viewport()->update();
}

void DiffView::setFolded(int file, bool folded)
{
    auto &files = m_content.folding().folded;
    if (folded)
        files.insert(file);
    else
        files.remove(file);
    m_content.selection.reset();
    arrange();
}

QSize DiffView::sizeHint() const
{
    const int bar = m_content.isSideBySide() || m_content.textWidth() <= viewport()->width()
                        ? 0
                        : horizontalScrollBar()->sizeHint().height();
    return {look::scaled(640), m_content.height() + bar + 1};
}

int DiffView::contentHeight() const
{
    return m_content.height();
}

void DiffView::paintEvent(QPaintEvent *event)
{
    QPainter painter{viewport()};
    painter.translate(0, -verticalScrollBar()->value());
    m_content.paint(painter, event->rect().translated(0, verticalScrollBar()->value()), horizontalScrollBar()->value(),
                    hasFocus());
}

void DiffView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    arrange();
}

void DiffView::scrollContentsBy(int, int)
{
    viewport()->update();
}

void DiffView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
}

} // namespace slipway::diffview
