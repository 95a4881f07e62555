// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/edit.h"

#include "core/yaml/text.h"

#include <algorithm>

namespace slipway::yaml
{

Result<QByteArray> edited(QByteArrayView document, QList<Edit> edits)
{
    std::ranges::stable_sort(edits, {}, &Edit::begin);
    QByteArray result;
    qsizetype kept = 0; // all before it is in the result
    for (const auto &edit : std::as_const(edits)) {
        if (edit.begin < kept || edit.end < edit.begin || edit.end > document.size())
            return failure({Error::Kind::InvalidInput, Text::tr("Edits overlap or reach outside of the file.")});
        result += document.sliced(kept, edit.begin - kept);
        result += edit.text;
        kept = edit.end;
    }
    result += document.sliced(kept);
    return result;
}

} // namespace slipway::yaml
