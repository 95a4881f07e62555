// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/yaml/document.h"

#include <QList>

namespace slipway::yaml
{

/// The keys that lead from the root of the first document to a value.
using KeyPath = QList<QByteArray>;

/// The document with a value at that path: its key is put behind the last one of its mapping, in the style of that
/// mapping, with the mappings on the way that are missing; or the value that is there is replaced. `value` is YAML in
/// one line: `true`, `"8.4.2"`, `["1.4.0"]`.
/// It is proven as provenEdit() does: parsed again, the trees differ in that path alone, and nothing but a replaced
/// value loses a byte. Errors: InvalidInput, with why it cannot be done here without doing more: an alias stands there,
/// no mapping does, or the file is written in a way that an insertion would change.
[[nodiscard]] Result<QByteArray> withEntry(const Stream &before, const KeyPath &path, const QByteArray &value);

/// The document with further items at the end of the list at that path, which is made if there is none. Items as
/// `value` above. Errors: as withEntry().
[[nodiscard]] Result<QByteArray> withItems(const Stream &before, const KeyPath &path, const QList<QByteArray> &items);

/// The document without the key at the end of that path; a mapping that would be empty goes with its own key. Errors:
/// as withEntry(); also if there is no such key.
[[nodiscard]] Result<QByteArray> withoutEntry(const Stream &before, const KeyPath &path);

} // namespace slipway::yaml
