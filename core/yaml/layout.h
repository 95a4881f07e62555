// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/document.h"

namespace slipway::yaml
{

/// Where things stand in the text of a file, for edits between nodes.

/// A mapping or list in brackets.
[[nodiscard]] bool isFlow(const Stream &stream, NodeId collection);

/// Where a value begins, its quote or bracket included; -1 if an anchor or a tag stands before it.
[[nodiscard]] qsizetype outerBegin(const Stream &stream, NodeId id);
/// Behind a value, its quote or bracket included; of a collection without brackets, behind its last child.
[[nodiscard]] qsizetype outerEnd(const Stream &stream, NodeId id);

/// The end of the line that a place is in, before its line end.
[[nodiscard]] qsizetype lineEndFrom(QByteArrayView text, qsizetype from);
/// Where the line that a place is in begins.
[[nodiscard]] qsizetype lineBegin(QByteArrayView text, qsizetype from);
/// The line end that the file uses.
[[nodiscard]] QByteArray lineEndOf(QByteArrayView text);

/// What stands before a place in its line, if that is spaces alone.
[[nodiscard]] bool isFirstInLine(QByteArrayView text, qsizetype at);

} // namespace slipway::yaml
