// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/platform.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct Spelling
{
    QLatin1StringView architecture;
    QLatin1StringView variant;
    QLatin1StringView usualArchitecture;
    QLatin1StringView usualVariant;
};

constexpr Spelling spellings[] = {
    {"x86_64"_L1, ""_L1, "amd64"_L1, ""_L1},  {"x86-64"_L1, ""_L1, "amd64"_L1, ""_L1},
    {"amd64"_L1, "v1"_L1, "amd64"_L1, ""_L1}, {"i386"_L1, ""_L1, "386"_L1, ""_L1},
    {"aarch64"_L1, ""_L1, "arm64"_L1, ""_L1}, {"aarch64"_L1, "v8"_L1, "arm64"_L1, ""_L1},
    {"arm64"_L1, "v8"_L1, "arm64"_L1, ""_L1}, {"arm64"_L1, "8"_L1, "arm64"_L1, ""_L1},
    {"arm"_L1, ""_L1, "arm"_L1, "v7"_L1},     {"arm"_L1, "7"_L1, "arm"_L1, "v7"_L1},
    {"arm"_L1, "6"_L1, "arm"_L1, "v6"_L1},    {"arm"_L1, "5"_L1, "arm"_L1, "v5"_L1},
    {"armhf"_L1, ""_L1, "arm"_L1, "v7"_L1},   {"armel"_L1, ""_L1, "arm"_L1, "v6"_L1},
};

bool isWord(const QString &part)
{
    return !part.isEmpty() && std::ranges::all_of(part, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'-' || c == u'_';
    });
}

} // namespace

Result<Platform> Platform::parse(QStringView text)
{
    const auto parts = text.toString().toLower().split(u'/');
    if (parts.size() < 2 || parts.size() > 3 || !std::ranges::all_of(parts, isWord))
        return failure({
            .kind = Error::Kind::InvalidInput,
            .message = QCoreApplication::translate("image", "“%1” is not a platform.").arg(text),
            .remedy = QCoreApplication::translate("image", "Write os/architecture, for example linux/amd64."),
        });
    return of(parts.at(0), parts.at(1), parts.value(2));
}

Platform Platform::of(QString os, QString architecture, QString variant)
{
    for (const auto &spelling : spellings) {
        if (architecture == spelling.architecture && variant == spelling.variant)
            return {std::move(os), spelling.usualArchitecture, spelling.usualVariant};
    }
    return {std::move(os), std::move(architecture), std::move(variant)};
}

QString text(const Platform &platform)
{
    const auto base = QString{platform.os + u'/' + platform.architecture};
    return platform.variant.isEmpty() ? base : base + u'/' + platform.variant;
}

} // namespace slipway
