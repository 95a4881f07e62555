// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compose/pin.h"
#include "core/updates/plan.h"

#include <QList>

namespace slipway::updates
{

/// One file as it is and as it shall be.
struct FileChange
{
    QString name; ///< relative to the current folder
    QString path; ///< absolute
    QByteArray before;
    QByteArray after;

    bool operator==(const FileChange &) const = default;
};

struct Changes
{
    QList<FileChange> files; ///< in the order of their first edit
    QList<Problem> problems; ///< `write-failed`: a file whose edits cannot be proven, or that may not be written
};

/// Makes the edits and proves each file: parsed again, only the meant scalars or values differ. Edits that several
/// references share are made once. A file outside of the work tree is a problem, and so left alone.
[[nodiscard]] Changes changesOf(const compose::Reader &reader, const QList<compose::Site> &sites,
                                const QList<compose::TextEdit> &edits);

/// All changes as one unified diff with three lines of context.
[[nodiscard]] QString diffOf(const QList<FileChange> &changes);

} // namespace slipway::updates
