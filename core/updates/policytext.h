// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/updates/pulltext.h"

namespace slipway::updates
{

/// A change of one service's policy in `.github/slipway.yml`.
struct PolicyChange
{
    enum class Key { Hold, Ignore, Level, Pin };

    QString service;
    Key key;
    /// As the file has it. Hold: "true", a date "2026-12-01", or a version; ignore: the tag that is added; level:
    /// "patch", "minor", "major"; pin: "always", "keep", "never". Empty: the key goes.
    QString value = {};

    bool operator==(const PolicyChange &) const = default;
};

/// The text for these changes, in English as that for updates. Errors: InvalidInput, if there is none.
[[nodiscard]] Result<PullText> policyTextFor(const QList<PolicyChange> &changes);

/// "Hold google-drive until 1 Dec 2026", "Change the policies of api and web".
[[nodiscard]] QString policyTitle(const QList<PolicyChange> &changes);

/// The body with what is hidden in it, as it is sent.
[[nodiscard]] QString bodyWithMarkers(const QString &body, const QList<PolicyChange> &changes, const ObjectId &base);

/// "hold": the key as the file has it.
[[nodiscard]] QString text(PolicyChange::Key key);

} // namespace slipway::updates
