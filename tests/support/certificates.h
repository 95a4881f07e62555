// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httphost.h"

#include <QTemporaryDir>

namespace slipway::test
{

/// A certificate authority of the tests' own, made with openssl, which nobody trusts unless told to.
class Authority
{
public:
    Authority();

    [[nodiscard]] QString file() const; ///< its certificate, PEM
    [[nodiscard]] Identity identityFor(const QString &hostOrAddress) const;

private:
    QTemporaryDir m_folder;
};

} // namespace slipway::test
