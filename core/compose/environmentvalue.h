// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace slipway::compose
{

/// What stands behind the `=` of one definition in an `.env` file.
struct EnvironmentValue
{
    qsizetype begin; ///< inside of quotes
    qsizetype end;
    qsizetype next; ///< where reading goes on
    char quote = 0; ///< ' or " or 0
};

/// The value that begins at `at`, no blank. Nothing for a quote that is never closed.
[[nodiscard]] std::optional<EnvironmentValue> environmentValueAt(QByteArrayView text, qsizetype at);

/// What the bytes of a value stand for, variables apart: in both kinds of quotes `\` keeps a quote from ending it, the
/// other escapes are those of double ones; `\$` becomes `$$`, of which the variables make a `$`.
[[nodiscard]] QByteArray unescaped(QByteArrayView raw, char quote);

/// A space, a tab or another blank, but no line end.
[[nodiscard]] bool isEnvironmentBlank(char c);

} // namespace slipway::compose
