// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/github/api.h"
#include "core/github/repositories.h"
#include "core/registry/client.h"
#include "core/registry/logins.h"
#include "core/store/cachefile.h"
#include "core/store/statefile.h"
#include "core/updates/repositoryfiles.h"
#include "core/workspace/connection.h"
#include "core/workspace/deployments.h"

#include <QCoroTask>

#include <memory>

namespace slipway::workspace
{

/// What was learned of a repository and stays true while the program runs.
struct Learned
{
    std::optional<github::Repository> repository = {};
    QString person = {};
    QStringList branches = {};
    updates::RepositoryFilesPointer files = {}; ///< at the newest commit that was read
    QHash<QString, Images> imagesAt = {};       ///< by commit
};

/// Where a program keeps what it remembers.
struct Places
{
    QString cache = {}; ///< a file; empty: nothing is cached from one run to the next
    QString state = {}; ///< a file
};

/// The way from a workspace to its GitHub, to the registries and to the disk. Whatever runs through it holds it, so
/// that it outlives the window.
class Reach
{
public:
    /// The clock must outlive it.
    Reach(Connection connection, const Places &places, Clock &clock);
    Reach(const Reach &) = delete;
    Reach &operator=(const Reach &) = delete;
    ~Reach();

    [[nodiscard]] const Connection &connection() const { return m_connection; }
    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] const github::Api &github() const { return m_github; }
    /// For one run: what it asks a registry, it asks once.
    [[nodiscard]] std::unique_ptr<registry::Client> registries();
    [[nodiscard]] Clock &clock() const { return m_clock; }
    [[nodiscard]] store::StateFile &state() { return m_state; }
    [[nodiscard]] Learned &learned() { return m_learned; }
    /// Writes a value of this workspace's own, in another thread: it may be large, and a disk slow.
    [[nodiscard]] QCoro::Task<> keep(QString name, QByteArray value);
    /// The workspace is forgotten: keep() does nothing from now on.
    void keepNothingMore() { m_isForgotten = true; }
    /// Begins to write what was cached.
    void flush() { m_cache.flush(); }

private:
    Connection m_connection;
    QString m_id;
    QString m_stateFile;
    Clock &m_clock;
    store::CacheFile m_cache;
    store::StateFile m_state;
    http::Client m_http;
    std::unique_ptr<registry::Logins> m_logins;
    github::Api m_github;
    Learned m_learned;
    bool m_isForgotten = false;
};

using ReachPointer = std::shared_ptr<Reach>;

} // namespace slipway::workspace
