// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/updates/subject.h"

#include <expected>

namespace slipway::updates
{

/// Why Slipway does not judge or edit a reference.
struct Refusal
{
    Reason reason;
    QString why; ///< one or two plain sentences

    bool operator==(const Refusal &) const = default;
};

/// What can be said of a reference before any registry is asked: a subject to judge, or why it is refused.
/// `policies` are those of the services that share the text, at least one.
[[nodiscard]] std::expected<Subject, Refusal> subjectOf(const compose::Site &site,
                                                        const QList<config::Policy> &policies);

} // namespace slipway::updates
