// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace slipway
{

/// What an image runs on: "linux/amd64", "linux/arm/v7". Equal platforms compare equal however they are written:
/// aarch64 is arm64, arm64/v8 is arm64, arm is arm/v7.
/// Source: OCI image-spec, image index, "platform"; containerd/platforms, normalisation.
struct Platform
{
    QString os;
    QString architecture;
    QString variant; ///< empty if there is none

    auto operator<=>(const Platform &) const = default;

    /// `os/arch[/variant]`. Errors: InvalidInput.
    [[nodiscard]] static Result<Platform> parse(QStringView text);
    /// As an index or a configuration names its parts.
    [[nodiscard]] static Platform of(QString os, QString architecture, QString variant);
};

[[nodiscard]] QString text(const Platform &platform);

} // namespace slipway
