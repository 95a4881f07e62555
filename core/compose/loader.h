// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compose/project.h"

#include <QHash>

#include <set>

namespace slipway::compose
{

/// Reads one project, with all that it includes and extends.
class Loader
{
public:
    Loader(const Reader &reader, SourceCache &cache)
        : m_reader(reader)
        , m_cache(cache)
    {
    }

    [[nodiscard]] Project load(const QStringList &paths);

private:
    /// What files of one project share: the folder where relative paths begin, and the variables.
    struct Scope
    {
        QString folder;
        EnvironmentPointer environment;
    };
    /// Documents whose services may be extended without naming a file.
    struct Siblings
    {
        Origin origin;
        QString folder;
        QList<yaml::NodeId> roots;
    };
    using Bodies = QHash<QByteArrayView, Found>;

    static constexpr qint64 layerCost = 50; ///< of one more layer of a service, in nodes

    // loader.cpp: files and their documents
    EnvironmentPointer readEnvironments(const QStringList &paths, const EnvironmentPointer &outer);
    void loadFiles(const QStringList &paths, const Scope &scope);
    SourcePointer read(const QString &path, const EnvironmentPointer &environment);
    void loadDocument(const LoadedDocument &document, const Scope &scope);
    void loadServices(const LoadedDocument &document, const Scope &scope);

    // include.cpp: what a document includes, and paths that are written in files
    void include(const Origin &origin, Found entry, const Scope &scope);
    bool mayInclude(const Origin &origin, Found entry, const QString &path);
    QStringList environmentsOf(const Origin &origin, Found entry, const QString &folder, const Scope &scope);
    std::optional<QString> pathOf(const Origin &origin, Found found, const QString &folder);
    QStringList pathsOf(const Origin &origin, Found found, const QString &folder);
    bool exists(const Origin &origin, Found at, const QString &path);

    // extends.cpp: services and what they extend
    QList<Layer> layersOf(const Siblings &siblings, QByteArrayView name, const QList<Found> &bodies);
    QList<Layer> basesOf(const Siblings &siblings, QByteArrayView name, Found extends);
    QList<Layer> basesInFile(const Siblings &siblings, const QByteArray &service, Found file);
    QList<Layer> layersNamed(const Siblings &siblings, const QByteArray &service, const Origin &asker, Found at);
    bool mayExtend(const Siblings &siblings, QByteArrayView name, Found extends);
    const Bodies &bodiesIn(const Origin &origin, yaml::NodeId root);
    qint64 sizeOf(const Origin &origin, yaml::NodeId body);

    bool spend(const Origin &origin, yaml::NodeId at, qint64 nodes);
    void addProblem(const Origin &origin, yaml::NodeId at, const QString &code, const QString &message,
                    Problem::Severity severity = Problem::Severity::Error);
    void addProblem(const Problem &problem);
    void mention(const QString &name);

    const Reader &m_reader;
    SourceCache &m_cache;
    Project m_project;
    qint64 m_spent = 0; ///< nodes that were visited, files and bodies that come again counted again
    bool m_saidTooLarge = false;
    bool m_skippedRemote = false; ///< something is not known, so it is no error if a service is missing
    QStringList m_including;      ///< files that are being loaded
    QList<std::pair<const SourceFile *, QByteArray>> m_extending;        ///< services whose bases are being looked for
    std::set<std::pair<SourcePointer, EnvironmentPointer>> m_checked;    ///< files whose variables were looked at
    QHash<std::pair<const SourceFile *, yaml::NodeId>, Bodies> m_bodies; ///< by document
    QHash<std::pair<const SourceFile *, yaml::NodeId>, qint64> m_sizes;  ///< by body
};

} // namespace slipway::compose
