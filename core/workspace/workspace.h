// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/state.h"

#include <QCoroTask>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <stop_token>

namespace slipway::workspace
{

/// How a refresh tells of itself until it ends.
struct Report
{
    std::function<void(Snapshot found)> found;         ///< what is known by now
    std::function<void(int done, int total)> progress; ///< rows that were asked for
};

/// Asks for everything, or for one row, beginning from what is known. What it cannot find out stays as it was, with the
/// reason in `problem` or in the row; after a stop it ends with what it found until then.
using Refresh = std::function<QCoro::Task<Snapshot>(Snapshot known, std::optional<RowKey> only, Report report,
                                                    std::stop_token stop)>;

/// Holds what is known of one deployment repository and keeps it fresh. What a person can do is in Actions.
class Workspace final : public QObject
{
    Q_OBJECT

public:
    using Edit = std::function<void(Snapshot &snapshot)>;

    /// `known` is shown until something newer comes; nothing is asked before start().
    Workspace(Snapshot known, Refresh refresh, std::chrono::milliseconds interval, QObject *parent = nullptr);
    ~Workspace() override; ///< ends the refresh under way

    [[nodiscard]] const Snapshot &snapshot() const { return m_snapshot; }
    [[nodiscard]] bool isRefreshing() const { return m_isRefreshing; }
    [[nodiscard]] std::chrono::milliseconds interval() const { return m_timer.intervalAsDuration(); }

    void start();                     ///< refreshes now, and from then on an interval after each refresh
    void checkNow();                  ///< also while a refresh is under way: then once more
    void checkOne(const RowKey &key); ///< nothing while a refresh is under way: it asks for that row too
    void cancel();                    ///< the refresh under way; it ends with finished()

    /// An action knows something newer than the last refresh: a pull request that it opened, an error. Until the next
    /// refresh begins, the edit is made to whatever the one under way finds.
    void change(const Edit &edit);

Q_SIGNALS:
    void changed();                     ///< snapshot() is another one
    void started();                     ///< of a refresh
    void progress(int done, int total); ///< of the refresh under way, in rows
    void finished();                    ///< of a refresh, however it ended

private:
    void refresh(std::optional<RowKey> only);
    void show(Snapshot found);
    void finish(Snapshot found);

    Snapshot m_snapshot;
    Refresh m_refresh;
    QTimer m_timer;
    std::stop_source m_stop;
    QList<Edit> m_edits; ///< made since the refresh under way began
    bool m_isRefreshing = false;
    bool m_again = false;   ///< somebody asked while a refresh was under way
    bool m_keepsOn = false; ///< start() was called
};

} // namespace slipway::workspace
