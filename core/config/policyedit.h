// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/config/policy.h"

#include <QByteArray>

namespace slipway::config
{

/// What `.github/slipway.yml` says before anyone has said anything: a comment, and its format.
[[nodiscard]] QByteArray newWorkspaceFile();

/// The text of `.github/slipway.yml` with another policy of one service. Each is an edit that is proven twice: its
/// trees differ in that one key (core/yaml/entry.h), and read again no other policy is another one. An empty text is a
/// file that is not there yet. Errors: InvalidInput, with why the file has to be edited by hand, or what is wrong with
/// it already.
[[nodiscard]] Result<QByteArray> withHold(const QByteArray &text, const QString &service, const Hold &hold);
[[nodiscard]] Result<QByteArray> withoutHold(const QByteArray &text, const QString &service);
[[nodiscard]] Result<QByteArray> withIgnored(const QByteArray &text, const QString &service, const QStringList &tags);
[[nodiscard]] Result<QByteArray> withPin(const QByteArray &text, const QString &service, Pin pin);
[[nodiscard]] Result<QByteArray> withLevel(const QByteArray &text, const QString &service, Level level);

} // namespace slipway::config
