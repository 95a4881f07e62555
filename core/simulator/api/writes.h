// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/api/viewer.h"

namespace slipway::simulator
{

/// Why GitHub would not let a ref be moved, made or (empty `to`) removed.
struct RefObjection
{
    enum class Kind {
        Exists,     ///< it was to be made
        Missing,    ///< it was to be moved or removed
        BadName,    ///< not fully qualified, or not what git allows
        NoObject,   ///< there is no such commit
        NotForward, ///< the old commit would get lost, and nobody forces it
        Workflows,  ///< it changes workflow files, and the token may not
        Moved,      ///< it is not where the caller believes it is
    };

    Kind kind;
    QString message; ///< in GitHub's words
};

/// A change of one ref. `before` is what the caller believes: nothing where it does not say, empty for "not there".
struct RefChange
{
    QString ref; ///< "refs/heads/main"
    std::optional<ObjectId> before = {};
    ObjectId after; ///< empty: remove it
    bool force = false;
};

[[nodiscard]] std::optional<RefObjection> objection(const Repository &repository, const Viewer &viewer,
                                                    const RefChange &change);
/// As `login`. A branch that goes closes its open pull requests.
void carryOut(World &world, Repository &repository, const RefChange &change, const QString &login);

/// Whether a commit's workflow files differ from those of the default branch.
[[nodiscard]] bool changesWorkflows(const Repository &repository, const ObjectId &commit);

/// What git allows a ref to be called (git check-ref-format), from "refs/" on.
[[nodiscard]] bool isRefName(const QString &ref);

} // namespace slipway::simulator
