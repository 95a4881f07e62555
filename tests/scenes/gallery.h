// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

class QWidget;

namespace slipway::test
{

/// Every small part of the window in its states, under one another, 640 wide at a 13 px font.
[[nodiscard]] std::unique_ptr<QWidget> gallery();

} // namespace slipway::test
