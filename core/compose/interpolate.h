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
        Text,    ///< the scalar itself, outside of defaults
        Default, ///< the value of `${X:-…}` or `${X-…}`
        EnvFile, ///< the value of a variable
    };

    From from = From::Text;
    bool editable = true; ///< not nested, not from `${X:+…}`, no value that is made of others
    qsizetype begin = 0;  ///< in the effective text
    qsizetype end = 0;
    qsizetype offset = 0;     ///< of `begin` in the scalar's value, or in the variable's value
    qsizetype placeBegin = 0; ///< Default: the whole default in the scalar's value
    qsizetype placeEnd = 0;
    VariablePointer variable = {}; ///< EnvFile: where the value is written
};

/// A text with its variables replaced, and where each stretch of it came from.
struct Effective
{
    QByteArray text;
    QList<Run> runs;              ///< in order, without gaps
    QList<QByteArray> unset = {}; ///< variables that are needed and have neither value nor default
    QList<QByteArray> empty = {}; ///< variables that are needed and set to nothing
};

/// Where a text breaks the grammar of interpolation.
struct InterpolationError
{
    qsizetype offset; ///< of the `$`
    QString message;
};

inline constexpr qsizetype longestEffective = 4096; ///< bytes; more than any image reference, platform or path has

/// Replaces the variables of one value. Grammar: compose-spec, "Interpolation" (compose-go, template):
/// `$$`, `$NAME`, `${NAME}`, `${NAME[:]-value}`, `${NAME[:]?message}`, `${NAME[:]+value}`, nested, braces balanced.
/// Errors: the grammar, over 32 levels, or a text that its variables make longer than `longest` bytes.
[[nodiscard]] std::expected<Effective, InterpolationError>
interpolate(QByteArrayView value, const Environment &variables, qsizetype longest = longestEffective);

/// The names of all variables that a value mentions, nested ones included; views into it. Errors: the grammar, also in
/// parts that no variable's value would bring up: Compose refuses those too.
[[nodiscard]] std::expected<QList<QByteArrayView>, InterpolationError> variablesIn(QByteArrayView value);

} // namespace slipway::compose
