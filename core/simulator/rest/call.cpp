// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/rest/call.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator::rest
{
namespace
{

constexpr auto jsonType = "application/json; charset=utf-8";
constexpr qsizetype usualPage = 30, longestPage = 100;

qsizetype numberOf(const QString &text, qsizetype otherwise)
{
    bool isNumber = false;
    const auto number = text.toLongLong(&isNumber);
    return isNumber && number > 0 ? number : otherwise;
}

qsizetype perPage(const Call &call)
{
    return std::min(numberOf(call.query("per_page"_L1), usualPage), longestPage);
}

QByteArray linkTo(const Call &call, qsizetype number, QByteArrayView relation)
{
    auto query = call.request.query;
    query.removeAllQueryItems(u"page"_s);
    query.addQueryItem(u"page"_s, QString::number(number));
    const auto path = call.request.path.startsWith("/api/v3/"_L1) ? call.request.path.sliced(7) : call.request.path;
    return '<' + (call.links.api + path + u'?' + query.toString(QUrl::FullyEncoded)).toUtf8() + ">; rel=\"" +
           relation.toByteArray() + '"';
}

} // namespace

QJsonObject Call::body() const
{
    return QJsonDocument::fromJson(request.body).object();
}

bool Call::accepts(QByteArrayView mediaType) const
{
    return request.headers.combinedValue(QHttpHeaders::WellKnownHeader::Accept).contains(mediaType);
}

Answer text(const QByteArray &type, const QByteArray &body)
{
    Answer answer{.status = 200, .body = body};
    answer.headers.append(QHttpHeaders::WellKnownHeader::ContentType, type);
    return answer;
}

Answer json(int status, const QJsonObject &value)
{
    auto answer = text(jsonType, QJsonDocument{value}.toJson(QJsonDocument::Compact));
    answer.status = status;
    return answer;
}

Answer json(int status, const QJsonArray &value)
{
    auto answer = text(jsonType, QJsonDocument{value}.toJson(QJsonDocument::Compact));
    answer.status = status;
    return answer;
}

Answer nothing()
{
    return {.status = 204};
}

Answer refusal(const Call &call, int status, const QString &message)
{
    const QString page = u"https://docs.github.com/rest"_s + (call.docs.isEmpty() ? u""_s : u'/' + call.docs);
    return json(status, Json{{"message", message}, {"documentation_url", page}, {"status", QString::number(status)}});
}

Answer notFound(const Call &call)
{
    return refusal(call, 404, u"Not Found"_s);
}

Answer invalid(const Call &call, const Invalid &what)
{
    Json error{{"resource", what.resource}, {"code", what.code}};
    if (!what.field.isEmpty())
        error.set("field", what.field);
    if (!what.message.isEmpty())
        error.set("message", what.message);
    return json(422, Json{{"message", u"Validation Failed"_s},
                          {"errors", QJsonArray{error}},
                          {"documentation_url", u"https://docs.github.com/rest/"_s + call.docs},
                          {"status", u"422"_s}});
}

Slice sliceOf(const Call &call, qsizetype total)
{
    const auto size = perPage(call);
    const auto begin = std::min((numberOf(call.query("page"_L1), 1) - 1) * size, total);
    return {begin, std::min(begin + size, total)};
}

QByteArray linksOf(const Call &call, qsizetype total)
{
    const auto page = numberOf(call.query("page"_L1), 1);
    const auto last = std::max<qsizetype>(1, (total + perPage(call) - 1) / perPage(call));
    QByteArrayList links;
    if (page > 1)
        links.append({linkTo(call, page - 1, "prev"), linkTo(call, 1, "first")});
    if (page < last)
        links.append({linkTo(call, page + 1, "next"), linkTo(call, last, "last")});
    return links.join(", ");
}

} // namespace slipway::simulator::rest
