// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "core/updates/plan.h"

namespace slipway::ctl
{

/// What `images` found: problems on stderr, then the references as the options want them.
void tellImages(const Context &context, const Options &options, const updates::Plan &plan);

/// What would change, for people: problems on stderr; then the table, its summary and the diff, or with --diff the
/// diff alone. To a terminal a diff is shown safely and in colours, anywhere else go the bytes of the files.
void tellPlan(const Context &context, const Options &options, const updates::Plan &plan);

/// What was written of a plan that was told before, and the problems that are new since then.
void tellWritten(const Context &context, const Options &options, const updates::Plan &told,
                 const updates::Plan &written);

/// With --json the document, else nothing.
void printDocument(const Context &context, const Options &options, const updates::Plan &plan);

/// Something that keeps a command from its work: a sentence, and with --json a document with this problem alone.
[[nodiscard]] Exit failed(const Context &context, const Options &options, const Error &error);

/// 1 where something could not be read, asked or written, else 2 where `plan` found updates, else 0.
[[nodiscard]] Exit exitOf(const Options &options, const updates::Plan &plan);

} // namespace slipway::ctl
