// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/connection.h"

#include <QSet>

class QSettings;

namespace slipway::desktop
{

/// The workspaces that were opened once. The settings have them without their tokens; those are here, until the
/// program ends.
class WorkspaceList
{
public:
    explicit WorkspaceList(QSettings &settings);

    [[nodiscard]] const QList<workspace::Connection> &all() const { return m_all; } ///< the last opened is first
    [[nodiscard]] QList<workspace::Connection> byName() const;
    [[nodiscard]] const workspace::Connection *find(const QString &id) const; ///< null if it is not known
    /// Did somebody connect to it since the program began? Without a token too: a public repository.
    [[nodiscard]] bool isSignedIn(const workspace::Connection &connection) const;

    void signIn(const workspace::Connection &connection); ///< it is the first from now on
    void putFirst(const workspace::Connection &connection);
    void forget(const workspace::Connection &connection);

    /// What the settings know.
    [[nodiscard]] static QList<workspace::Connection> read(const QSettings &settings);

private:
    void keep();

    QSettings &m_settings;
    QList<workspace::Connection> m_all;
    QSet<QString> m_signedIn; ///< their ids
};

/// Whether it is the same workspace, whoever is signed in.
[[nodiscard]] bool isSame(const workspace::Connection &one, const workspace::Connection &other);
/// "owner/name", with what is not as usual: another host than github.com, a branch.
[[nodiscard]] QString nameOf(const workspace::Connection &connection);

} // namespace slipway::desktop
