// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMainWindow;

namespace slipway::window
{

/// Shows a window's hidden menu bar for as long as it is used: when Alt was pressed alone, and for F10.
class MenuKey final : public QObject
{
    Q_OBJECT

public:
    explicit MenuKey(QMainWindow *window);

    void showMenuBar();
    void keepMenuBar() { m_isForNow = false; } ///< the person wants it to stay

Q_SIGNALS:
    void aboutToShow();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void hideAgain();

    QMainWindow *m_window;
    bool m_isAltAlone = false; ///< it went down, and nothing happened since
    bool m_isForNow = false;   ///< the bar is to be hidden again
};

} // namespace slipway::window
