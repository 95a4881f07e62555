// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is written behind `image:`: a reference that parses has parts that lie in the text, in their order.
#include "core/image/reference.h"

#include <cstdlib>

using namespace slipway;

extern "C" int LLVMFuzzerTestOneInput(const char *data, size_t size)
{
    const auto text = QString::fromUtf8(data, static_cast<qsizetype>(size));
    if (!ImageReference::parse(text))
        return 0;

    const auto parts = referenceParts(text);
    const bool inOrder = parts && 0 < parts->nameEnd && parts->nameEnd <= parts->tagBegin &&
                         parts->tagBegin <= parts->tagEnd && parts->tagEnd <= parts->digestBegin &&
                         parts->digestBegin <= parts->digestEnd && parts->digestEnd <= text.size();
    if (!inOrder)
        std::abort();
    return 0;
}
