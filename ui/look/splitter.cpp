// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/splitter.h"

namespace slipway::look
{

namespace
{

/// QSplitter lets a thin handle be taken by its margins; its own resizeEvent(), whose place this takes, gives it two.
class Handle final : public QSplitterHandle
{
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        constexpr int reach = 3;
        const bool isUpright = orientation() == Qt::Horizontal;
        setContentsMargins(isUpright ? reach : 0, isUpright ? 0 : reach, isUpright ? reach : 0, isUpright ? 0 : reach);
        setAttribute(Qt::WA_MouseNoMask);
        setMask(QRegion(contentsRect()));
        QWidget::resizeEvent(event); // NOLINT(bugprone-parent-virtual-call)
    }
};

} // namespace

Splitter::Splitter(Qt::Orientation orientation, QWidget *parent)
    : QSplitter(orientation, parent)
{
    setChildrenCollapsible(false);
    setHandleWidth(1);
}

QSplitterHandle *Splitter::createHandle()
{
    return new Handle(orientation(), this);
}

} // namespace slipway::look
