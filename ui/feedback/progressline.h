// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace slipway::feedback
{

/// The line of 3 px under a page header, while something is asked for; it keeps its place when nothing is. With it
/// comes a button that ends the work, for the header.
class ProgressLine final : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressLine(QWidget *parent = nullptr);

    /// `done` of `all`; with all = 0 the length is not known.
    void show(int done, int all);
    void finish();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

    /// Hidden while nothing runs; the screen puts it where it wants it.
    [[nodiscard]] QPushButton *cancelButton() const { return m_cancel; }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void cancelled();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *m_cancel;
    int m_done = 0;
    int m_all = 0;
    bool m_isRunning = false;
};

} // namespace slipway::feedback
