// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QStringList>

namespace slipway::registry
{

/// Whether a text has the form of a tag. OCI distribution-spec, "Pulling manifests".
[[nodiscard]] bool isTag(QStringView text);

/// The tags of one page, without what belongs to an image of its own: `sha256-<64 hex>…`, which signatures and
/// attestations are kept under, and without what is no tag. Errors: Protocol. OCI distribution-spec, "Listing Tags".
[[nodiscard]] Result<QStringList> readTags(const QByteArray &body);

} // namespace slipway::registry
