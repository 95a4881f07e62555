// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace slipway::look
{

/// A page that scrolls as a whole only where it must: what can scroll by itself gives way first.
class Page final : public QScrollArea
{
    Q_OBJECT

public:
    explicit Page(QWidget *content, QWidget *parent = nullptr);

    /// Whether all of it has the height that it likes, however low the window.
    void setWhole(bool isWhole);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    bool m_isWhole = false;
};

} // namespace slipway::look
