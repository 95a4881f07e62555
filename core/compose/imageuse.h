// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/reference.h"
#include "core/yaml/document.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace slipway::compose
{

enum class Kind { Service, Hook, Mount, Context, Model };
enum class Via { Text, Default, EnvFile, Unset };

/// A service of one project, which is named by its first file.
struct ProjectService
{
    QString project;
    QString service;

    auto operator<=>(const ProjectService &) const = default;
};

/// One image reference as it is written in a compose file: `Reference` of the JSON contract, section 2.
struct ImageUse
{
    QString file;      ///< relative to the current folder, with `/`
    int line = 0;      ///< of the scalar's content, from 1
    int column = 0;    ///< from 1, in code points
    QString path = {}; ///< JSON Pointer of the scalar in its own document, before any merge
    Kind kind = Kind::Service;
    QStringList services = {}; ///< sorted; for which this text is the one that counts
    yaml::Style style = yaml::Style::Plain;
    bool anchor = false; ///< reaches a service through an alias or a merge key
    Via via = Via::Text;
    QString text = {};                        ///< as YAML gives it, not interpolated
    std::optional<ImageReference> image = {}; ///< effective; nothing if there is no valid one

    bool operator==(const ImageUse &) const = default;
};

/// The contract's words: "service", "hook" …; "text", "default" …; "plain", "single-quoted" ….
[[nodiscard]] QString code(Kind kind);
[[nodiscard]] QString code(Via via);
[[nodiscard]] QString code(yaml::Style style);

} // namespace slipway::compose
