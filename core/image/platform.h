// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace slipway
{

/// What an image runs on: "linux/amd64", "linux/arm/v7". Source: OCI image-spec, image index, "platform".
struct Platform
{
    QString os;
    QString architecture;
    QString variant; ///< empty if there is none; "v8" of arm64 is dropped, it says nothing more

    auto operator<=>(const Platform &) const = default;

    /// Errors: InvalidInput. `os/arch[/variant]`; linux/arm64/v8 becomes linux/arm64.
    [[nodiscard]] static Result<Platform> parse(QStringView text);
    [[nodiscard]] static Platform of(QString os, QString architecture, QString variant);
};

[[nodiscard]] QString text(const Platform &platform);

} // namespace slipway
