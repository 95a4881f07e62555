// SPDX-License-Identifier: GPL-3.0-or-later
// Any WWW-Authenticate and Link header: what is read is printable and bounded, and is read again the same.
#include "core/registry/challenge.h"
#include "core/http/links.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace slipway;

namespace
{

void require(bool claim)
{
    if (!claim)
        std::abort();
}

bool isPrintable(const QString &text)
{
    return std::ranges::all_of(text, [](QChar character) { return character >= u' ' && character <= u'~'; });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto header = QByteArray{reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
    for (const auto &challenge : registry::readChallenges({header})) {
        require(isPrintable(challenge.realm) && isPrintable(challenge.service));
        const auto again = registry::readChallenges({registry::text(challenge)});
        require(again.size() == 1 && again.first() == challenge);
    }
    const QUrl asked{QStringLiteral("https://ghcr.io/v2/acme/web/tags/list")};
    if (const auto next = http::nextPage({header}, asked); next && *next)
        require((*next)->host() == asked.host() && (*next)->scheme() == asked.scheme() &&
                (*next)->port() == asked.port());
    return 0;
}
