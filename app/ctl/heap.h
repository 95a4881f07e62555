// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace slipway::ctl
{

/// Lets the heap have pages of 2 MiB where the system gives them to who asks (transparent huge pages): much of what a
/// program costs that ends within a second is the first touch of each page, most of all in a virtual machine.
/// To be called first, before there are threads.
void useHugePages();

} // namespace slipway::ctl
