// SPDX-License-Identifier: GPL-3.0-or-later
// How the Images screen fits the window, and what of that is remembered.
#include "ui/images/imagesscreen.h"

#include "ui/images/imagestable.h"
#include "ui/images/pageheader.h"
#include "ui/images/servicedetails.h"
#include "ui/images/viewsbar.h"
#include "ui/look/type.h"

#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using look::scaled;

namespace
{

/// Widths of the window, at a 13 px font, below which something gives way.
constexpr int overlayBelow = 1240;
constexpr int fewColumnsBelow = 1040;
constexpr int fewButtonsBelow = 960;

} // namespace

void ImagesScreen::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ImagesScreen::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    arrange();
    placePane(); // the text may have got another size meanwhile
    m_clock.start();
}

void ImagesScreen::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_clock.stop();
}

/// Whoever was in the pane stays there; where it closes, goes back to the list.
void ImagesScreen::arrange()
{
    const auto *focus = window()->focusWidget();
    const bool wasInPane = focus && (focus == m_pane || m_pane->isAncestorOf(focus));
    const int width = window()->width();
    const bool isOverlay = width < scaled(overlayBelow);
    m_table->columns()->setNarrow(width < scaled(fewColumnsBelow));
    m_header->setNarrow(isOverlay, width < scaled(fewButtonsBelow));
    if (std::exchange(m_isOverlay, isOverlay) != isOverlay) {
        m_isOverlayOpen = false;
        m_pane->setLayer(isOverlay);
        if (isOverlay)
            m_pane->setParent(this);
        else
            m_splitter->addWidget(m_pane);
        placePane();
    }
    m_pane->setVisible(isPaneShown());
    placeOverlay();
    if (wasInPane && !isPaneShown())
        setFocus();
    else if (wasInPane && focus != window()->focusWidget())
        m_pane->setFocus();
    m_deeds->of(Deed::TogglePane)->setChecked(isPaneShown());
    showMainButton();
}

/// At the end edge, as high as the table, above it.
void ImagesScreen::placeOverlay()
{
    if (!m_isOverlay)
        return;
    const auto body = m_splitter->geometry();
    const int width = std::min(m_pane->sizeHint().width(), body.width());
    const QRect place(body.right() + 1 - width, body.top(), width, body.height());
    m_pane->setGeometry(style()->visualRect(layoutDirection(), body, place));
    m_pane->raise();
}

/// Beside an empty view there is nothing to tell.
bool ImagesScreen::isPaneShown() const
{
    return (m_isOverlay ? m_isOverlayOpen : m_isPaneWanted) && m_body->currentWidget() == m_table;
}

void ImagesScreen::setPaneOpen(bool isOpen)
{
    (m_isOverlay ? m_isOverlayOpen : m_isPaneWanted) = isOpen;
    arrange();
    if (isOpen && m_isOverlay)
        m_pane->setFocus();
    Q_EMIT layoutChanged();
}

/// As wide as the person made it, or as usual.
void ImagesScreen::placePane()
{
    if (m_isOverlay)
        return;
    const int width = m_paneWidth > 0 ? scaled(m_paneWidth) : m_pane->sizeHint().width();
    m_splitter->setSizes({std::max(1, m_splitter->width() - width), width});
}

QJsonObject ImagesScreen::layout() const
{
    auto layout = m_table->columns()->layout();
    layout[u"views"_s] = m_views->layout();
    layout[u"pane"_s] = m_isPaneWanted;
    if (m_paneWidth > 0)
        layout[u"paneWidth"_s] = m_paneWidth;
    return layout;
}

void ImagesScreen::restore(const QJsonObject &layout)
{
    m_table->columns()->restore(layout);
    m_views->restore(layout[u"views"_s].toObject());
    m_isPaneWanted = layout[u"pane"_s].toBool(true);
    m_paneWidth = std::clamp(layout[u"paneWidth"_s].toDouble(), 0.0, 560.0);
    placePane();
    arrange();
}

} // namespace slipway::images
