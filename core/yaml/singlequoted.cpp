// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/singlequoted.h"

#include <algorithm>

namespace slipway::yaml
{

namespace
{

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

bool isBreak(char c)
{
    return c == '\n' || c == '\r';
}

struct Blanks
{
    const char *end;
    qsizetype breaks = 0; ///< line ends among them
};

Blanks blanksAt(const char *from, const char *end)
{
    Blanks blanks{from};
    for (; blanks.end != end && (isSpace(*blanks.end) || isBreak(*blanks.end)); ++blanks.end) {
        const bool isCrLf = *blanks.end == '\r' && blanks.end + 1 != end && blanks.end[1] == '\n';
        blanks.breaks += isBreak(*blanks.end) && !isCrLf ? 1 : 0;
    }
    return blanks;
}

/// One line end becomes a space, more become one less.
char *writeFold(qsizetype breaks, char *out)
{
    if (breaks == 1)
        *out++ = ' ';
    return std::fill_n(out, breaks - 1, '\n');
}

} // namespace

QByteArrayView singleQuotedValue(QByteArrayView bytes, std::pmr::memory_resource &memory)
{
    auto *const begin = static_cast<char *>(memory.allocate(static_cast<size_t>(bytes.size()), 1));
    auto *out = begin;
    for (const auto *in = bytes.begin(); in != bytes.end();) {
        const auto blanks = blanksAt(in, bytes.end());
        if (blanks.end != in) {
            out = blanks.breaks > 0 ? writeFold(blanks.breaks, out) : std::copy(in, blanks.end, out);
            in = blanks.end;
        } else {
            *out++ = *in++;
            if (in[-1] == '\'' && in != bytes.end())
                ++in; // its second
        }
    }
    return {begin, out};
}

} // namespace slipway::yaml
