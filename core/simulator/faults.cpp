// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/faults.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator
{
namespace
{

using Name = QHttpHeaders::WellKnownHeader;

Fault answered(int status, const QByteArray &body, const QByteArray &type = "application/json; charset=utf-8")
{
    Fault fault{.answer = {.status = status, .body = body}};
    fault.answer.headers.append(Name::ContentType, type);
    return fault;
}

Fault afterAWait(Fault fault, std::optional<std::chrono::seconds> wait)
{
    if (wait)
        fault.answer.headers.append(Name::RetryAfter, QByteArray::number(wait->count()));
    return fault;
}

} // namespace

Fault serverError()
{
    return answered(500, R"({"message":"Server Error"})");
}

Fault badGateway()
{
    return answered(502, "<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>", "text/html");
}

Fault tooManyRequests(std::optional<std::chrono::seconds> retryAfter)
{
    return afterAWait(answered(429, R"({"message":"API rate limit exceeded. Please wait before trying again."})"),
                      retryAfter);
}

Fault secondaryLimit(std::optional<std::chrono::seconds> retryAfter)
{
    return afterAWait(
        answered(403, R"({"message":"You have exceeded a secondary rate limit. Please wait a few minutes before you )"
                      R"(try again.","documentation_url":"https://docs.github.com/free-pro-team@latest/rest/overview/)"
                      R"(rate-limits-for-the-rest-api#about-secondary-rate-limits"})"),
        retryAfter);
}

Fault badCredentials()
{
    return answered(401, R"({"message":"Bad credentials","documentation_url":"https://docs.github.com/rest",)"
                         R"("status":"401"})");
}

void Faults::strike(int number, Fault fault)
{
    m_numbered.insert_or_assign(number, std::move(fault));
}

void Faults::strike(Matches matches, Fault fault, int times)
{
    m_matched.push_back({std::move(matches), std::move(fault), times});
}

void Faults::clear()
{
    m_numbered.clear();
    m_matched.clear();
    m_count = 0;
}

std::optional<Fault> Faults::next(const Request &request)
{
    if (const auto found = m_numbered.find(++m_count); found != m_numbered.end())
        return found->second;
    const auto found = std::ranges::find_if(
        m_matched, [&](const Struck &struck) { return struck.times > 0 && struck.matches(request); });
    if (found == m_matched.end())
        return {};
    --found->times;
    return found->fault;
}

} // namespace slipway::simulator
