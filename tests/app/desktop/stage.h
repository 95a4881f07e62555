// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/program.h"
#include "tests/core/workspace/demo.h"

#include <QAbstractItemView>
#include <QPushButton>

namespace slipway::desktop
{

/// The whole program in its window, over the simulated GitHub of the demo; driven by keys and clicks alone.
class Stage
{
public:
    enum class As {
        Newcomer,  ///< nothing is open yet
        Demo,      ///< asks anew every five seconds
        Workspace, ///< asks when it is told to
    };

    explicit Stage(As as = As::Workspace);
    ~Stage();
    Stage(const Stage &) = delete;
    Stage &operator=(const Stage &) = delete;

    /// The same moment for the program and for GitHub, later.
    void pass(std::chrono::milliseconds time);

    /// Ends the program, whatever it is doing.
    void quit();
    /// Starts it again, with what it remembers.
    void start();

    /// Runs until it is so; false, with what the window says, if it does not come to that.
    [[nodiscard]] bool until(const std::function<bool()> &isSo);
    [[nodiscard]] bool says(const QString &text);     ///< until some part of the window says just that
    [[nodiscard]] bool offers(const QString &button); ///< until it can be pressed
    /// Those of the texts to which it does not come.
    [[nodiscard]] QStringList missing(const QStringList &texts);
    /// Until nothing is asked for any more.
    [[nodiscard]] bool rests();

    /// All that can be read now: labels, buttons, fields, rows of lists, the diff; each as it would be read aloud.
    [[nodiscard]] QStringList texts() const;
    [[nodiscard]] bool isSaid(const QString &text) const { return texts().contains(text); }

    // The person.
    void press(QKeyCombination key);
    void write(const QString &text);    ///< into what has the focus
    void command(const QString &typed); ///< the first that the palette finds for it
    void click(QWidget *widget, QPoint at = {});
    void click(const QString &button);
    void click(const QAbstractItemView &list, const QString &row, Qt::KeyboardModifiers modifiers = {});

    [[nodiscard]] QAbstractButton *button(const QString &text) const; ///< null if none can be seen
    [[nodiscard]] QAbstractItemView *list() const;                    ///< the one with the focus, else null
    [[nodiscard]] QString currentRow() const;                         ///< of that list
    /// Goes to a row of the list by its keys; false if it is not there.
    [[nodiscard]] bool goTo(const QString &row);

    [[nodiscard]] Program &program() { return *m_program; }
    [[nodiscard]] workspace::Workspace &workspace() { return m_program->session()->workspace(); }
    [[nodiscard]] window::MainWindow &window() { return m_program->window(); }

    test::Demo demo;

private:
    void openWorkspace();
    [[nodiscard]] QWidget &top() const; ///< a dialog, if one is open

    As m_as;
    std::unique_ptr<Program> m_program;
    test::FakeClock *m_clock = nullptr; ///< the session's
};

} // namespace slipway::desktop
