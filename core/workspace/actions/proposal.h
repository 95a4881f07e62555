// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/updates/pullmarker.h"
#include "core/updates/repositoryfiles.h"

namespace slipway::workspace
{

/// Which repository files come of the changes that markers name, made on these files as this program makes them.
/// Errors: InvalidInput, if they cannot be made there.
[[nodiscard]] Result<updates::RepositoryFilesPointer> filesWith(const updates::RepositoryFilesPointer &base,
                                                                const updates::Markers &markers);

/// Whether a commit's files are exactly what this program writes for these markers on that base: then nobody else has
/// added anything. Both with the bytes that planning reads.
[[nodiscard]] bool isOurWriting(const updates::RepositoryFilesPointer &base,
                                const updates::RepositoryFilesPointer &head, const updates::Markers &markers);

} // namespace slipway::workspace
