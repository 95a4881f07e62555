// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificates.h"

#include <QFile>
#include <QHostAddress>
#include <QProcess>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

void openssl(const QStringList &arguments)
{
    if (QProcess::execute(u"openssl"_s, arguments) != 0)
        qFatal("openssl could not make a certificate");
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

QStringList request(const QString &name, const QString &key, const QString &certificate)
{
    return {u"req"_s,    u"-x509"_s, u"-newkey"_s,     u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s,
            u"-quiet"_s, u"-subj"_s, u"/CN="_s + name, u"-keyout"_s,  key,         u"-out"_s,  certificate};
}

} // namespace

Authority::Authority()
{
    openssl(request(u"Slipway test authority"_s, m_folder.filePath(u"ca.key"_s), file()));
}

QString Authority::file() const
{
    return m_folder.filePath(u"ca.pem"_s);
}

Identity Authority::identityFor(const QString &hostOrAddress) const
{
    const QString key = m_folder.filePath(u"host.key"_s);
    const QString certificate = m_folder.filePath(u"host.pem"_s);
    const QString kind = QHostAddress(hostOrAddress).isNull() ? u"DNS:"_s : u"IP:"_s;
    openssl(request(hostOrAddress, key, certificate) +
            QStringList{u"-CA"_s, file(), u"-CAkey"_s, m_folder.filePath(u"ca.key"_s), u"-addext"_s,
                        u"subjectAltName="_s + kind + hostOrAddress, u"-addext"_s, u"basicConstraints=CA:FALSE"_s});
    return {contents(certificate), contents(key)};
}

} // namespace slipway::test
