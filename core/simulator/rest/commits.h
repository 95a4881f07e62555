// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/api/patch.h"
#include "core/simulator/rest/call.h"

namespace slipway::simulator::rest
{

/// A commit as the repository's history shows it. Source: schema "commit".
[[nodiscard]] Json commitJson(const Call &call, const ObjectId &id);
/// The same object as the Git database has it. Source: schema "git-commit".
[[nodiscard]] Json gitCommitJson(const Call &call, const ObjectId &id);
/// What changed in one file. Source: schema "diff-entry".
[[nodiscard]] Json fileJson(const Call &call, const FilePatch &patch, const ObjectId &commit);

} // namespace slipway::simulator::rest
