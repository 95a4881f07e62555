// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/state.h"

#include <QWidget>

#include <functional>

namespace slipway::feedback
{
class MessageBar;
}

namespace slipway::review
{

/// What concerns no single change: what an earlier run left unfinished, and a deed of the person's that failed. Takes
/// no room while there is neither.
class Notice final : public QWidget
{
    Q_OBJECT

public:
    explicit Notice(QWidget *parent = nullptr);

    void show(const QList<workspace::Interruption> &interruptions);
    /// Stands until it was tried again or closed, whatever else there is to say.
    void show(const Error &error, std::function<void()> again);

    using QWidget::show;

Q_SIGNALS:
    void signInRequested();
    void pullRequestRequested(int number);
    void read(); ///< the interruptions need not be said any more

private:
    void say();

    feedback::MessageBar *m_message;
    QList<workspace::Interruption> m_interruptions;
    std::function<void()> m_again; ///< with an error
};

} // namespace slipway::review
