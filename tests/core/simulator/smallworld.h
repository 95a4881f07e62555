// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/api/github.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace slipway::test
{

/// acme/deploy with a compose file, two commits, a branch with an open pull request, a deployment and a release;
/// ghcr.io/acme/api with two versions. bea (token ghp_bea: repo, read:packages) may write, and so may her fine-grained
/// token github_pat_bea. acme/secret is private, and hers to read.
[[nodiscard]] simulator::World smallWorld();

/// A request to api.github.com by bea, whose token may be replaced.
[[nodiscard]] simulator::Request apiRequest(const QByteArray &method, const QString &pathAndQuery,
                                            const QByteArray &body = {}, const QByteArray &token = "ghp_bea");

/// What GitHub answers. The exchange is held against GitHub's description.
[[nodiscard]] simulator::Answer answered(simulator::GitHub &github, const simulator::Request &request);

[[nodiscard]] inline QJsonObject objectIn(const simulator::Answer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}
[[nodiscard]] inline QJsonArray arrayIn(const simulator::Answer &answer)
{
    return QJsonDocument::fromJson(answer.body).array();
}

} // namespace slipway::test
