// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/pullbranch.h"

#include "core/image/characters.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace slipway::updates
{

namespace
{

constexpr qsizetype longestName = 100;

BranchName ours(const QString &rest)
{
    const QString name = QLatin1StringView{branchPrefix} + rest;
    return BranchName::parse(name).value();
}

QString shortHash(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().first(8));
}

bool mayStand(QChar c)
{
    return characters::isLetter(c) || characters::isDigit(c) || c == u'-' || c == u'_' || c == u'.';
}

/// Letters, digits, `-`, `_` and single dots within: a part of a name that Git takes on every file system.
QString withoutOddities(const QString &service)
{
    QString name;
    for (const auto c : QStringView{service}.left(longestName)) {
        const bool isOddDot = c == u'.' && (name.isEmpty() || name.endsWith(u'.'));
        name.append(mayStand(c) && !isOddDot ? c : QChar{u'-'});
    }
    if (name.endsWith(u'.') || name.endsWith(".lock"_L1))
        name.append(u'-');
    return name;
}

} // namespace

BranchName imageBranch(const QString &service)
{
    const auto name = withoutOddities(service);
    const bool isAsWritten = name == service && !name.isEmpty();
    const QString suffix = isAsWritten ? QString{} : u'-' + shortHash(service);
    return ours(u"image/"_s + name + suffix);
}

BranchName batchBranch()
{
    return ours(u"image-batch"_s);
}

BranchName policyBranch()
{
    return ours(u"policy"_s);
}

} // namespace slipway::updates
