// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/revision.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator
{
namespace
{

constexpr qsizetype shortestId = 7, wholeId = 40;

bool isId(const QString &text)
{
    return text.size() >= shortestId && text.size() <= wholeId &&
           std::ranges::all_of(text, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

} // namespace

ObjectId revision(const Repository &repository, const QString &name)
{
    for (const auto &prefix : {u""_s, u"refs/"_s, u"refs/heads/"_s, u"refs/tags/"_s})
        if (const auto found = repository.refs.find(prefix + name); found != repository.refs.end())
            return *found;
    const auto &commits = repository.objects.commits;
    if (name == "HEAD"_L1)
        return branch(repository, repository.defaultBranch);
    if (commits.contains(name) || !isId(name))
        return commits.contains(name) ? name : ObjectId{};
    const auto found =
        std::find_if(commits.keyBegin(), commits.keyEnd(), [&](const ObjectId &id) { return id.startsWith(name); });
    return found == commits.keyEnd() ? ObjectId{} : *found;
}

QByteArray blob(const Repository &repository, const ObjectId &id)
{
    return repository.objects.blobs.value(id);
}

} // namespace slipway::simulator
