// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compose/environment.h"
#include "core/compose/source.h"

#include <QList>

#include <expected>

namespace slipway::compose
{

/// A use of a variable that an `.env` gives.
struct Mention
{
    VariablePointer variable;
    Place place = {}; ///< the scalar; nowhere where it is used in another value of an `.env`
};

/// What keeps Compose from reading a file that is valid YAML.
struct Objection
{
    yaml::NodeId node;
    QString code; ///< `yaml-invalid` or `interpolation-invalid`
    QString message;
};

/// The variables that a file's values use, in the order of the text; keys are never interpolated.
/// Errors: a key that is no scalar (as `{{ x }}` without quotes makes it), and the grammar of interpolation.
[[nodiscard]] std::expected<QList<Mention>, Objection> mentionsIn(const SourcePointer &file,
                                                                  const Environment &variables);

} // namespace slipway::compose
