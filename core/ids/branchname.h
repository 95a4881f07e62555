// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace slipway
{

/// The name of a branch, without `refs/heads/`. One that exists is a name that Git takes.
/// Source: git check-ref-format(1), with --branch.
class BranchName
{
public:
    /// Errors: InvalidInput, with the text quoted.
    [[nodiscard]] static Result<BranchName> parse(QStringView text);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] QString ref() const; ///< "refs/heads/main"

    auto operator<=>(const BranchName &) const = default;

private:
    explicit BranchName(QString text);

    QString m_text;
};

[[nodiscard]] size_t qHash(const BranchName &name, size_t seed = 0) noexcept;

} // namespace slipway
