// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/user.h"

#include "core/github/reading.h"
#include "core/github/text.h"

using namespace Qt::StringLiterals;

namespace slipway::github
{

namespace
{

Account readAccount(const json::Value &in)
{
    return {.login = in["login"_L1].text(), .id = in["id"_L1].number(), .name = readText(in, "name"_L1)};
}

} // namespace

QCoro::Task<Result<Account>> whoAmI(Api api, std::stop_token stop)
{
    const auto answer = co_await api.get(u"/user"_s, Text::tr("Your account"), stop);
    if (!answer)
        co_return failure(answer.error());
    auto account = json::decode(answer->body, readAccount);
    if (account) {
        account->scopes = scopesOf(*answer);
        account->tokenExpires = expiryOf(*answer);
        account->enterpriseVersion =
            quotable(QString::fromLatin1(answer->headers.value("X-GitHub-Enterprise-Version")));
    }
    co_return account;
}

} // namespace slipway::github
