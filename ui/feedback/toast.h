// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

class QPushButton;
class QToolButton;

namespace slipway::look
{
class Label;
}

namespace slipway::feedback
{

/// What came of the person's own action, at the bottom start corner of a widget, for six seconds; longer while the
/// pointer or the focus is on it. Never an error.
class Toast final : public QWidget
{
    Q_OBJECT

public:
    explicit Toast(QWidget *over);

    /// In the place of the one before. The action is "Undo", "Show", "Copy link"; empty: none.
    void show(const QString &text, const QString &action = {}, std::function<void()> onAction = {});
    void dismiss();

    [[nodiscard]] QPushButton *actionButton() const { return m_action; }
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void dismissed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();
    void holdOrGo();

    look::Label *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    QTimer m_timer;
    std::function<void()> m_onAction;
};

} // namespace slipway::feedback
