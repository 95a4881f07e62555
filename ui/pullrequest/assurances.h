// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/preview.h"

/// What a person should know before a pull request is sent.
namespace slipway::pullrequest
{

struct Assurance
{
    bool holds = true; ///< else it is something to look at
    QString text;
    int pullRequest = 0; ///< that it is about; 0: none

    bool operator==(const Assurance &) const = default;
};

[[nodiscard]] QList<Assurance> assurancesOf(const workspace::Draft &draft);

/// "1 commit, 1 file, 2 lines".
[[nodiscard]] QString sizeOf(const workspace::Preview &preview);

/// "Shown for main at f494477, content sha256:cf840f65".
[[nodiscard]] QString restsOn(const workspace::Preview &preview);
[[nodiscard]] QStringList hashesOf(const workspace::Preview &preview); ///< that it names

} // namespace slipway::pullrequest
