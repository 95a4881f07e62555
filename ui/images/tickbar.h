// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QPushButton;

namespace slipway::look
{
class Label;
}

namespace slipway::images
{

/// The action bar while rows are ticked: "3 ticked · Open pull request…".
class TickBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TickBar(QAction *untick, QWidget *parent = nullptr);

    /// Hidden at 0. `objection`: why no pull request can be opened now.
    void show(int ticked, const QString &objection);

Q_SIGNALS:
    void pullRequestWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    look::Label *m_count;
    QPushButton *m_open;
};

} // namespace slipway::images
