// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/actions.h"
#include "ui/review/summary.h"

#include <QWidget>

#include <optional>
#include <stop_token>

class QLineEdit;
class QSettings;
class QStackedWidget;
class QAbstractButton;
class QAction;

namespace slipway::feedback
{
class EmptyState;
}
namespace slipway::look
{
class Label;
}

namespace slipway::review
{

class ChangeBox;
class ChangeList;
class ChangePage;
class Notice;
class OrderButton;

/// What waits for a person, what is under way, what was done today; and of one of them all that there is to know, with
/// the exact diff.
class ReviewScreen final : public QWidget
{
    Q_OBJECT

public:
    /// Of the actions it calls reviewPullRequest, draftUpdate, closePullRequest, checkNow and
    /// dismissInterruptions.
    ReviewScreen(workspace::Actions actions, QSettings &settings, QWidget *parent = nullptr);
    ~ReviewScreen() override;

    void show(const workspace::Snapshot &snapshot, const QDateTime &now);
    /// Chooses the change that carries a row, or a pull request.
    void choose(const workspace::RowKey &key);
    void choosePullRequest(int number);
    /// A deed of the person's failed; `again` does it once more.
    void showError(const Error &error, std::function<void()> again);
    [[nodiscard]] int awaiting() const;
    [[nodiscard]] bool isSettled() const; ///< the preview of what is chosen is there, or why there is none

    using QWidget::show;

Q_SIGNALS:
    /// A person wants to open a pull request for these.
    void openRequested(const QList<workspace::RowKey> &rows);
    void pageRequested(const QString &url);
    void copied(const QString &what);
    void closed(int pullRequest);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    /// The last preview that was shown, and what it was for.
    struct ShownPreview
    {
        QString change;
        QString base; ///< where the branch it goes into stood
        QString head; ///< of its pull request
        workspace::Preview preview;
    };

    void build();
    QWidget *makeHeader();
    QWidget *makeList();
    void addActions();
    void addCopying();
    void openMenu(QPoint at);
    void listChanges();
    void showCurrent();
    void preview(const Change &change);
    void tellPreview(const workspace::Preview &preview);
    [[nodiscard]] QString causeOfNew(const Change &change, const ShownPreview &before) const;
    void judgeDeeds(const Change *change);
    [[nodiscard]] QString reasonAgainstSending() const;
    void askToClose();
    void close(int pullRequest);
    void fit();

    workspace::Actions m_actions;
    workspace::Snapshot m_snapshot;
    QDateTime m_now;
    QList<Change> m_changes;
    look::Label *m_facts;
    Notice *m_notice;
    QWidget *m_listSide = nullptr;
    QWidget *m_listLine = nullptr;
    QWidget *m_boxSide = nullptr;
    ChangeList *m_list;
    ChangeBox *m_box;
    ChangePage *m_page;
    feedback::EmptyState *m_empty;
    QStackedWidget *m_right;
    QAction *m_open;
    QAction *m_edit;
    QAction *m_closeAction;
    QAction *m_browse;
    QAction *m_find;
    QList<QAction *> m_copying;
    OrderButton *m_order;
    QAbstractButton *m_openButton;
    std::stop_source m_previewing;
    QString m_previewed; ///< which change, base and images the preview is of
    std::optional<workspace::Preview> m_preview;
    bool m_isPreviewing = false;
    ShownPreview m_last;
};

} // namespace slipway::review
