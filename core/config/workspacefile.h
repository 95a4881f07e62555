// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/problem.h"
#include "core/config/policy.h"

#include <QByteArray>
#include <QMap>

#include <expected>

namespace slipway::config
{

/// `.github/slipway.yml`, read and checked. Source: the contract's section 5.
struct WorkspaceFile
{
    QStringList compose; ///< as written; globs are not expanded yet
    Policy defaults;
    QMap<QString, Policy> services;  ///< each laid over `defaults`
    QMap<QString, int> serviceLines; ///< where each is written, for "policy-unknown-service"

    [[nodiscard]] const Policy &policyFor(const QString &service) const;

    bool operator==(const WorkspaceFile &) const = default;
};

/// Reads the file. `path` is what problems name. All that is wrong is listed, each as `policy-invalid` with its line
/// and column; an unknown key with the nearest known one.
[[nodiscard]] std::expected<WorkspaceFile, QList<Problem>> readWorkspaceFile(const QByteArray &text,
                                                                             const QString &path);

} // namespace slipway::config
