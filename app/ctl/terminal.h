// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QString>

namespace slipway::ctl
{

/// What the terminal can show, or whatever stands in its place.
struct Terminal
{
    int width = 80;        ///< cells
    bool tty = false;      ///< stdout is a terminal
    bool colours = false;  ///< on stdout
    bool unicode = true;   ///< arrows and signs beyond ASCII
    bool progress = false; ///< stderr is a terminal that can write over its last line

    bool operator==(const Terminal &) const = default;
};

/// From the streams of this process and from COLUMNS, NO_COLOR, TERM, LC_ALL, LC_CTYPE and LANG.
[[nodiscard]] Terminal terminalOf(const QProcessEnvironment &environment);

/// What a piece of text is, for the terminal's sixteen colours.
enum class Paint {
    Plain,
    Strong,
    Muted,
    Update,
    Good,
    Attention,
    Danger,
    Added,
    Removed,
    AddedWord,
    RemovedWord,
    Hunk
};

/// The text in its colour, or as it is. The text must be `visible` already.
[[nodiscard]] QString painted(const QString &text, Paint paint, const Terminal &terminal);

} // namespace slipway::ctl
