// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/trust.h"

#include "core/http/text.h"

#include <QFile>
#include <QThreadPool>

namespace slipway::http
{

void warmUp()
{
    QThreadPool::globalInstance()->start([] { std::ignore = QSslConfiguration::defaultConfiguration(); });
}

Result<QList<QSslCertificate>> certificatesIn(const QString &pemFile)
{
    QFile file(pemFile);
    auto certificates = file.open(QIODevice::ReadOnly) ? QSslCertificate::fromDevice(&file) : QList<QSslCertificate>{};
    if (certificates.isEmpty())
        return failure({
            .kind = Error::Kind::InvalidInput,
            .message = Text::tr("No certificate could be read from %1.").arg(pemFile),
            .remedy = Text::tr("It has to be a PEM file with certificates of authorities."),
        });
    return certificates;
}

Result<QSslConfiguration> trusting(const QStringList &caFiles)
{
    auto trust = QSslConfiguration::defaultConfiguration();
    for (const auto &path : caFiles) {
        const auto certificates = certificatesIn(path);
        if (!certificates)
            return failure(certificates.error());
        trust.addCaCertificates(*certificates);
    }
    return trust;
}

} // namespace slipway::http
