// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/problem.h"
#include "core/compose/reader.h"
#include "core/yaml/document.h"

#include <QHash>
#include <QString>

#include <expected>
#include <memory>

namespace slipway::compose
{

/// A compose file that was read.
struct SourceFile
{
    QString path; ///< absolute, clean
    QString name; ///< relative to the current folder
    yaml::Stream stream;
    bool isInside = true; ///< in the work tree; nothing of a file outside is quoted or written
};

using SourcePointer = std::shared_ptr<const SourceFile>;

/// A node of a file.
struct Place
{
    SourcePointer file;
    yaml::NodeId node = yaml::noNode;

    [[nodiscard]] const yaml::Node &operator*() const { return file->stream.node(node); }
    [[nodiscard]] const yaml::Node *operator->() const { return &file->stream.node(node); }
};

/// Remembers files that were read, so that a file of several projects is read once.
using SourceCache = QHash<QString, std::weak_ptr<const SourceFile>>;

/// Reads a file, or takes it from the cache. Errors: `file-missing`, `encoding`, `yaml-invalid`, `duplicate-key`; they
/// quote nothing of a file outside of the work tree.
[[nodiscard]] std::expected<SourcePointer, Problem> readSource(const Reader &reader, const QString &path,
                                                               SourceCache &cache);

/// What is said instead of a message that would quote a file outside of the work tree.
[[nodiscard]] QString unquotedMessage();

} // namespace slipway::compose
