// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/actions.h"
#include "ui/images/copying.h"
#include "ui/images/imagesactions.h"
#include "ui/images/imagesproxy.h"

#include <QJsonObject>
#include <QTimer>
#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace slipway::feedback
{
class EmptyState;
}
namespace slipway::images
{

class ImagesTable;
class PageHeader;
class ProblemBar;
class ServiceDetails;
class TickBar;
class ViewsBar;

/// Where every image stands. Shows a snapshot, asks for details, and says what the person wants; it changes nothing
/// itself.
class ImagesScreen final : public QWidget
{
    Q_OBJECT

public:
    /// `now` is the clock that ages are counted with.
    ImagesScreen(workspace::Actions actions, std::function<QDateTime()> now, QWidget *parent = nullptr);

    void apply(const workspace::Snapshot &snapshot);
    /// A refresh is under way: `done` of `all` images; 0 of 0 while it is not known how many.
    void showProgress(int done, int all);
    void endProgress();
    /// How often rows are asked for: what is much older is shown as old.
    void setInterval(std::chrono::seconds interval);

    void select(const workspace::RowKey &key);
    [[nodiscard]] std::optional<workspace::RowKey> selected() const;
    void setFilter(const QString &text);
    void choose(View view);

    /// The rows as they are shown.
    [[nodiscard]] QByteArray exported(Format format) const;
    /// What went wrong with what the person did here, until the next problem or until it is closed.
    void showError(const Error &error);

    /// All that was asked for is here.
    [[nodiscard]] bool isSettled() const;

    [[nodiscard]] const ImagesActions &deeds() const { return *m_deeds; }

    /// Columns, sort order, view and widths, as the window remembers them for each workspace.
    [[nodiscard]] QJsonObject layout() const;
    void restore(const QJsonObject &layout);

Q_SIGNALS:
    void review(const QList<slipway::workspace::RowKey> &keys);
    void openPullRequest(const QList<slipway::workspace::RowKey> &keys);
    void hold(const slipway::workspace::RowKey &key);
    void ignore(const slipway::workspace::RowKey &key);
    void pin(const slipway::workspace::RowKey &key);
    void level(const slipway::workspace::RowKey &key);
    void linkActivated(const QString &url);
    void layoutChanged();
    /// Other actions than before belong to the screen.
    void actionsChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildBody();
    void connectParts();
    void bindRowDeeds();
    void bindListDeeds();

    void chooseFirst();
    void showBody();
    void showEmptiness();
    void showDetails();
    void showTicks();
    void judgeDeeds();
    void showMainButton();
    void help();
    void escape();
    void openContextMenu(QPoint at);
    void copy(bool asMarkdown);
    void tellRow(void (ImagesScreen::*signal)(const workspace::RowKey &));

    void arrange();
    void setPaneOpen(bool isOpen);
    void placeOverlay();
    void placePane();
    [[nodiscard]] bool isPaneShown() const;

    [[nodiscard]] QList<workspace::RowKey> chosenKeys() const;
    [[nodiscard]] QList<const workspace::Row *> chosenRows() const;
    [[nodiscard]] QList<workspace::RowKey> awaiting() const;

    workspace::Actions m_actions;
    std::function<QDateTime()> m_now;
    ImagesActions *m_deeds;
    ImagesModel *m_model;
    ImagesProxy *m_rows;

    PageHeader *m_header = nullptr;
    ViewsBar *m_views = nullptr;
    ProblemBar *m_problem = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_body = nullptr;
    ImagesTable *m_table = nullptr;
    feedback::EmptyState *m_empty = nullptr;
    ServiceDetails *m_pane = nullptr;
    TickBar *m_ticks = nullptr;

    QTimer m_clock;
    bool m_isRefreshing = false;
    bool m_isOverlay = true; ///< the window is narrow: the pane lies over the table when it is opened
    bool m_isPaneWanted = true;
    double m_paneWidth = 0; ///< that the person chose, at a 13 px font; 0: the usual
    bool m_isOverlayOpen = false;
    std::optional<workspace::RowKey> m_first = {}; ///< what was selected while not all rows had been asked for
    bool m_hasChosen = false;                      ///< a row was selected for good
};

} // namespace slipway::images
