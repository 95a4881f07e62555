// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/conditional.h"

namespace slipway::http
{

using namespace Qt::StringLiterals;

namespace
{

using Name = QHttpHeaders::WellKnownHeader;

constexpr qsizetype mostBytes = qsizetype{4} << 20;

QString keyOf(const Request &request)
{
    const QString url = request.url.toString(QUrl::FullyEncoded);
    return request.variant.isEmpty() ? url : url + u' ' + QString::fromLatin1(request.variant);
}

/// What was remembered, as the 304 has it: its own headers, and those of the body that it stands for.
Response renewed(Response known, const Response &notModified)
{
    auto headers = notModified.headers;
    for (const auto name : {Name::ETag, Name::Link, Name::ContentType})
        if (known.headers.contains(name))
            headers.replaceOrAppend(name, known.headers.combinedValue(name));
    known.headers = headers;
    return known;
}

} // namespace

std::optional<Cache::Entry> remembered(const Response &answer)
{
    const auto etag = answer.headers.value(Name::ETag);
    const auto control = answer.headers.combinedValue(Name::CacheControl);
    if (answer.status != 200 || etag.isEmpty() || control.contains("no-store") || answer.body.size() > mostBytes)
        return {};

    const auto link = answer.headers.combinedValue(Name::Link);
    const auto type = answer.headers.combinedValue(Name::ContentType);
    return Cache::Entry{link + '\n' + type + '\n' + answer.body, etag.toByteArray()};
}

std::optional<Response> restored(const Cache::Entry &entry, const QUrl &url)
{
    const auto linkEnd = entry.value.indexOf('\n');
    const auto typeEnd = linkEnd < 0 ? -1 : entry.value.indexOf('\n', linkEnd + 1);
    if (typeEnd < 0)
        return {};

    Response answer{.status = 200, .url = url, .body = entry.value.sliced(typeEnd + 1)};
    answer.headers.append(Name::ETag, entry.tag);
    if (linkEnd > 0)
        answer.headers.append(Name::Link, entry.value.first(linkEnd));
    answer.headers.append(Name::ContentType, entry.value.sliced(linkEnd + 1, typeEnd - linkEnd - 1));
    return answer;
}

Conditional::Conditional(Transport &next, Cache *cache)
    : m_next(next)
    , m_cache(cache)
{
}

QCoro::Task<Outcome> Conditional::send(Request request, std::stop_token stop)
{
    if (m_cache && request.conditional && request.method == "GET")
        return sendConditional(std::move(request), std::move(stop));
    return m_next.send(std::move(request), std::move(stop));
}

QCoro::Task<Outcome> Conditional::sendConditional(Request request, std::stop_token stop)
{
    const QString key = keyOf(request);
    const auto entry = m_cache->find(Cache::Kind::Answer, key);
    const auto known = entry ? restored(*entry, request.url) : std::nullopt;
    if (known)
        request.headers.replaceOrAppend(Name::IfNoneMatch, entry->tag);

    const auto outcome = co_await m_next.send(std::move(request), std::move(stop));
    if (outcome && outcome->status == 304 && known)
        co_return renewed(*known, *outcome);
    if (outcome)
        if (const auto fresh = remembered(*outcome))
            m_cache->keep(Cache::Kind::Answer, key, *fresh);
    co_return outcome;
}

} // namespace slipway::http
