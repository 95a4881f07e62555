// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/document.h"
#include "core/yaml/edit.h"

namespace slipway::yaml
{

/// The value that a scalar shall have after an edit.
struct ScalarChange
{
    NodeId node;
    QByteArray value;

    bool operator==(const ScalarChange &) const = default;
};

/// Makes the edits and proves them: parses the new text and compares both trees; only the named scalars differ, each
/// has its new value and its old style, and every byte outside of the edits is the same. Returns the new text.
/// Errors: InvalidInput, with what differs and where; the text must then not be written.
[[nodiscard]] Result<QByteArray> provenEdit(const Stream &before, const QList<Edit> &edits,
                                            const QList<ScalarChange> &changes);

} // namespace slipway::yaml
