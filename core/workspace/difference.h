// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/updates/repositoryfiles.h"
#include "core/updates/survey.h"
#include "core/workspace/preview.h"

namespace slipway::workspace
{

/// Two states of a repository's files, with the bytes that planning reads in both.
struct Difference
{
    updates::RepositoryFilesPointer before;
    updates::RepositoryFilesPointer after;
};

/// The paths whose file is another one, new or gone; sorted.
[[nodiscard]] QStringList changedPaths(const Difference &difference);

/// A text that says another image afterwards.
struct ChangedImage
{
    compose::Site before;
    compose::Site after;
    QString file; ///< where the value stands that changes: a compose file or an `.env`
    Place place;

    [[nodiscard]] const ImageReference &from() const { return *before.use.image; }
    [[nodiscard]] const ImageReference &to() const { return *after.use.image; }
};

/// What differs between the surveys of both states, in the order of the files. Texts that are there in one alone do not
/// count: nothing moves from one image to another in them.
[[nodiscard]] QList<ChangedImage> changedImages(const updates::Survey &before, const updates::Survey &after);

/// The files as they would be with those bytes.
[[nodiscard]] updates::RepositoryFilesPointer withBytes(const updates::RepositoryFilesPointer &files,
                                                        const QMap<QString, QByteArray> &bytes);

/// Files that changed, each with the places in it; those that `order` names first, in its order.
[[nodiscard]] QList<FilePreview> filePreviews(const Difference &difference, const QList<ChangedImage> &images,
                                              const QStringList &order);

/// SHA-256 of the unified diff of all files.
[[nodiscard]] QString contentHashOf(const QList<FilePreview> &files);

} // namespace slipway::workspace
