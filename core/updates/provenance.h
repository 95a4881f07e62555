// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/client.h"

#include <QCoroTask>

#include <stop_token>

namespace slipway::updates
{

/// The file name of the workflow that an image says has built it: "docker-build.yml"; empty if it says nothing of the
/// kind. It is what the image claims, unsigned: nothing is proven by it. Errors: as registry::Client.
/// Source: BuildKit, "Image attestation storage"; SLSA, "Provenance" v1 and v0.2.
[[nodiscard]] QCoro::Task<Result<QString>> claimedWorkflow(registry::Client *client, ImageRepository repository,
                                                           registry::Manifest image, std::stop_token stop);

/// The same, of a statement of in-toto.
[[nodiscard]] QString workflowIn(const QByteArray &statement);

} // namespace slipway::updates
