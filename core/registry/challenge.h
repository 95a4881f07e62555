// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QList>
#include <QString>

#include <optional>

namespace slipway::registry
{

/// How a registry wants to be asked: one challenge of a `WWW-Authenticate` header. Its texts are the server's, so far
/// unjudged, but printable ASCII of a bounded length.
struct Challenge
{
    enum class Scheme { Basic, Bearer };

    Scheme scheme;
    QString realm = {};   ///< Bearer: where tokens come from; see realm.h for whether it may be asked
    QString service = {}; ///< Bearer: what the token service calls this registry; may be empty

    bool operator==(const Challenge &) const = default;
};

/// The challenges that can be answered, in their order. Other schemes are passed over; a Bearer challenge without a
/// realm or with a parameter twice is left out; reading ends at the first byte that breaks the grammar.
/// RFC 9110, section 11.6.1; distribution, "Token Authentication Specification".
[[nodiscard]] QList<Challenge> readChallenges(const QByteArrayList &headers);

/// The one to answer: a token before a password. Nothing if there is none.
[[nodiscard]] std::optional<Challenge> preferred(const QList<Challenge> &challenges);

/// The header that readChallenges() reads as this challenge.
[[nodiscard]] QByteArray text(const Challenge &challenge);

} // namespace slipway::registry
