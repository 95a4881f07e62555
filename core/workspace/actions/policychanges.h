// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/updates/policytext.h"
#include "core/updates/repositoryfiles.h"

namespace slipway::workspace
{

/// The path of the policies in a repository.
[[nodiscard]] QString policyFile();

/// Its bytes; empty if it is not there.
[[nodiscard]] QByteArray policyBytes(const updates::RepositoryFiles &files);

/// What markers say was proposed; keys that this program does not know are left out.
[[nodiscard]] QList<updates::PolicyChange> proposedIn(const QList<updates::PolicyMarker> &markers);

/// The text of slipway.yml with these changes, one after another. Errors: InvalidInput, as core/config/policyedit.h.
[[nodiscard]] Result<QByteArray> withPolicies(QByteArray text, const QList<updates::PolicyChange> &changes);

} // namespace slipway::workspace
