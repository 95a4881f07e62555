// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/acts.h"

namespace slipway::desktop::tour
{

QList<Act> acts()
{
    return startActs() + imagesActs() + reviewActs();
}

} // namespace slipway::desktop::tour
