// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/program.h"

#include <QTemporaryDir>

class QPushButton;

namespace slipway::desktop::tour
{

/// Where scenes are played: the program with settings of its own, beside a GitHub that stands still and that a scene
/// may change.
class Stage
{
public:
    Stage();
    ~Stage();

    /// Opens the demo's workspace, with no wait between tries: trouble shows at once.
    void openWorkspace();
    /// Connect, which asks the GitHub of the stage.
    [[nodiscard]] firststart::ConnectPage &openConnect();

    [[nodiscard]] Program &program() { return m_program; }
    [[nodiscard]] Demo &demo() { return m_demo; }
    [[nodiscard]] images::ImagesScreen &images() { return *m_program.imagesScreen(); }
    [[nodiscard]] review::ReviewScreen &review() { return *m_program.reviewScreen(); }
    [[nodiscard]] pullrequest::PullRequestScreen &pullRequest() { return *m_program.pullRequestScreen(); }
    [[nodiscard]] const workspace::Snapshot &snapshot() { return m_program.session()->workspace().snapshot(); }

    void go(const QString &place) { m_program.window().go(place); }
    void checkNow() { m_program.session()->workspace().checkNow(); }
    [[nodiscard]] QPushButton *button(const QString &text); ///< the one that is seen; null: there is none

    /// A refresh has come to its end, and the screen that is seen has all that it asked for.
    [[nodiscard]] bool isSettled();

    /// Popups, dialogs and the palette go, as the next scene needs.
    void clear();

private:
    QTemporaryDir m_folder;
    Demo m_demo;
    Program m_program;
};

/// The row of the main project that has this service.
[[nodiscard]] workspace::RowKey rowOf(const QString &service);

} // namespace slipway::desktop::tour
