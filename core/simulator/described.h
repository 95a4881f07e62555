// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/simulator/world.h"

namespace slipway::simulator
{

/// The world that a document describes; it stands still. `owner` is an organisation, `login` who is signed in (with
/// demoToken), each of `repositories` has a `name` and `files` (path -> text), each of `images` a `repository` with its
/// host, `platforms` and `tags` (name -> when it was published, RFC 3339):
/// `{"owner":"acme","login":"bea","repositories":[{"name":"deploy","files":{"compose.yaml":"…"}}],
/// "images":[{"repository":"ghcr.io/acme/api","platforms":["linux/amd64"],"tags":{"1.0.0":"2026-11-01T12:00:00Z"}}]}`.
/// Errors: Protocol, with the place.
[[nodiscard]] Result<World> describedWorld(const QByteArray &document, const QDateTime &start);

} // namespace slipway::simulator
