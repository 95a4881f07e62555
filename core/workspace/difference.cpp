// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/difference.h"

#include "core/compose/pin.h"
#include "core/diff/linediff.h"
#include "core/ids/objectid.h"

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

/// The keys to a scalar's mapping: {"services", "queue"} of `/services/queue/image`.
QStringList keysOf(const QString &pointer)
{
    auto keys = pointer.split(u'/', Qt::SkipEmptyParts);
    if (!keys.isEmpty())
        keys.removeLast();
    for (auto &key : keys)
        key.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
    return keys;
}

ChangedImage changeOf(const compose::Site &before, const compose::Site &after)
{
    ChangedImage change{.before = before, .after = after, .file = after.use.file, .place = {}};
    change.place.service = after.use.services.value(0);
    change.place.line = after.use.line;
    change.place.path = keysOf(after.use.path);
    if (const auto variable = compose::tagVariable(after)) {
        change.file = variable->file;
        change.place.line = variable->line;
        change.place.path = {QString::fromUtf8(variable->name)};
        change.place.special = Special::EnvFile;
    } else if (after.use.via == compose::Via::Default) {
        change.place.special = Special::Default;
    } else if (after.use.anchor) {
        change.place.special = Special::Anchor;
        change.place.anchor = change.place.path.value(change.place.path.size() - 1);
    }
    return change;
}

QByteArray bytesAt(const updates::RepositoryFiles &files, const QString &path)
{
    return files.blobs.value(files.tree.value(path).blob);
}

} // namespace

QStringList changedPaths(const Difference &difference)
{
    QStringList paths;
    const auto &before = difference.before->tree;
    const auto &after = difference.after->tree;
    for (auto file = before.cbegin(); file != before.cend(); ++file) {
        if (after.value(file.key()) != *file)
            paths.append(file.key());
    }
    for (auto path = after.keyBegin(); path != after.keyEnd(); ++path) {
        if (!before.contains(*path))
            paths.append(*path);
    }
    paths.sort();
    return paths;
}

QList<ChangedImage> changedImages(const updates::Survey &before, const updates::Survey &after)
{
    QList<ChangedImage> changes;
    for (const auto &site : after.sites) {
        const auto old = std::ranges::find_if(before.sites, [&](const compose::Site &each) {
            return each.use.file == site.use.file && each.use.path == site.use.path;
        });
        if (old == before.sites.end() || !old->use.image || !site.use.image || old->use.image == site.use.image)
            continue;
        changes.append(changeOf(*old, site));
    }
    return changes;
}

updates::RepositoryFilesPointer withBytes(const updates::RepositoryFilesPointer &files,
                                          const QMap<QString, QByteArray> &bytes)
{
    auto changed = std::make_shared<updates::RepositoryFiles>(*files);
    changed->commit.clear();
    for (auto file = bytes.cbegin(); file != bytes.cend(); ++file) {
        const auto id = ObjectId::ofBlob(*file).text();
        auto entry = changed->tree.value(file.key());
        entry.blob = id;
        entry.size = file->size();
        changed->tree.insert(file.key(), entry);
        changed->blobs.insert(id, *file);
    }
    return changed;
}

QList<FilePreview> filePreviews(const Difference &difference, const QList<ChangedImage> &images,
                                const QStringList &order)
{
    QList<FilePreview> files;
    const auto paths = changedPaths(difference);
    for (const auto &path : paths) {
        FilePreview file{.path = path,
                         .before = bytesAt(*difference.before, path),
                         .after = bytesAt(*difference.after, path),
                         .isNew = !difference.before->tree.contains(path)};
        for (const auto &image : images) {
            const auto isThere =
                file.path == image.file || file.path == updates::targetOf(*difference.after, image.file);
            if (isThere && !file.places.contains(image.place))
                file.places.append(image.place);
        }
        std::ranges::sort(file.places, {}, &Place::line);
        files.append(std::move(file));
    }
    std::ranges::stable_sort(files, {}, [&](const FilePreview &file) {
        const auto at = order.indexOf(file.path);
        return at < 0 ? order.size() : at;
    });
    return files;
}

QString contentHashOf(const QList<FilePreview> &files)
{
    QString diff;
    for (const auto &file : files)
        diff += diff::unified(file.path, file.before, file.after);
    return QString::fromLatin1(QCryptographicHash::hash(diff.toUtf8(), QCryptographicHash::Sha256).toHex());
}

} // namespace slipway::workspace
