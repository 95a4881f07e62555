// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/words/links.h"

class QWidget;

namespace slipway::feedback
{

class Toast;

/// Opens a link in the browser, asks first when its host is not known, and says so where there is nothing to open.
void follow(const QString &link, const words::LinkRules &rules, QWidget *window, Toast *toast);

} // namespace slipway::feedback
