// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

/// What a person types to see fewer rows: `status:failed,blocked -tag:rc "my service"`.
namespace slipway::filter
{

/// A key that may stand before a colon.
struct Key
{
    QString name;
    QStringList values = {}; ///< the only ones there are; empty if any text is one
    bool isWhole = false;    ///< compares whole texts, where `*` stands for any characters: `tag:1.4.*`

    bool operator==(const Key &) const = default;
};

/// One condition: any of the values, or with a minus none of them.
struct Term
{
    QString key; ///< empty for a bare word
    QStringList values;
    bool isNegated = false;

    bool operator==(const Term &) const = default;
};

struct Query
{
    QList<Term> terms = {}; ///< all of them must hold
    QString objection = {}; ///< what of the text is not understood, for the person; such a term does not count

    bool operator==(const Query &) const = default;
};

/// Terms stand between spaces; quotes keep spaces, commas and colons together. A key's own values may be cut short:
/// `status:fail`. A key without a value, as it stands while somebody types, does not count.
[[nodiscard]] Query parse(QStringView text, const QList<Key> &keys);

/// What a row has to say to a key; to the empty key, what bare words look for.
using Texts = std::function<QStringList(const QString &key)>;

/// Whether a row is what the query asks for. Capitals make no difference; part of a text is enough, but some keys, and
/// those with values of their own, compare whole ones.
[[nodiscard]] bool accepts(const Query &query, const QList<Key> &keys, const Texts &texts);

} // namespace slipway::filter
