// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/demo/references.h"

namespace slipway::simulator::demo
{

/// What a pull request changes of one service.
struct Update
{
    QString service;
    QString from; ///< "1.4.2@sha256:…", as the first file has it
    QString to;
    ObjectId base; ///< the commit of main that it is made on
    qsizetype files = 1;
};

/// "Update fogis-api-client to 1.5.0"; where only the digest moves, with the time and commit of the image.
[[nodiscard]] QString pullTitle(const World &world, const Update &update);

/// The text that Slipway writes: a table, the commits between, and the hidden marker.
[[nodiscard]] QString pullBody(const World &world, const Update &update);

} // namespace slipway::simulator::demo
