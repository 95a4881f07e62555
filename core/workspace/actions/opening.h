// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace slipway::workspace
{

/// What the journal says of a pull request that is being opened: all that is needed to go on, or to name it, after a
/// crash.
struct Opening
{
    QString branch;
    QString into;
    int pullRequest = 0;      ///< the open one that is updated; 0: there was none
    QString titleBefore = {}; ///< of that one
    QString bodyBefore = {};
    QString title;
    QString body;                 ///< with its markers
    QStringList labels = {};      ///< that it gets, beside others that it has
    QStringList labelsTaken = {}; ///< that it shall not have
    QString commit = {};          ///< once it is made: the branch is moved there and nowhere else

    bool operator==(const Opening &) const = default;
};

[[nodiscard]] QByteArray toBytes(const Opening &opening);
[[nodiscard]] std::optional<Opening> openingFrom(const QByteArray &bytes);

/// The kinds of what the journal holds.
inline constexpr auto openingKind = "open-pull-request";
inline constexpr auto closingKind = "close-pull-request";

/// Under which name the store keeps the commit that this program wrote to a branch last.
[[nodiscard]] QString writtenName(const QString &branch);

} // namespace slipway::workspace
