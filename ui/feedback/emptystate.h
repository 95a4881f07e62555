// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace slipway::look
{
class Label;
}

namespace slipway::feedback
{

/// Why there is nothing to see, and the one button that helps.
struct EmptyCause
{
    QString icon;           ///< of our own set
    QString what;           ///< the cause: "The filter hides all 9 images"
    QString more = {};      ///< one sentence more
    QString button = {};    ///< empty if nothing helps
    bool isPrimary = false; ///< the window's one filled button
};

class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void show(const EmptyCause &cause);
    [[nodiscard]] QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void helpWanted();

private:
    void paintAgain();

    QString m_iconName;
    look::Label *m_icon;
    look::Label *m_what;
    look::Label *m_more;
    QPushButton *m_button;
};

} // namespace slipway::feedback
