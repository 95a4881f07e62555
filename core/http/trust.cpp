// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/trust.h"

#include "core/http/text.h"

#include <QDirListing>
#include <QFile>

namespace slipway::http
{

using namespace Qt::StringLiterals;

namespace
{

/// Whether openssl-rehash(1) has been there.
bool hasHashes(const QString &folder)
{
    const QDirListing names(folder, {u"*.0"_s});
    return !folder.isEmpty() && names.begin() != names.end();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

} // namespace

Result<QByteArray> authoritiesIn(const QStringList &pemFiles)
{
    QByteArray pem;
    for (const auto &path : pemFiles) {
        const auto bytes = bytesOf(path);
        if (!bytes.contains("-----BEGIN CERTIFICATE-----"))
            return failure({
                .kind = Error::Kind::InvalidInput,
                .message = Text::tr("No certificate could be read from %1.").arg(path),
                .remedy = Text::tr("It has to be a PEM file with certificates of authorities."),
            });
        pem += bytes + '\n';
    }
    return pem;
}

Result<Trust> trusting(const QStringList &pemFiles, const QString &systemFolder, const QString &systemFile)
{
    auto pem = authoritiesIn(pemFiles);
    if (!pem)
        return failure(std::move(pem).error());
    const bool usesFolder = hasHashes(systemFolder);
    if (!usesFolder && !pem->isEmpty())
        *pem += bytesOf(systemFile);
    return Trust{.usesFolder = usesFolder, .pem = *std::move(pem)};
}

} // namespace slipway::http
