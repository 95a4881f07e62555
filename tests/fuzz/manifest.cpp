// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a manifest, an index and a configuration: read, or refused with the path of what is wrong.
#include "core/registry/manifest.h"

#include <cstdint>
#include <cstdlib>

using namespace slipway;
using namespace slipway::registry;

namespace
{

void require(bool claim)
{
    if (!claim)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto bytes = QByteArray{reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
    const auto digest = Digest::of(bytes);
    for (const auto *type :
         {"application/vnd.oci.image.index.v1+json", "application/vnd.oci.image.manifest.v1+json", ""}) {
        const auto manifest = readManifest(bytes, type, digest);
        if (!manifest) {
            require(manifest.error().kind == Error::Kind::Protocol && !manifest.error().message.isEmpty());
            continue;
        }
        require(manifest->digest == digest);
        require(manifest->isIndex || manifest->children.isEmpty());
    }
    if (const auto config = readImageConfig(bytes); !config)
        require(config.error().kind == Error::Kind::Protocol && !config.error().message.isEmpty());
    return 0;
}
