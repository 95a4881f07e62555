// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/trust.h"

#include <QCoreApplication>
#include <QFile>
#include <QSslCertificate>

namespace slipway::http
{

Result<QSslConfiguration> trusting(const QStringList &caFiles)
{
    auto trust = QSslConfiguration::defaultConfiguration();
    for (const auto &path : caFiles) {
        QFile file(path);
        const auto certificates =
            file.open(QIODevice::ReadOnly) ? QSslCertificate::fromDevice(&file) : QList<QSslCertificate>{};
        if (certificates.isEmpty())
            return failure({
                .kind = Error::Kind::InvalidInput,
                .message = QCoreApplication::translate("http", "No certificate could be read from %1.").arg(path),
                .remedy =
                    QCoreApplication::translate("http", "It has to be a PEM file with certificates of authorities."),
            });
        trust.addCaCertificates(certificates);
    }
    return trust;
}

} // namespace slipway::http
