// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/expand.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace slipway::updates
{
namespace
{

QStringList matchingNames(const Listing &listing, const QString &folder, const QString &part)
{
    if (!part.contains(u'*') && !part.contains(u'?'))
        return {part};
    auto names = listing.names(folder);
    const QRegularExpression wanted(QRegularExpression::wildcardToRegularExpression(part));
    names.removeIf([&](const QString &name) {
        return (name.startsWith(u'.') && !part.startsWith(u'.')) || !wanted.match(name).hasMatch();
    });
    names.sort();
    return names;
}

QStringList matching(const Listing &listing, const QString &folder, QStringList parts)
{
    const auto part = parts.takeFirst();
    QStringList paths;
    const auto names = matchingNames(listing, folder, part);
    for (const auto &name : names) {
        const QString path = folder + u'/' + name;
        if (parts.isEmpty() && listing.exists(path))
            paths.append(path);
        else if (!parts.isEmpty() && listing.isFolder(path))
            paths += matching(listing, path, parts);
    }
    return paths;
}

} // namespace

QStringList expand(const QString &pattern, const Listing &listing)
{
    const auto parts = pattern.split(u'/', Qt::SkipEmptyParts);
    return parts.isEmpty() ? QStringList{} : matching(listing, {}, parts);
}

} // namespace slipway::updates
