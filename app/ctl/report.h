// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "core/updates/survey.h"

namespace slipway::ctl
{

/// Problems of files, as `file:line:column: sentence` on stderr.
void tellProblems(const Context &context, const QList<Problem> &problems);

/// The references that could not be found out, where no table on stdout tells of them.
void tellErrors(const Context &context, const updates::Plan &plan);

/// What `images` found, as a table.
void showImages(const Context &context, const updates::Plan &plan);

/// What would change, for people: the table, its summary, and the diff.
void showPlan(const Context &context, const updates::Plan &plan);

/// The diff alone. To a terminal it is shown safely and in colours; anywhere else go the bytes of the files.
void showDiff(const Context &context, const QString &diff);

/// The JSON document, and on stderr the sentences for people.
void printDocument(const Context &context, const Options &options, const updates::Plan &plan);

/// A plan as the options ask for it: the document, the diff alone, or the table and the diff.
void show(const Context &context, const Options &options, const updates::Plan &plan);

/// What keeps a command from its work, as a sentence. 64 for a service that is not there.
[[nodiscard]] Exit failed(const Context &context, const Options &options, const Error &error);

/// What the command line says the command is about.
[[nodiscard]] updates::Scope scopeOf(const Context &context, const Options &options);

/// 1 where something could not be read, asked or written, else 2 where `plan` found updates, else 0.
[[nodiscard]] Exit exitOf(const Options &options, const updates::Plan &plan);

} // namespace slipway::ctl
