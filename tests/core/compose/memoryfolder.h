// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compose/sites.h"

#include <QMap>
#include <QSet>

namespace slipway::test
{

/// Files in memory, reached as the compose room reaches files. The current folder and work tree is /stack.
class MemoryFolder
{
public:
    /// Names are relative to /stack, or absolute.
    MemoryFolder(std::initializer_list<std::pair<QString, QByteArray>> files);

    void add(const QString &name, const QByteArray &text);
    /// As if the file were a link to one outside of the work tree.
    void leadOutside(const QString &name);

    [[nodiscard]] compose::Reader reader() const;

private:
    QMap<QString, QByteArray> m_files; ///< by path
    QSet<QString> m_outside;
};

/// What is read of the projects in a folder.
struct Reading
{
    QList<compose::Site> sites;
    QList<Problem> problems;
    QStringList files; ///< of all projects, in order
    QList<compose::Project> projects;
};
[[nodiscard]] Reading readingOf(const MemoryFolder &folder, const QStringList &arguments = {});

/// `compose.yaml:3:12 /services/web/image service [web] docker.io/library/nginx:1`, one line for each site; `-` for no
/// image, and `anchor`, `shadowed by …` where it holds.
[[nodiscard]] QStringList lines(const QList<compose::Site> &sites);

/// `compose.yaml:3:12 error duplicate-key` for each problem.
[[nodiscard]] QStringList lines(const QList<Problem> &problems);

} // namespace slipway::test
