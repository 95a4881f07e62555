// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QList>

namespace slipway::yaml
{

/// New text for the bytes [begin, end) of a file.
struct Edit
{
    qsizetype begin;
    qsizetype end;
    QByteArray text;

    bool operator==(const Edit &) const = default;
};

/// The document with all edits made; every byte outside of them is the same as before.
/// Errors: InvalidInput when edits overlap or reach outside of the document.
[[nodiscard]] Result<QByteArray> edited(QByteArrayView document, QList<Edit> edits);

} // namespace slipway::yaml
