// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/reading.h"

#include "core/http/origin.h"

using namespace Qt::StringLiterals;

namespace slipway::github
{

QUrl readLink(const json::Value &in)
{
    const auto url = QUrl{in.text(), QUrl::StrictMode};
    return url.scheme() == "https"_L1 && http::urlObjection(url).isEmpty() ? url : QUrl{};
}

QString readLogin(const json::Value &in, QLatin1StringView field)
{
    const auto account = in.find(field);
    return account ? (*account)["login"_L1].text() : QString{};
}

QString readActor(const json::Value &in, QLatin1StringView field)
{
    const auto actor = in.find(field);
    if (!actor)
        return {};
    const auto login = (*actor)["login"_L1].text();
    const bool isBot = (*actor)["__typename"_L1].text() == "Bot"_L1;
    return isBot && !login.endsWith("[bot]"_L1) ? login + u"[bot]"_s : login;
}

QString readText(const json::Value &in, QLatin1StringView field)
{
    const auto text = in.find(field);
    return text ? text->text() : QString{};
}

std::optional<QDateTime> readTime(const json::Value &in, QLatin1StringView field)
{
    const auto time = in.find(field);
    return time ? std::optional{time->time()} : std::nullopt;
}

} // namespace slipway::github
