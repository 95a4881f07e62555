// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/repository.h"

namespace slipway::simulator
{

/// The commit that a branch, tag, ref or id (from 7 digits on) names; empty if there is none.
[[nodiscard]] ObjectId revision(const Repository &repository, const QString &name);

/// A file's contents, empty for an id that there is not.
[[nodiscard]] QByteArray blob(const Repository &repository, const ObjectId &id);

} // namespace slipway::simulator
