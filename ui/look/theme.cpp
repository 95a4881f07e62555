// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/theme.h"

#include "ui/look/scheme.h"

#include <array>
#include <cmath>

namespace slipway::look
{

namespace
{

struct Pair
{
    QRgb light;
    QRgb dark;
};

constexpr Pair same(QRgb both)
{
    return {both, both};
}

// In the order of Token.
constexpr std::array<Pair, tokenCount> colors{{
    {0xFFF1F3F6, 0xFF14181E}, // Window
    {0xFFFFFFFF, 0xFF1A1F26}, // Base
    {0xFFF7F8FA, 0xFF20262F}, // Raised
    {0xFFF0F4F9, 0xFF232A34}, // Hover
    {0xFFE3E8EE, 0xFF2B333F}, // Pressed
    {0xFFDCE1E7, 0xFF2D3540}, // Border
    {0xFFB4BBC3, 0xFF4B5561}, // ControlBorder
    {0xFF838C98, 0xFF6F7B8A}, // BorderStrong
    {0xFFE0EBFA, 0xFF20304A}, // Selection
    {0xFFE8ECF0, 0xFF2A313B}, // SelectionInactive
    {0xFF1B62BF, 0xFF78AEFF}, // Focus
    {0xFF1A212B, 0xFFE5E9EE}, // Text
    {0xFF4C5866, 0xFFAFB9C5}, // TextSecondary
    {0xFF5B6775, 0xFF97A3B1}, // TextMuted
    {0xFF9AA3AE, 0xFF5F6A78}, // TextDisabled
    same(0xFFFFFFFF),         // TextOnAccent
    {0xFF1B62BF, 0xFF2E6FD0}, // Accent
    {0xFF1656AA, 0xFF286AC9}, // AccentHover
    {0xFF124A94, 0xFF215BB0}, // AccentPressed
    {0xFF1659AF, 0xFF85B6FF}, // AccentText
    {0xFFE6EFFB, 0xFF1D2E49}, // AccentTint
    {0xFF1B7F46, 0xFF4FBF82}, // Ok
    {0xFF17703D, 0xFF6BCF98}, // OkText
    {0xFFE5F4EA, 0xFF17301F}, // OkTint
    {0xFFB46900, 0xFFE0A33B}, // Attention
    {0xFF855000, 0xFFEBB75E}, // AttentionText
    {0xFFFDF1D8, 0xFF352A14}, // AttentionTint
    {0xFFC4312A, 0xFFF0766C}, // Danger
    {0xFFAE2620, 0xFFFF958B}, // DangerText
    {0xFFFCE9E7, 0xFF3B1F1F}, // DangerTint
    {0xFFBF2E27, 0xFFC23B33}, // DangerFill
    {0xFF67727F, 0xFF8E9AA8}, // Neutral
    {0xFF4C5866, 0xFFAFB9C5}, // NeutralText
    {0xFFEBEEF2, 0xFF29303A}, // NeutralTint
    {0xFFE8F6EC, 0xFF16291D}, // DiffAddLine
    {0xFFB5E4C2, 0xFF22502F}, // DiffAddWord
    {0xFFD3EEDB, 0xFF1C3826}, // DiffAddGutter
    {0xFFFDEEEC, 0xFF321D1E}, // DiffDelLine
    {0xFFF7C5BF, 0xFF74302D}, // DiffDelWord
    {0xFFFADAD6, 0xFF452425}, // DiffDelGutter
    {0xFFEEF3FA, 0xFF1E2836}, // DiffHunk
    {0xFFF4F5F7, 0xFF171B21}, // DiffFill
    {0xFF0B4F86, 0xFF93BFFF}, // SynKey
    {0xFF7A3E0A, 0xFFEABC84}, // SynString
    {0xFF6A2E8E, 0xFFCFA3F2}, // SynNumber
    {0xFF5B6775, 0xFF97A3B1}, // SynComment
    {0xFF7A2A63, 0xFFF0A0CE}, // SynVariable
    {0xFF0F6466, 0xFF70CBC6}, // SynAnchor
    {0xFFFBFCFD, 0xFF161A20}, // LogBase
    {0xFF66717E, 0xFF7E8A98}, // LogGutter
    {0xFFFFE9A8, 0xFF5A4A17}, // LogMatch
    {0xFFFFC94D, 0xFF7A5C0C}, // LogMatchCurrent
    {0xFF1B62BF, 0xFF5C9BF5}, // Series1
    {0xFF1E8F8B, 0xFF43B7B1}, // Series2
    {0xFF8C5BC0, 0xFFB58BE6}, // Series3
    {0xFFB46900, 0xFFE0A33B}, // Series4
}};

QColor ours(Token token, bool isDark)
{
    const auto &pair = colors.at(static_cast<std::size_t>(token));
    return QColor::fromRgb(isDark ? pair.dark : pair.light);
}

/// What is pressed or marked as ours, made from the system's accent; nothing for all other tokens.
std::optional<QColor> fromAccent(Token token, const QColor &system, bool isDark)
{
    const auto accent = readable(system, ours(Token::TextOnAccent, isDark), 4.5);
    const auto base = ours(Token::Base, isDark);
    const auto selection = blended(accent, base, isDark ? 0.25 : 0.14);
    switch (token) {
    case Token::Accent: return accent;
    case Token::AccentHover: return accent.darker(108);
    case Token::AccentPressed: return accent.darker(122);
    case Token::AccentText:
    case Token::Focus: return readable(readable(accent, selection, 4.5), base, 4.5);
    case Token::AccentTint: return blended(accent, base, isDark ? 0.22 : 0.11);
    case Token::Selection: return selection;
    default: return {};
    }
}

Token withMoreContrast(Token token)
{
    switch (token) {
    case Token::Border:
    case Token::ControlBorder: return Token::BorderStrong;
    case Token::TextMuted: return Token::TextSecondary;
    default: return token;
    }
}

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor color(Token token, const Appearance &appearance)
{
    const auto asked = appearance.moreContrast ? withMoreContrast(token) : token;
    if (appearance.accent) {
        if (const auto made = fromAccent(asked, *appearance.accent, appearance.isDark))
            return *made;
    }
    return ours(asked, appearance.isDark);
}

QColor color(Token token)
{
    return color(token, Scheme::current().appearance());
}

QColor dimColor(const Appearance &appearance)
{
    return appearance.isDark ? QColor(0, 0, 0, 107) : QColor(0x0F, 0x16, 0x20, 56); // 42 and 22 %
}

double contrast(const QColor &one, const QColor &other)
{
    const auto lighter = std::max(luminance(one), luminance(other));
    const auto darker = std::min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
}

QColor blended(const QColor &over, const QColor &ground, double opacity)
{
    const auto mixed = [opacity](int top, int below) {
        return static_cast<int>(std::lround(top * opacity + below * (1 - opacity)));
    };
    return {mixed(over.red(), ground.red()), mixed(over.green(), ground.green()), mixed(over.blue(), ground.blue())};
}

QColor readable(QColor color, const QColor &ground, double wanted)
{
    const float step = luminance(ground) > 0.18 ? -0.01F : 0.01F; // away from the ground
    float hue = 0;
    float saturation = 0;
    float lightness = 0;
    color.getHslF(&hue, &saturation, &lightness);
    while (contrast(color, ground) < wanted && lightness != (step < 0 ? 0.0F : 1.0F)) {
        lightness = std::clamp(lightness + step, 0.0F, 1.0F);
        color = QColor::fromHslF(std::max(hue, 0.0F), saturation, lightness);
    }
    return color;
}

} // namespace slipway::look
