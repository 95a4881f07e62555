// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/state.h"
#include "ui/feedback/message.h"

#include <QWidget>

#include <optional>

namespace slipway::feedback
{
class MessageBar;
}

namespace slipway::images
{

/// Where in the files something is wrong, as a person reads it: "docker-compose.yml, line 12, column 3".
[[nodiscard]] QString placeOf(const Problem &problem);

/// The page of the host that shows the place; empty while no commit was read.
[[nodiscard]] QString pageOf(const Problem &problem, const workspace::Snapshot &snapshot);

/// What is wrong with the files, as text for whoever mends them: "docker-compose.yml:12:3: …", a line for each.
[[nodiscard]] QString listOf(const QList<Problem> &problems);

/// What keeps the rows from being whole, over the last known ones: why the last refresh did not come to its end, else
/// what is wrong with compose files and slipway.yml, one after the other.
class ProblemBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemBar(QWidget *parent = nullptr);

    /// Being offline is said by the window; why nothing could be read at all, by the empty view.
    void show(const workspace::Snapshot &snapshot);
    /// About what the person did here, until the next problem of a snapshot or until it is closed.
    void say(const Error &error);

Q_SIGNALS:
    void checkWanted();
    void signInWanted();
    void linkActivated(const QString &url);

private:
    void sayError(const Error &error);
    void sayProblem();

    feedback::MessageBar *m_message;
    std::optional<Error> m_error;
    QList<Problem> m_problems; ///< errors first
    QStringList m_pages;       ///< of each
    QString m_branch;
    qsizetype m_current = 0;
    bool m_isRead = false; ///< a person closed the message about these problems
};

} // namespace slipway::images
