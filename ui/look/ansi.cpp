// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/ansi.h"

#include "ui/look/scheme.h"
#include "ui/look/theme.h"

#include <array>

namespace slipway::look
{

namespace
{

using Sixteen = std::array<QRgb, 16>;

constexpr Sixteen onLight{0xFF1A212B, 0xFFAE2620, 0xFF17703D, 0xFF855000, 0xFF1659AF, 0xFF7A2A63,
                          0xFF0F6466, 0xFF5B6775, 0xFF66717E, 0xFFC4312A, 0xFF1B7F46, 0xFF8F5A00,
                          0xFF1B62BF, 0xFF8C3F78, 0xFF17777A, 0xFF1A212B};
constexpr Sixteen onDark{0xFF7E8A98, 0xFFFF958B, 0xFF6BCF98, 0xFFEBB75E, 0xFF85B6FF, 0xFFF0A0CE,
                         0xFF70CBC6, 0xFFE5E9EE, 0xFF97A3B1, 0xFFFFB3AB, 0xFF8FE0B3, 0xFFF5CE86,
                         0xFFA9CCFF, 0xFFF7BFDF, 0xFF9ADDD9, 0xFFFFFFFF};

} // namespace

QColor ansiColor(int number)
{
    const auto &colors = Scheme::current().isDark() ? onDark : onLight;
    return QColor::fromRgb(colors.at(static_cast<std::size_t>(number & 15)));
}

QColor ansiColor(const QColor &asked)
{
    return readable(asked, color(Token::LogBase), 4.5);
}

QColor ansiGround(const QColor &asked)
{
    return blended(asked, color(Token::LogBase), 0.25);
}

} // namespace slipway::look
