// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/workspace/demo.h"

#include <QProcess>

namespace slipway::test
{

/// Another program with the demo's store does that (see journey.cpp), until it ends, by itself or killed by what
/// listens to the demo's requests. One that takes longer than 30 s fails the test.
void runJourney(QProcess &journey, Demo &demo, const QString &what);

} // namespace slipway::test
