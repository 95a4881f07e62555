// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/preview.h"
#include "ui/feedback/message.h"

#include <QObject>

#include <optional>

class QPushButton;

namespace slipway::feedback
{
class MessageBar;
}

namespace slipway::diffview
{

class DiffPanel;

/// A new preview stands where an older one stood: says so in the screen's message, with how many files that changed,
/// and shows on demand what differs between the two, with a way back.
class Renewal final : public QObject
{
    Q_OBJECT

public:
    Renewal(feedback::MessageBar *message, DiffPanel *diff, QObject *parent);

    /// `cause` is what has changed since the old one, "main has moved since this preview"; `other` as in sayAfter().
    void tell(const QString &cause, const workspace::Preview &before, const workspace::Preview &now,
              const std::optional<feedback::Message> &other);
    [[nodiscard]] bool isTold() const { return !m_cause.isEmpty(); }
    /// Shows the new preview again, and has nothing to say any more. What the message says by now stays.
    void forget();
    /// Says it once more, after what else the screen has to say.
    void sayAfter(const std::optional<feedback::Message> &other);

private:
    QPushButton *say(); ///< null where there is nothing to press
    void turn();
    [[nodiscard]] feedback::Message ownMessage() const;

    feedback::MessageBar *m_message;
    DiffPanel *m_diff;
    QString m_cause; ///< empty: nothing is told
    QList<workspace::FilePreview> m_files;
    std::optional<feedback::Message> m_other = {};
    bool m_isTurned = false; ///< the diff shows what differs between the two
};

} // namespace slipway::diffview
