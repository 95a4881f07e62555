// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QString>

namespace slipway::registry
{

/// Who asks, where a registry wants to know. It belongs to that registry alone.
struct Login
{
    QString user;
    Secret secret;
    bool isIdentityToken = false; ///< what Docker's log-in left in the place of a password, see refreshForm()
};

} // namespace slipway::registry
