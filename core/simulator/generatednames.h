// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace slipway::simulator
{

/// A service of a company that ships things: "customs-worker" belongs to "customs".
struct ServiceName
{
    QString domain;
    QString name;
};

/// The name of each number from 0; no two are alike. Those of one domain follow each other.
[[nodiscard]] ServiceName serviceName(int index);

/// What a commit may say about a service.
[[nodiscard]] QString commitMessage(quint32 chance);

} // namespace slipway::simulator
