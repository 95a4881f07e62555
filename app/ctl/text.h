// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace slipway::ctl
{

/// Where the words of this program are translated: `Text::tr("…")`.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(ctl)
};

} // namespace slipway::ctl
