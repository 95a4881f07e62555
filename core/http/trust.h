// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QStringList>

namespace slipway::http
{

/// Whose certificates TLS accepts.
struct Trust
{
    bool usesFolder = false; ///< the system's folder of authorities; else its file of all of them
    QByteArray pem = {};     ///< beside the folder, or in the place of the file
};

/// The PEM text of files of authorities.
/// Errors: InvalidInput (a file cannot be read or holds no certificate).
[[nodiscard]] Result<QByteArray> authoritiesIn(const QStringList &pemFiles);

/// Trust in the system's authorities and those in the given PEM files.
/// Errors: those of authoritiesIn().
/// \param systemFolder where libcurl looks authorities up by the hash of their name, as needed
/// \param systemFile all of them; it is read whole, which takes some 20 ms
[[nodiscard]] Result<Trust> trusting(const QStringList &pemFiles, const QString &systemFolder,
                                     const QString &systemFile);

} // namespace slipway::http
