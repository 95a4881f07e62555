// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/state.h"

#include <QAction>
#include <QHash>

class QWidget;

namespace slipway::images
{

/// What a person can do on the Images screen.
enum class Deed {
    Review,
    OpenPullRequest,
    Hold,
    Ignore,
    Pin,
    Level,
    ShowCommits,
    CheckOne,
    OpenPage,
    OpenSource,
    OpenPull,
    CopyReference,
    CopyName,
    Copy,
    CopyMarkdown,
    Tick,
    TickAll,
    Untick,
    Down,
    Up,
    First,
    Last,
    Find,
    TogglePane,
};

/// Why it cannot be done with this row now, as a sentence; empty if it can. Null: no row is chosen.
[[nodiscard]] QString reasonAgainst(Deed deed, const workspace::Row *row, const workspace::Snapshot &snapshot);
/// Why no pull request can be opened for the ticked rows now; empty if one can.
[[nodiscard]] QString reasonAgainstTicked(const workspace::Snapshot &snapshot);

/// One QAction for each deed, with its words, icon and keys. They belong to the screen: menus, palette and buttons show
/// the same ones. A disabled one says why in its tooltip.
class ImagesActions final : public QObject
{
    Q_OBJECT

public:
    explicit ImagesActions(QWidget *screen);

    /// Where their keys work: those of the list while the focus is in it, the others anywhere on the screen; never in a
    /// field.
    void bindKeys(QWidget *list);

    [[nodiscard]] QAction *of(Deed deed) const { return m_actions.value(deed); }

    void judge(const workspace::Row *row, const workspace::Snapshot &snapshot, bool isTicking);

    /// What the context menu and the pane's "more" button hold; nullptr is a line.
    [[nodiscard]] QList<QAction *> rowMenu() const;

private:
    QWidget *m_screen;
    QHash<Deed, QAction *> m_actions;
};

} // namespace slipway::images
