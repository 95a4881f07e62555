// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/demo/files.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace slipway::simulator::demo
{

namespace
{

QByteArray resource(const QString &path)
{
    QFile file{u":/slipway/demo/"_s + path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

} // namespace

QMap<QString, QByteArray> firstFiles()
{
    QMap<QString, QByteArray> files;
    for (const auto &path : {u".env"_s, u".github/slipway.yml"_s, u".github/workflows/auto-update-images.yml"_s,
                             u".github/workflows/checks.yml"_s, u".github/workflows/deploy.yml"_s,
                             u".github/workflows/rollback.yml"_s, u"README.md"_s, u"docker-compose.yml"_s})
        files.insert(path, resource(path));
    return files;
}

QByteArray toolsFile()
{
    return resource(u"tools/compose.yaml"_s);
}

} // namespace slipway::simulator::demo
