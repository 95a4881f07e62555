// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/rest/call.h"

namespace slipway::simulator::rest
{

/// Who may ask, beyond seeing the repository that the path names.
enum class For {
    Anyone,
    SignedIn,
    Writers, ///< of the repository
    Packages ///< a classic token that may read packages
};

/// One operation.
struct Route
{
    QByteArray method;
    QString path; ///< "/repos/{owner}/{repo}/git/ref/{ref...}": the dots take all that is left, slashes too
    For who;
    QString docs; ///< "git/refs#get-a-reference"
    Answer (*answer)(const Call &call);
};

/// Answers with the route that method and path lead to; 404 if there is none.
[[nodiscard]] Answer dispatch(Call call);

// One family each.
[[nodiscard]] QList<Route> metaRoutes();
[[nodiscard]] QList<Route> accountRoutes();
[[nodiscard]] QList<Route> repositoryRoutes();
[[nodiscard]] QList<Route> commitRoutes();
[[nodiscard]] QList<Route> contentRoutes();
[[nodiscard]] QList<Route> refRoutes();
[[nodiscard]] QList<Route> gitObjectRoutes();
[[nodiscard]] QList<Route> pullRoutes();
[[nodiscard]] QList<Route> reviewRoutes();
[[nodiscard]] QList<Route> labelRoutes();
[[nodiscard]] QList<Route> checkRoutes();
[[nodiscard]] QList<Route> deploymentRoutes();
[[nodiscard]] QList<Route> releaseRoutes();
[[nodiscard]] QList<Route> packageRoutes();

} // namespace slipway::simulator::rest
