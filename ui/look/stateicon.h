// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include "core/workspace/state.h"

#include <QString>

#include <optional>

class QPainter;
class QRectF;

namespace slipway::look
{

/// How something that stands somewhere is shown: by shape, then colour, then words. Filled shapes ask to be looked at.
struct StateLook
{
    QString icon;
    Token iconColor = Token::Neutral;
    Token wordColor = Token::NeutralText;
    std::optional<Token> tint = {}; ///< the ground of its chip; only what needs a person has one
};

[[nodiscard]] StateLook lookOf(workspace::State state);

/// A check of a pull request, by its outcome.
[[nodiscard]] StateLook lookOf(workspace::Check::State state);

/// In the state's own hue, also where the person chose another accent.
[[nodiscard]] QColor stateColor(Token token);

void paintState(QPainter &painter, const QRectF &box, const StateLook &look);

} // namespace slipway::look
