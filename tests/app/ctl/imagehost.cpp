// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ctl/imagehost.h"

#include "core/image/digest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace slipway::test
{
namespace
{

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument{object}.toJson(QJsonDocument::Compact);
}

Answer content(const QByteArray &type, const QByteArray &body)
{
    return {.body = body,
            .headers = {{"Content-Type", type}, {"Docker-Content-Digest", Digest::of(body).text().toUtf8()}}};
}

QJsonObject descriptor(const QString &type, const QByteArray &body)
{
    return {{u"mediaType"_s, type}, {u"digest"_s, Digest::of(body).text()}, {u"size"_s, body.size()}};
}

QByteArray configOf(const QString &tag, const QString &seed)
{
    return compact({{u"architecture"_s, u"amd64"_s},
                    {u"os"_s, u"linux"_s},
                    {u"created"_s, u"2026-01-01T00:00:00Z"_s},
                    {u"author"_s, QString{tag + seed}}});
}

} // namespace

ImageHost::ImageHost()
{
    m_http.otherwise([this](const Received &request) { return answerTo(request); });
}

void ImageHost::publish(const QString &repository, const QStringList &tags, const QString &seed)
{
    const auto manifestType = u"application/vnd.oci.image.manifest.v1+json"_s;
    const QByteArray base = "/v2/" + repository.toUtf8();
    m_content[base + "/tags/list"] = {
        .body = compact({{u"name"_s, repository}, {u"tags"_s, QJsonArray::fromStringList(tags)}})};
    for (const auto &tag : tags) {
        const auto config = configOf(tag, seed);
        const auto manifest = compact({{u"schemaVersion"_s, 2},
                                       {u"mediaType"_s, manifestType},
                                       {u"config"_s, descriptor(u"application/vnd.oci.image.config.v1+json"_s, config)},
                                       {u"layers"_s, QJsonArray{}}});
        const auto answer = content(manifestType.toUtf8(), manifest);
        m_content[base + "/manifests/" + tag.toUtf8()] = answer;
        m_content[base + "/manifests/" + Digest::of(manifest).text().toUtf8()] = answer;
        m_content[base + "/blobs/" + Digest::of(config).text().toUtf8()] = content("application/octet-stream", config);
    }
}

void ImageHost::refuse(const QString &repository, const Answer &answer)
{
    m_refused["/v2/" + repository.toUtf8() + '/'] = answer;
}

Answer ImageHost::answerTo(const Received &request) const
{
    const auto path =
        request.target.first(request.target.indexOf('?') < 0 ? request.target.size() : request.target.indexOf('?'));
    for (auto refused = m_refused.cbegin(); refused != m_refused.cend(); ++refused)
        if (path.startsWith(refused.key()))
            return *refused;
    return m_content.value(path, {.status = 404, .body = R"({"errors": [{"code": "NAME_UNKNOWN"}]})"});
}

} // namespace slipway::test
