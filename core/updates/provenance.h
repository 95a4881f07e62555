// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/client.h"
#include "core/updates/provenanceclaim.h"

#include <QCoroTask>

#include <stop_token>

namespace slipway::updates
{

/// Errors: as registry::Client. Source: BuildKit, "Image attestation storage"; SLSA, "Provenance" v1 and v0.2.
[[nodiscard]] QCoro::Task<Result<ProvenanceClaim>>
claimedProvenance(registry::Client *client, ImageRepository repository, registry::Manifest image, std::stop_token stop);

/// The same, of a statement of in-toto.
[[nodiscard]] ProvenanceClaim claimIn(const QByteArray &statement);

} // namespace slipway::updates
