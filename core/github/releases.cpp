// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/releases.h"

#include "core/github/reading.h"
#include "core/github/text.h"
#include "core/ids/branchname.h"

using namespace Qt::StringLiterals;

namespace slipway::github
{

namespace
{

Release readRelease(const json::Value &in)
{
    return {
        .tag = in["tag_name"_L1].text(),
        .name = readText(in, "name"_L1),
        .notes = readText(in, "body"_L1),
        .publishedAt = readTime(in, "published_at"_L1),
        .isPrerelease = in["prerelease"_L1].boolean(),
        .url = readLink(in["html_url"_L1]),
    };
}

} // namespace

QCoro::Task<Result<std::optional<Release>>> findRelease(Api api, RepositoryId repository, QString tag,
                                                        std::stop_token stop)
{
    const auto what = Text::tr("Release %1 of %2").arg(quotable(tag), repository.text());
    if (!BranchName::parse(tag)) // the rules are the same
        co_return failure({Error::Kind::InvalidInput, Text::tr("%1 cannot be there.").arg(what)});
    const auto path = u"/repos/%1/releases/tags/%2"_s.arg(repository.text(), encoded(tag));
    const Call call{.path = path, .what = what};
    const auto answer = co_await api.answerTo(call, stop);
    if (!answer)
        co_return failure(answer.error());
    if (answer->status == 404)
        co_return std::nullopt;
    if (answer->status != 200)
        co_return failure(api.refused(*answer, what));
    co_return json::decode(answer->body, readRelease).transform([](const Release &release) {
        return std::optional{release};
    });
}

} // namespace slipway::github
