// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ids/branchname.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype longestPart = 255; // bytes: Git keeps each part as a file name

bool mayStand(QChar c)
{
    return c.unicode() > 0x20 && c.unicode() != 0x7f && !u"~^:?*[\\"_s.contains(c);
}

bool isPart(QStringView part)
{
    return !part.isEmpty() && part.toUtf8().size() <= longestPart && !part.startsWith(u'.') &&
           !part.endsWith(".lock"_L1) && std::ranges::all_of(part, mayStand);
}

bool isBranchName(QStringView text)
{
    const auto parts = text.split(u'/');
    return std::ranges::all_of(parts, isPart) && !text.startsWith(u'-') && !text.endsWith(u'.') &&
           !text.contains(".."_L1) && !text.contains("@{"_L1) && text != u"@"_s && text != u"HEAD"_s;
}

} // namespace

BranchName::BranchName(QString text)
    : m_text(std::move(text))
{
}

Result<BranchName> BranchName::parse(QStringView text)
{
    if (isBranchName(text))
        return BranchName{text.toString()};
    return failure({
        .kind = Error::Kind::InvalidInput,
        .message = QCoreApplication::translate("ids", "“%1” cannot be the name of a branch.").arg(text.left(200)),
        .remedy = QCoreApplication::translate(
            "ids", "Spaces and ~ ^ : ? * [ \\ may not stand in it, and no part may begin with a dot."),
    });
}

QString BranchName::ref() const
{
    return u"refs/heads/"_s + m_text;
}

size_t qHash(const BranchName &name, size_t seed) noexcept
{
    return qHash(name.text(), seed);
}

} // namespace slipway
