// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/problem.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <expected>
#include <memory>

namespace slipway::compose
{

/// A variable with the place of its value in an `.env` file.
struct Variable
{
    QByteArray name;
    QByteArray value;      ///< after quotes, escapes and other variables
    QString file;          ///< as messages name it
    QString path;          ///< absolute
    int line = 0;          ///< of the value, from 1
    qsizetype begin = 0;   ///< first byte of the value in the file, inside of quotes
    qsizetype end = 0;     ///< behind its last byte
    bool verbatim = false; ///< the bytes [begin, end) are the value
    QList<QByteArray> uses = {}; ///< the variables that its text mentions
};

using VariablePointer = std::shared_ptr<const Variable>;

/// The variables of a project, from its `.env` files alone: never from the process.
class Environment
{
public:
    /// Null if the variable is not set.
    [[nodiscard]] VariablePointer find(const QByteArray &name) const { return m_variables.value(name); }

    void set(VariablePointer variable);

    /// `outer` laid over these: an including project's variables win over the included one's.
    void overlay(const Environment &outer);

    [[nodiscard]] const QHash<QByteArray, VariablePointer> &all() const { return m_variables; }

private:
    QHash<QByteArray, VariablePointer> m_variables;
};

/// Reads an `.env` file as Compose does (compose-go, dotenv): `KEY=value`, `export KEY=value`, `KEY: value`, quotes,
/// comments, variables in values, values over several lines; the last definition of a key wins; a bare `KEY` (which
/// would inherit from the process) sets nothing.
/// Errors: `encoding`, or `interpolation-invalid` with the line that cannot be read.
[[nodiscard]] std::expected<Environment, Problem> readEnvironment(const QByteArray &text, const QString &file,
                                                                  const QString &path, Environment into = {});

} // namespace slipway::compose
