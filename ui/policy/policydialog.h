// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/actions.h"
#include "core/workspace/state.h"

#include <functional>

class QWidget;

namespace slipway::policy
{

/// Asks what exactly shall change in a service's policy, and hands on the change; nothing after Cancel. Ask about a row
/// that is judged: what it offers is what can be ignored.
void askForChange(QWidget *over, const workspace::Row &row, workspace::PolicyChange::Kind kind, const QDate &today,
                  std::function<void(workspace::PolicyChange)> chosen);

} // namespace slipway::policy
