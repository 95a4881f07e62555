// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace slipway
{

/// Something about a file (not about one reference), as `problems` of the JSON contract lists it.
struct Problem
{
    enum class Severity { Error, Warning };

    QString file;              ///< relative to the current folder, with `/`
    std::optional<int> line;   ///< from 1
    std::optional<int> column; ///< from 1, in code points
    Severity severity = Severity::Error;
    QString code;    ///< stable: "duplicate-key", "file-missing", …
    QString message; ///< one sentence for the person

    bool operator==(const Problem &) const = default;
};

} // namespace slipway
