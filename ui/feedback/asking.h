// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feedback/confirm.h"

#include <functional>

namespace slipway::feedback
{

/// A question that is answered with a name.
struct NameQuestion
{
    Question question;
    QString field;     ///< what the name is of: "Name"
    QString name = {}; ///< to begin with; selected
    /// Why it cannot be that; empty if it can.
    std::function<QString(const QString &name)> objection = {};
};

/// Asks over the window; `named` is called with the name, trimmed and not empty, unless the person thinks better of it.
void askForName(QWidget *over, const NameQuestion &question, std::function<void(const QString &name)> named);

} // namespace slipway::feedback
