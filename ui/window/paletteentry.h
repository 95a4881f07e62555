// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

#include <functional>

namespace slipway::window
{

/// Something that the command palette can do or go to.
struct PaletteEntry
{
    enum class Kind { Command, Service, PullRequest, Place };

    Kind kind = Kind::Command;
    QString id;        ///< the same for the same thing, also tomorrow: what was used last comes first
    QString icon = {}; ///< a name of look::icon()
    QString name;
    QString object = {};         ///< what it is done to, or what it is
    QString shortcut = {};       ///< as the person reads it
    QString disabledReason = {}; ///< why it cannot be done now; empty: it can
    std::function<void()> run = {};
    QUrl page = {}; ///< for Shift+Enter
};

/// An entry that fits what was typed, with the characters that were meant.
struct PaletteHit
{
    qsizetype entry;    ///< its place in the list that was searched
    QString group = {}; ///< the heading it stands under
    QList<qsizetype> inName = {};
    QList<qsizetype> inObject = {};
};

/// What is shown for a text. `>` looks for commands only, `#` for pull requests, `@` for services. Best matches first
/// (three at most), then where one can go, then commands; without a text, what was used last (`recent`, newest first).
[[nodiscard]] QList<PaletteHit> search(const QList<PaletteEntry> &entries, const QString &typed,
                                       const QStringList &recent);

} // namespace slipway::window
