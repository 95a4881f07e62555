// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/updates/candidate.h"
#include "core/updates/judge.h"

#include <QHash>
#include <QSet>

namespace slipway::updates
{

/// A subject with what was found out about it so far.
struct Member
{
    explicit Member(Question asked)
        : question(std::move(asked))
    {
    }

    Question question;
    NewerTags newer = {};
    bool tagIsListed = false;              ///< the written tag is in the tag list, if that was asked
    std::optional<Platform> pinned = {};   ///< the digest that is written is that of this platform
    QHash<QString, HeldBack> against = {}; ///< what the registry's answers say against a newer tag
    QSet<QString> vanished = {};           ///< newer tags that were listed and then not there
    std::optional<Error> error = {};
};

/// The verdict once a newer tag was accepted, or none was: an update, or what the written tag has become.
/// Only Cancelled is an Error.
[[nodiscard]] QCoro::Task<Result<Verdict>> verdictOf(Member member, std::optional<NewerTag> accepted);

} // namespace slipway::updates
