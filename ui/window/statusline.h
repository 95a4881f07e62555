// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/state.h"

#include <QStatusBar>
#include <QTimer>

class QToolButton;

namespace slipway::window
{

/// The bottom of the window: how it hears of news, how old the data is; what runs, and how much of the budget is left.
class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    /// `interval` in seconds: how often it asks by itself. `now` is what the workspace's clock says; it goes on from
    /// there.
    void show(const workspace::Snapshot &snapshot, int interval, const QDateTime &now);
    /// `sent`: what is sent where; empty says nothing of it.
    void showNoWorkspace(const QString &sent);

    /// What runs, as words with its progress; empty when nothing does.
    void setWork(const QString &words);

    /// Low windows keep the live state and what runs.
    void setLow(bool isLow);

Q_SIGNALS:
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showAge();
    void fit();
    void giveWay(); ///< in a low window

    QToolButton *m_live;
    QToolButton *m_age;
    QToolButton *m_work;
    QToolButton *m_budget;
    QTimer m_clock; ///< only while the window is seen
    QDateTime m_refreshedAt;
    qint64 m_behind = 0;    ///< seconds between the workspace's clock and the system's: the demo may stand still
    bool m_isStale = false; ///< nobody asks, or nobody answers
    bool m_isLow = false;
};

} // namespace slipway::window
