// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMargins>

class QLayout;

namespace slipway::look
{

/// Keeps what is around a layout at lengths that are given for a 13 px font (see scaled() in type.h), also when the
/// text size changes.
void keepMargins(QLayout *layout, const QMargins &at13);

/// The same for what is between its items.
void keepSpacing(QLayout *layout, int at13);

} // namespace slipway::look
