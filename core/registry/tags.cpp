// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/tags.h"

#include "core/base/json.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::registry
{

namespace
{

bool isWordCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
}

bool isHex(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
}

/// cosign's names and the referrers tag schema.
bool belongsToAnImage(QStringView tag)
{
    constexpr auto prefix = "sha256-"_L1;
    constexpr qsizetype digits = 64;
    return tag.startsWith(prefix) && tag.size() >= prefix.size() + digits &&
           std::ranges::all_of(tag.sliced(prefix.size(), digits), isHex);
}

} // namespace

bool isTag(QStringView text)
{
    return !text.isEmpty() && text.size() <= 128 && isWordCharacter(text.front()) &&
           std::ranges::all_of(text, [](QChar c) { return isWordCharacter(c) || c == u'.' || c == u'-'; });
}

Result<QStringList> readTags(const QByteArray &body)
{
    auto tags = json::decode(body, [](const json::Value &in) {
        const auto list = in.find("tags"_L1); // null where the last tag was deleted
        return list ? QStringList{list->each(&json::Value::text)} : QStringList{};
    });
    if (tags)
        tags->removeIf([](const QString &tag) { return !isTag(tag) || belongsToAnImage(tag); });
    return tags;
}

} // namespace slipway::registry
