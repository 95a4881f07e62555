// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compose/environment.h"

#include <QByteArray>
#include <QList>

#include <expected>

namespace slipway::compose
{

/// A stretch of an effective text that comes from one place.
struct Run
{
    enum class From {
        Text,    ///< the scalar itself
        Default, ///< the value of `${X:-…}` or `${X-…}`, one level deep
        EnvFile, ///< the value of a variable that is written as it is
        Nowhere, ///< one that cannot be edited: `:+`, nested variables, a value made of other variables
    };

    qsizetype begin; ///< in the effective text
    qsizetype end;
    From from;
    qsizetype offset;         ///< of `begin` in the scalar's value, or in the variable's value
    qsizetype placeBegin = 0; ///< Default: the whole default in the scalar's value
    qsizetype placeEnd = 0;
    QByteArray name = {};          ///< the variable that is asked for; empty for Text
    VariablePointer variable = {}; ///< EnvFile: where the value is written
};

/// A text with its variables replaced, and where each stretch of it came from.
struct Effective
{
    QByteArray text;
    QList<Run> runs;              ///< in order, without gaps; adjacent ones differ
    QList<QByteArray> unset = {}; ///< variables that are needed and have neither value nor default
    QList<QByteArray> empty = {}; ///< variables that are needed and set to nothing
};

/// Where a text breaks the grammar of interpolation.
struct InterpolationError
{
    qsizetype offset; ///< of the `$`
    QString message;
};

/// Replaces the variables of one value. Grammar: compose-spec, "Interpolation" (compose-go, template):
/// `$$`, `$NAME`, `${NAME}`, `${NAME[:]-value}`, `${NAME[:]?message}`, `${NAME[:]+value}`, nested, braces balanced.
[[nodiscard]] std::expected<Effective, InterpolationError> interpolate(QByteArrayView value,
                                                                       const Environment &variables);

/// The names of all variables that a value mentions, nested ones included; nothing for a value that breaks the grammar.
[[nodiscard]] QList<QByteArray> mentionedVariables(QByteArrayView value);

} // namespace slipway::compose
