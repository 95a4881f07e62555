// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QTimer>

namespace slipway::ctl
{

/// How far the work is: one line on a terminal's stderr that is written over, and gone at the end.
class Progress
{
public:
    /// Without `isShown` nothing is ever written. The device must outlive this.
    Progress(QIODevice &err, bool isShown);
    ~Progress(); ///< takes the line away
    Q_DISABLE_COPY_MOVE(Progress)

    /// `done` of `total` images are known. Short work shows nothing, a fast one not every step, and one that stands
    /// still where it stands.
    void step(int done, int total);

private:
    void show();

    QIODevice &m_err;
    bool m_isShown;
    QString m_line;
    QString m_onScreen;
    QTimer m_pause; ///< nothing is written before its end
};

} // namespace slipway::ctl
