// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace slipway::feedback
{

/// Lets a screen reader say it when it has said what it is saying.
void announce(QWidget *about, const QString &text);

} // namespace slipway::feedback
