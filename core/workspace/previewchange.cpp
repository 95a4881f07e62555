// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/previewchange.h"

#include <algorithm>

namespace slipway::workspace
{
namespace
{

const FilePreview *find(const QList<FilePreview> &files, const QString &path)
{
    const auto found = std::ranges::find(files, path, &FilePreview::path);
    return found == files.end() ? nullptr : &*found;
}

} // namespace

QList<FilePreview> changedSince(const Preview &before, const Preview &now)
{
    QList<FilePreview> changed;
    for (const auto &file : now.files) {
        const auto *old = find(before.files, file.path);
        if (!old) {
            changed.append(file);
        } else if (old->after != file.after) {
            changed.append({.path = file.path, .before = old->after, .after = file.after});
        } else if (old->before != file.before) {
            changed.append({.path = file.path, .before = old->before, .after = file.before});
        }
    }
    for (const auto &file : before.files)
        if (!find(now.files, file.path))
            changed.append({.path = file.path, .before = file.after, .after = file.before});
    return changed;
}

} // namespace slipway::workspace
