// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/state.h"

namespace slipway::test
{

/// A time of the story: 24 Nov 2026, in UTC.
[[nodiscard]] QDateTime at(int hour, int minute = 0);

/// A row of `docker-compose.yml` whose image is ghcr.io/acme/SERVICE with that tag.
[[nodiscard]] workspace::Row row(const QString &service, const QString &tag = QStringLiteral("1.0.0"));

/// As many rows as asked for, with all that a row can have, and a pull request for every third.
[[nodiscard]] workspace::Snapshot snapshot(int rows);

} // namespace slipway::test
