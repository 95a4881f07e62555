// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/problem.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <expected>
#include <memory>

namespace slipway::compose
{

/// A variable with the place of its value in an `.env` file.
struct Variable
{
    QByteArray name;
    QByteArray value;                                 ///< after quotes, escapes and other variables
    QString file;                                     ///< as messages name it
    QString path;                                     ///< absolute
    int line = 0;                                     ///< of the value, from 1
    qsizetype begin = 0;                              ///< first byte of the value in the file, inside of quotes
    qsizetype end = 0;                                ///< behind its last byte
    bool verbatim = false;                            ///< the bytes [begin, end) are the value, in one line
    bool isInside = true;                             ///< the file lies in the work tree
    QList<std::shared_ptr<const Variable>> uses = {}; ///< the variables that its value is made of
};

using VariablePointer = std::shared_ptr<const Variable>;

/// The variables of a project, from its `.env` files alone: never from the process.
class Environment
{
public:
    /// The variables of `outer`, an including project, win over those that are added.
    explicit Environment(std::shared_ptr<const Environment> outer = {})
        : m_outer(std::move(outer))
    {
    }

    /// Null if the variable is not set.
    [[nodiscard]] VariablePointer find(QByteArrayView name) const;

    /// A later definition of a name replaces an earlier one.
    void add(const VariablePointer &variable);
    void add(const Environment &later) { m_variables.insert(later.m_variables); }

    /// Those that were added, without `outer`.
    [[nodiscard]] const QHash<QByteArray, VariablePointer> &all() const { return m_variables; }

private:
    std::shared_ptr<const Environment> m_outer;
    QHash<QByteArray, VariablePointer> m_variables;
};

using EnvironmentPointer = std::shared_ptr<const Environment>;

/// The variables of one `.env` file, read as Compose does (compose-go, dotenv): `KEY=value`, `export KEY=value`,
/// `KEY: value`, quotes, comments, values over several lines, and other variables in values, for which `known` comes
/// before this file; a bare `KEY`, which would inherit from the process, sets nothing. `isInside`: the file lies in the
/// work tree.
/// Errors: `encoding`, or `interpolation-invalid` with the line that cannot be read. They quote nothing of the file.
[[nodiscard]] std::expected<Environment, Problem> readEnvironment(const QByteArray &text, const QString &file,
                                                                  const QString &path,
                                                                  const EnvironmentPointer &known = {},
                                                                  bool isInside = true);

} // namespace slipway::compose
