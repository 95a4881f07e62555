// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QIODevice>

namespace slipway::ctl
{

/// How far the work is: one line on a terminal's stderr that is written over, and gone at the end.
class Progress
{
public:
    /// Without `shown` nothing is ever written. Both references must outlive this.
    Progress(QIODevice &err, const Clock &clock, bool shown);
    ~Progress(); ///< takes the line away
    Q_DISABLE_COPY_MOVE(Progress)

    /// `done` of `total` images are known. Short work shows nothing, and a fast one not every step.
    void step(int done, int total);
    void clear();

private:
    QIODevice &m_err;
    const Clock &m_clock;
    bool m_shown;
    bool m_onScreen = false;
    QDateTime m_next; ///< when the line may be written next
};

} // namespace slipway::ctl
