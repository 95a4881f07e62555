// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace slipway
{

/// A repository on GitHub: owner and name, as they were written. Two that differ in case alone are the same.
class RepositoryId
{
public:
    /// Reads "owner/name" and nothing else: no URL, no ".git". Errors: InvalidInput, with the text quoted.
    [[nodiscard]] static Result<RepositoryId> parse(QStringView text);

    [[nodiscard]] const QString &owner() const { return m_owner; }
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] QString text() const { return m_owner + u'/' + m_name; }

    friend bool operator==(const RepositoryId &one, const RepositoryId &other)
    {
        return one.m_owner.compare(other.m_owner, Qt::CaseInsensitive) == 0 &&
               one.m_name.compare(other.m_name, Qt::CaseInsensitive) == 0;
    }
    friend size_t qHash(const RepositoryId &id, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, id.m_owner.toLower(), id.m_name.toLower());
    }

private:
    RepositoryId(QString owner, QString name);

    QString m_owner;
    QString m_name;
};

/// Whether a person or an organisation can have that name: letters, digits, `-` and `_`, not `-` at the beginning, at
/// most 39. (`_` is in the names of managed users.)
[[nodiscard]] bool isOwnerName(QStringView text);

} // namespace slipway
