// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/state.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace slipway::window
{

/// What a screen reader is told of rows that came to another state: one sentence, and the next one a while later, of
/// all that has changed since. What is met for the first time is no news, nor is that a row is being asked for.
class StateNews final : public QObject
{
    Q_OBJECT

public:
    explicit StateNews(QObject *parent = nullptr);

    /// The rows as a refresh left them.
    void take(const QList<workspace::Row> &rows);
    /// Those of another workspace follow.
    void forget();

Q_SIGNALS:
    void told(const QString &sentence);

private:
    void tell();

    QTimer m_pause;
    QList<workspace::Row> m_rows;
    QHash<workspace::RowKey, workspace::State> m_told; ///< what a person knows of
};

} // namespace slipway::window
