// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace slipway::review
{

/// Where the words of this room are translated: `Text::tr("…")`.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(review)
};

} // namespace slipway::review
