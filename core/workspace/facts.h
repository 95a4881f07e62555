// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/client.h"
#include "core/workspace/state.h"

#include <QCoroTask>

#include <stop_token>

namespace slipway::workspace
{

/// What the registry tells of a row beyond its judgement; what it does not tell is empty.
struct RowFacts
{
    QDateTime newestCreated = {};
    QDateTime runningCreated = {};
    int releasesBehind = 0;
    QList<Platform> platforms = {};
    QList<Platform> droppedPlatforms = {};
    updates::ProvenanceClaim claimedProvenance = {};

    bool operator==(const RowFacts &) const = default;
};

/// Asks about the images of a judged row; most of it is known to the client from judging. Errors: Cancelled.
[[nodiscard]] QCoro::Task<Result<RowFacts>> factsOf(Row row, registry::Client *client, QDate today,
                                                    std::stop_token stop);

void addFacts(Row &row, const RowFacts &facts);

/// The name under which the image of a row is asked for as the branch has it: its digest, else its tag.
[[nodiscard]] QString presentName(const Row &row);

} // namespace slipway::workspace
