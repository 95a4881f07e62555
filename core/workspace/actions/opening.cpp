// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/actions/opening.h"

#include "core/base/json.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

Opening readOpening(const json::Value &in)
{
    return {
        .branch = in["branch"_L1].text(),
        .into = in["into"_L1].text(),
        .pullRequest = static_cast<int>(in["pullRequest"_L1].integer()),
        .titleBefore = in["titleBefore"_L1].text(),
        .bodyBefore = in["bodyBefore"_L1].text(),
        .title = in["title"_L1].text(),
        .body = in["body"_L1].text(),
        .labels = in["labels"_L1].each(&json::Value::text),
        .labelsTaken = in["labelsTaken"_L1].each(&json::Value::text),
        .commit = in["commit"_L1].text(),
    };
}

} // namespace

QByteArray toBytes(const Opening &opening)
{
    const QJsonObject object{
        {u"branch"_s, opening.branch},
        {u"into"_s, opening.into},
        {u"pullRequest"_s, opening.pullRequest},
        {u"titleBefore"_s, opening.titleBefore},
        {u"bodyBefore"_s, opening.bodyBefore},
        {u"title"_s, opening.title},
        {u"body"_s, opening.body},
        {u"labels"_s, QJsonArray::fromStringList(opening.labels)},
        {u"labelsTaken"_s, QJsonArray::fromStringList(opening.labelsTaken)},
        {u"commit"_s, opening.commit},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Opening> openingFrom(const QByteArray &bytes)
{
    const auto read = json::decode(bytes, readOpening);
    return read ? std::optional(*read) : std::nullopt;
}

QString writtenName(const QString &branch)
{
    return u"written:"_s + branch;
}

} // namespace slipway::workspace
