// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;

namespace slipway::firststart
{

/// The page about what Slipway needs from GitHub.
[[nodiscard]] QString neededRights();

/// The first page that a person sees: connect, or try the demo.
class Welcome final : public QWidget
{
    Q_OBJECT

public:
    explicit Welcome(QWidget *parent = nullptr);

Q_SIGNALS:
    void connectRequested();
    void demoRequested();
    void pageRequested(const QString &url);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QBoxLayout *m_cards;
};

} // namespace slipway::firststart
