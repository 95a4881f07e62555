// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace slipway
{

/// The text with all that may let somebody in replaced by `***`: tokens of GitHub, GitLab and Docker Hub, values of
/// Basic and Bearer headers, JWTs, passwords in URLs, signatures and keys in queries. For every text that is kept or
/// shown beyond the moment: the log, error details, reports.
[[nodiscard]] QString redacted(QString text);

/// From now on each line of Qt's log goes through redacted() before it is written.
void redactLog();

} // namespace slipway
