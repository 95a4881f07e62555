// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/appearance.h"

#include <QColor>

namespace slipway::look
{

/// What a colour is for. Widgets take theirs from QPalette (see palette.h), painters from color().
enum class Token {
    Window,
    Base,
    Raised,
    Hover,
    Pressed,
    Border,
    ControlBorder,
    BorderStrong,
    Selection,
    SelectionInactive,
    Focus,
    Text,
    TextSecondary,
    TextMuted,
    TextDisabled,
    TextOnAccent,
    Accent,
    AccentHover,
    AccentPressed,
    AccentText,
    AccentTint,
    Ok,
    OkText,
    OkTint,
    Attention,
    AttentionText,
    AttentionTint,
    Danger,
    DangerText,
    DangerTint,
    DangerFill,
    Neutral,
    NeutralText,
    NeutralTint,
    DiffAddLine,
    DiffAddWord,
    DiffAddGutter,
    DiffDelLine,
    DiffDelWord,
    DiffDelGutter,
    DiffHunk,
    DiffFill,
    SynKey,
    SynString,
    SynNumber,
    SynComment,
    SynVariable,
    SynAnchor,
    LogBase,
    LogGutter,
    LogMatch,
    LogMatchCurrent,
    Series1,
    Series2,
    Series3,
    Series4,
};

/// The colour of a token in an appearance; without one, in that of the program (see scheme.h).
[[nodiscard]] QColor color(Token token, const Appearance &appearance);
[[nodiscard]] QColor color(Token token);

/// All tokens, in the order of the enumeration, for tests and galleries.
inline constexpr int tokenCount = static_cast<int>(Token::Series4) + 1;

/// The flat colour that dims a window below a palette or a dialog.
[[nodiscard]] QColor dimColor(const Appearance &appearance);

/// How much two opaque colours differ: 1 to 21. Source: WCAG 2.2, "contrast ratio".
[[nodiscard]] double contrast(const QColor &one, const QColor &other);

/// What `over` looks like on `ground` when painted at this opacity.
[[nodiscard]] QColor blended(const QColor &over, const QColor &ground, double opacity);

/// `color`, moved in lightness until it stands out from `ground` by that contrast.
[[nodiscard]] QColor readable(QColor color, const QColor &ground, double wanted);

/// Spacing of the 4 px grid, at a 13 px font; see scaled() in type.h for the others.
namespace space
{
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 20;
inline constexpr int xxl = 24;
inline constexpr int huge = 32;
} // namespace space

namespace radius
{
inline constexpr int tag = 4;
inline constexpr int control = 6; ///< fields, buttons, rows of the rail
inline constexpr int card = 8;    ///< cards, popups, dialogs
} // namespace radius

} // namespace slipway::look
