// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QUrl>

#include <array>
#include <utility>

/// Parts of answers that several families read alike.
namespace slipway::github
{

/// An address that may be shown as a link: https alone. Empty for any other, which is not worth an error.
[[nodiscard]] QUrl readLink(const json::Value &in);

/// The login of an account; empty where it is gone, or not there.
[[nodiscard]] QString readLogin(const json::Value &in, QLatin1StringView field);
/// The same of a GraphQL `Actor` with its `__typename`: there a bot's login lacks the "[bot]" that it has in REST.
[[nodiscard]] QString readActor(const json::Value &in, QLatin1StringView field);

/// A text or a time that may be missing.
[[nodiscard]] QString readText(const json::Value &in, QLatin1StringView field);
[[nodiscard]] std::optional<QDateTime> readTime(const json::Value &in, QLatin1StringView field);

/// What a word stands for; `otherwise` for one that is not in the table: new ones appear over the years.
template<class T, size_t N>
[[nodiscard]] T meaningOf(const QString &word, const std::array<std::pair<QLatin1StringView, T>, N> &table, T otherwise)
{
    for (const auto &[known, meaning] : table)
        if (word == known)
            return meaning;
    return otherwise;
}

} // namespace slipway::github
