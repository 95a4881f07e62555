// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/message.h"

#include "ui/words/errors.h"

namespace slipway::feedback
{

Message messageOf(const Error &error)
{
    const auto said = words::said(error);
    const bool isNotice = said.weight == words::Said::Weight::Notice;
    const bool isMendedByHand = !error.file.isEmpty(); // nobody else needs to know of it
    return {.kind = isNotice ? Message::Kind::Attention : Message::Kind::Failure,
            .what = said.what,
            .more = said.more,
            .icon = said.icon,
            .details = isNotice || isMendedByHand ? QString() : words::details(error)};
}

} // namespace slipway::feedback
