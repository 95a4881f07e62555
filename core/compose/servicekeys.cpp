// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/servicekeys.h"

namespace slipway::compose
{

ServiceKeys serviceKeys(const yaml::Stream &stream, Found body)
{
    ServiceKeys keys;
    visitPairs(stream, body, [&](QByteArrayView key, Found value) {
        const auto first = [&](Found &found) {
            if (found.node == yaml::noNode)
                found = value;
        };
        if (key == "image")
            keys.images.append(value);
        else if (key == "build")
            first(keys.build);
        else if (key == "platform")
            first(keys.platform);
        else if (key == "pull_policy")
            first(keys.pullPolicy);
        else if (key == "pre_start")
            first(keys.hooks);
        else if (key == "volumes")
            first(keys.volumes);
        return true;
    });
    return keys;
}

} // namespace slipway::compose
