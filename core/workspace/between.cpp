// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/between.h"

#include "core/github/commits.h"
#include "core/github/releases.h"
#include "core/workspace/text.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

constexpr int mostCommits = 250;

std::unexpected<Error> nothing(const QString &why)
{
    return failure({.kind = Error::Kind::InvalidInput, .message = why});
}

/// The repository that an address names, if it is one of that host.
Result<RepositoryId> repositoryAt(const QString &address, const github::Host &host)
{
    const QUrl url(address, QUrl::StrictMode);
    if (url.host().compare(host.name.section(u':', 0, 0), Qt::CaseInsensitive) != 0)
        return nothing(Text::tr("The source is at %1, which is not asked.").arg(url.host()));
    return RepositoryId::parse(url.path().sliced(1)).transform_error([&](const Error &) {
        return Error{.kind = Error::Kind::InvalidInput, .message = Text::tr("%1 is no repository.").arg(address)};
    });
}

Commit commitOf(const github::Commit &commit)
{
    return {.id = commit.id.text(),
            .subject = commit.message.section(u'\n', 0, 0),
            .author = commit.author.login.isEmpty() ? commit.author.name : commit.author.login,
            .at = commit.author.at};
}

} // namespace

QCoro::Task<Result<Between>> askBetween(github::Api api, updates::Source source, QString tag, std::stop_token stop)
{
    if (source.url.isEmpty())
        co_return nothing(Text::tr("The image names no source repository."));
    const auto repository = repositoryAt(source.url, api.host());
    if (!repository)
        co_return failure(repository.error());
    auto release = github::findRelease(api, *repository, tag, stop);
    Between between{.compareUrl = source.compare};
    Result<github::Comparison> compared =
        nothing(Text::tr("The images do not say which commits they were built from."));
    if (!source.from.isEmpty() && !source.to.isEmpty())
        compared = co_await github::compareCommits(api, *repository, source.from, source.to, mostCommits, stop);
    const auto found = co_await release;
    if (!compared)
        co_return failure(compared.error());
    between.count = compared->aheadBy;
    for (const auto &commit : std::as_const(compared->commits))
        between.commits.append(commitOf(commit));
    if (found && *found)
        between.releaseNotes = (*found)->notes;
    co_return between;
}

} // namespace slipway::workspace
