// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feedback/message.h"

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QPushButton;
class QToolButton;

namespace slipway::feedback
{

class MessageText;

/// An error or a notice where the work is, with what helps beside it. Hidden until it has something to say; it is
/// in a layout by then. One in a
/// view at most; the window's banner, for what concerns all of it, is the same without round corners.
class MessageBar final : public QWidget
{
    Q_OBJECT

public:
    enum class Shape { Inline, Banner };

    explicit MessageBar(Shape shape = Shape::Inline, QWidget *parent = nullptr);

    /// Announces it politely. The buttons of the last message go.
    void show(const Message &message);
    /// The error with the button that helps, if there is one; pressing it emits helpWanted(), or signInWanted() if
    /// another token is what helps. An error that names a file offers it.
    void show(const Error &error);
    /// The same where the person does it once more, as a button says; if need be, after signing in.
    /// Gives the button that helps, which is there as long as this message.
    QPushButton *showRetry(const Error &error);
    void dismiss();

    /// Up to two, small; the first one said is nearest to the words. Owned by the bar until the next message.
    QPushButton *addButton(const QString &text);

    /// A few muted words before the buttons, "Next try in 24 s"; they may change every second.
    void setAside(const QString &text);

    /// A button that dismisses the message; off for what lasts as long as its cause.
    void setClosable(bool on);

    [[nodiscard]] const Message &message() const { return m_message; }

Q_SIGNALS:
    void helpWanted();
    void signInWanted();
    void fileWanted(const QString &file); ///< of the repository, which an error names
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void addFileButton(const QString &file);
    void clearButtons();
    void paintAgain();

    Shape m_shape;
    Message m_message;
    MessageText *m_text;
    QWidget *m_aside = nullptr;
    QBoxLayout *m_flow;  ///< the words, then what stands beside or below them
    QHBoxLayout *m_tail; ///< what that is
    QHBoxLayout *m_buttons;
    QToolButton *m_close;
};

} // namespace slipway::feedback
