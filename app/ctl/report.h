// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "core/updates/plan.h"

namespace slipway::ctl
{

/// What `images` found: the references as the options want them, then problems on stderr.
void tellImages(const Context &context, const Options &options, const updates::Plan &plan);

/// What would change, for people: the table, its summary and the diff, or with --diff the diff alone; then problems on
/// stderr, where nothing pushes them off the screen. To a terminal a diff is shown safely and in colours, anywhere
/// else go the bytes of the files.
void tellPlan(const Context &context, const Options &options, const updates::Plan &plan);

/// What was written of a plan that was told before, and the problems that are new since then.
void tellWritten(const Context &context, const Options &options, const updates::Plan &told,
                 const updates::Plan &written);

/// With --json the document, else nothing.
void printDocument(const Context &context, const Options &options, const updates::Plan &plan);

/// What keeps a command from its work, and the status that it then ends with.
struct Obstacle
{
    Error error;
    Exit exit = Exit::Failed;
};

/// Says what the obstacle is: a sentence, and with --json a document with this problem alone.
[[nodiscard]] Exit failed(const Context &context, const Options &options, const Obstacle &obstacle);

/// 1 where something could not be read, asked or written, else 2 where `plan` found updates, else 0.
[[nodiscard]] Exit exitOf(const Options &options, const updates::Plan &plan);

} // namespace slipway::ctl
