// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ids/repositoryid.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype longestOwner = 39;
constexpr qsizetype longestName = 100;

bool isLetterOrDigit(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

bool isRepositoryName(QStringView text)
{
    const auto mayStand = [](QChar c) { return isLetterOrDigit(c) || c == u'-' || c == u'_' || c == u'.'; };
    return !text.isEmpty() && text.size() <= longestName && text != u"."_s && text != u".."_s &&
           !text.endsWith(".git"_L1, Qt::CaseInsensitive) && std::ranges::all_of(text, mayStand);
}

} // namespace

bool isOwnerName(QStringView text)
{
    const auto mayStand = [](QChar c) { return isLetterOrDigit(c) || c == u'-' || c == u'_'; };
    return !text.isEmpty() && text.size() <= longestOwner && text.front() != u'-' &&
           std::ranges::all_of(text, mayStand);
}

RepositoryId::RepositoryId(QString owner, QString name)
    : m_owner(std::move(owner))
    , m_name(std::move(name))
{
}

Result<RepositoryId> RepositoryId::parse(QStringView text)
{
    const auto slash = text.indexOf(u'/');
    if (slash > 0 && isOwnerName(text.first(slash)) && isRepositoryName(text.sliced(slash + 1)))
        return RepositoryId{text.first(slash).toString(), text.sliced(slash + 1).toString()};
    return failure({
        .kind = Error::Kind::InvalidInput,
        .message = QCoreApplication::translate("ids", "“%1” is not a repository on GitHub.").arg(text.left(200)),
        .remedy = QCoreApplication::translate("ids", "Write its owner and name: octocat/hello-world."),
    });
}

} // namespace slipway
