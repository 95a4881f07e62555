// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compose/sites.h"

#include <QList>

#include <expected>

namespace slipway::compose
{

/// New bytes for one place of one file: inside of a scalar, or of a value in `.env`.
struct TextEdit
{
    QString file;    ///< relative to the current folder
    QString path;    ///< absolute
    qsizetype begin; ///< bytes of the file
    qsizetype end;
    QByteArray text;
    int line;
    QString before; ///< the smallest whole reference, default or value that changes
    QString after;
    yaml::NodeId node = yaml::noNode; ///< the scalar; noNode in `.env`
    QByteArray variable = {};         ///< the variable in `.env`

    bool operator==(const TextEdit &) const = default;
};

/// Why a reference cannot be changed in the places where it is written.
enum class PinObstacle {
    Complex, ///< the part that changes comes from `:+`, nested variables, or from more than one place
    Escaped, ///< bytes and value of the scalar differ
};

/// Whether the tag and digest of a valid reference stand where they can be edited at all; asked before any registry.
[[nodiscard]] std::optional<PinObstacle> pinObstacle(const Site &site);

/// The edits that make a valid reference say `tag` (nothing: what is written stays, also no tag) and `digest` (nothing:
/// a digest that is there is dropped); empty if it says so already. A digest goes right behind the tag, in the same
/// place, so inside of a default.
[[nodiscard]] std::expected<QList<TextEdit>, PinObstacle> pinEdits(const Site &site, const std::optional<QString> &tag,
                                                                   const std::optional<Digest> &digest);

/// The variable in `.env` that holds the tag (without one: the end of the name); null if it stands elsewhere.
[[nodiscard]] VariablePointer tagVariable(const Site &site);

/// What stands in the tag before and behind the part that a variable gives: `v` and `-alpine` of `v${TAG}-alpine`.
struct TagFrame
{
    QString before;
    QString behind;
    bool operator==(const TagFrame &) const = default;
};
[[nodiscard]] TagFrame tagFrame(const Site &site);

} // namespace slipway::compose
