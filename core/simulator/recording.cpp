// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/recording.h"

#include "core/simulator/api/json.h"
#include "core/simulator/registryapi.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace slipway::simulator
{
namespace
{

Json headersOf(const QHttpHeaders &headers)
{
    Json json;
    for (qsizetype i = 0; i < headers.size(); ++i)
        if (const auto name = headers.nameAt(i).toString(); name.compare("authorization"_L1, Qt::CaseInsensitive) != 0)
            json.set(name.toLower(), QString::fromLatin1(headers.valueAt(i)));
    return json;
}

} // namespace

QByteArray lineOf(const Request &request, const Answer &answer)
{
    const Json json{
        {"method", QString::fromLatin1(request.method)},
        {"host", request.host},
        {"path", request.path},
        {"query", request.query.toString(QUrl::FullyEncoded)},
        {"headers", headersOf(request.headers)},
        {"body", QString::fromUtf8(request.body)},
        {"status", answer.status},
        {"answerHeaders", headersOf(answer.headers)},
        {"answer", QString::fromUtf8(answer.body)},
    };
    return QJsonDocument{json}.toJson(QJsonDocument::Compact) + '\n';
}

Recording::Recording(const QString &file)
    : m_file(file)
{
    if (!m_file.open(QIODevice::Append | QIODevice::Unbuffered))
        qWarning("Exchanges are not recorded: %s cannot be written", qPrintable(file));
}

void Recording::add(const Request &request, const Answer &answer)
{
    if (m_file.isOpen() && !isForRegistry(request))
        m_file.write(lineOf(request, answer));
}

} // namespace slipway::simulator
