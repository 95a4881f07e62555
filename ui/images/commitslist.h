// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/details.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace slipway::look
{
class Label;
}

namespace slipway::images
{

/// The commits between two images: the newest five, and the others when somebody asks.
class CommitsList final : public QWidget
{
    Q_OBJECT

public:
    explicit CommitsList(QWidget *parent = nullptr);

    void show(const QString &title, const workspace::Between &between);
    /// Instead of commits: why there are none to show, or that they are being read.
    void show(const QString &title, const QString &remark);

Q_SIGNALS:
    void linkActivated(const QString &url);

private:
    class Line;
    void fill();

    look::Label *m_title;
    QPushButton *m_compare;
    look::Label *m_remark;
    QVBoxLayout *m_lines;
    QPushButton *m_more;
    workspace::Between m_between;
    bool m_showsAll = false;
};

} // namespace slipway::images
