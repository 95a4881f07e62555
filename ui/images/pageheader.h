// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/images/imagesactions.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace slipway::look
{
class Label;
}
namespace slipway::feedback
{
class ProgressLine;
}

namespace slipway::images
{

/// Title, facts and buttons above the table: "Images · 10 images in 2 compose files · Check now · Review 3 updates".
class PageHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(QAction *togglePane, QWidget *parent = nullptr);

    void show(const workspace::Snapshot &snapshot, int awaiting);
    /// The filled button of the window, unless the pane has it.
    void setReviewPrimary(bool isPrimary);
    /// In a narrow window the facts go, Check now is an icon, and a button opens the pane.
    void setNarrow(bool hasOverlay, bool isTight);

    void showProgress(int done, int all);
    void endProgress();

Q_SIGNALS:
    void checkWanted();
    void cancelWanted();
    void reviewWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void dress();

    look::Label *m_facts;
    QPushButton *m_check;
    QToolButton *m_checkIcon;
    QPushButton *m_review;
    QToolButton *m_pane;
    feedback::ProgressLine *m_progress;
    bool m_isTight = false;
    bool m_isOffline = false;
};

/// "10 images in 2 compose files".
[[nodiscard]] QString factsOf(const workspace::Snapshot &snapshot);

} // namespace slipway::images
