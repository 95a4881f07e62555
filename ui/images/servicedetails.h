// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/actions.h"
#include "ui/images/imagesactions.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;
class QTabBar;
class QToolButton;

namespace slipway::look
{
class Label;
}

namespace slipway::images
{

class LinesList;
class OverviewPage;

/// The details pane: one row, from all sides. What is not in the row is asked for when the pane is looked at.
class ServiceDetails final : public QWidget
{
    Q_OBJECT

public:
    using Ask = decltype(workspace::Actions::details);

    ServiceDetails(const ImagesActions *actions, Ask ask, QWidget *parent = nullptr);
    ~ServiceDetails() override;

    /// A row that is shown already changes in place: the tab, the scroll position and the unfolded commits stay.
    void show(const workspace::Row &row, const workspace::Snapshot &snapshot, const QDateTime &now);
    void showNothing();
    void showCommits();

    /// Nothing is being asked for.
    [[nodiscard]] bool isSettled() const { return !m_wait.isActive() && !m_isAsking; }

    /// It lies over the table, and draws the line between them itself.
    void setLayer(bool isLayer);

    /// Whether its next step may be the filled button of the window.
    void setLeading(bool isLeading);
    [[nodiscard]] bool hasMainButton() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linkActivated(const QString &url);

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QWidget *buildTitle(const ImagesActions *actions);
    [[nodiscard]] QWidget *buildTabs();
    void fill();
    void fillLists();
    void askAgain();
    void arrived(const Result<workspace::Details> &details);

    Ask m_ask;
    std::optional<workspace::Row> m_row;
    QDateTime m_now;
    std::optional<workspace::Details> m_details;
    QString m_problem; ///< why there are no details
    bool m_isAsked = false;
    bool m_isAsking = false;
    bool m_isLayer = false;
    QTimer m_wait; ///< who walks through the list asks for the rows where they stay
    std::stop_source m_asking;

    look::Label *m_title;
    look::Label *m_reference;
    QToolButton *m_copy = nullptr;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    OverviewPage *m_overview;
    LinesList *m_versions;
    LinesList *m_labels;
};

} // namespace slipway::images
