// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace.h"

#include <QPointer>

#include <utility>

namespace slipway::workspace
{

Workspace::Workspace(Snapshot known, Refresh refresh, std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent)
    , m_snapshot(std::move(known))
    , m_refresh(std::move(refresh))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &Workspace::checkNow);
}

Workspace::~Workspace()
{
    m_stop.request_stop();
}

void Workspace::start()
{
    m_keepsOn = true;
    checkNow();
}

void Workspace::checkNow()
{
    if (m_isRefreshing)
        m_again = true;
    else
        refresh({});
}

void Workspace::checkOne(const RowKey &key)
{
    if (!m_isRefreshing)
        refresh(key);
}

void Workspace::cancel()
{
    m_again = false;
    m_stop.request_stop();
}

void Workspace::change(const Edit &edit)
{
    auto next = m_snapshot;
    edit(next);
    if (m_isRefreshing)
        m_edits.append(edit);
    if (next == m_snapshot)
        return;
    m_snapshot = next;
    Q_EMIT changed();
}

void Workspace::refresh(std::optional<RowKey> only)
{
    m_timer.stop();
    m_isRefreshing = true;
    m_stop = {};
    m_edits.clear();
    const QPointer self(this);
    const Report report{
        .found =
            [self](const Snapshot &found) {
                if (self)
                    self->show(found);
            },
        .progress =
            [self](int done, int total) {
                if (self)
                    Q_EMIT self->progress(done, total);
            },
    };
    Q_EMIT started();
    QCoro::connect(m_refresh(m_snapshot, std::move(only), report, m_stop.get_token()), this,
                   [this](const Snapshot &found) { finish(found); });
}

void Workspace::show(Snapshot found)
{
    for (const auto &edit : std::as_const(m_edits))
        edit(found);
    if (found == m_snapshot)
        return;
    m_snapshot = std::move(found);
    Q_EMIT changed();
}

void Workspace::finish(Snapshot found)
{
    show(std::move(found));
    m_edits.clear();
    m_isRefreshing = false;
    if (std::exchange(m_again, false))
        QMetaObject::invokeMethod(this, &Workspace::checkNow, Qt::QueuedConnection);
    else if (m_keepsOn)
        m_timer.start();
    Q_EMIT finished();
}

} // namespace slipway::workspace
