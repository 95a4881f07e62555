// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/cache.h"

#include <QHash>
#include <QObject>

#include <future>
#include <memory>

class QProcessEnvironment;

namespace slipway::store
{

/// Where the cache of this person is: $XDG_CACHE_HOME/slipway, else ~/.cache/slipway; empty if neither is known.
[[nodiscard]] QString cachePath(const QProcessEnvironment &environment);

/// The HTTP cache in an SQLite file that several processes may share. A damaged, missing, locked or read-only file
/// costs time, nothing else: there are no errors. What is kept is written in one go with flush() and
/// at the end of this object's life, which waits for it.
class CacheFile final : public http::Cache
{
public:
    /// Opens nothing yet. The folder is made, for its owner alone, when something is written. `largest` in bytes:
    /// beyond it, what was used longest ago makes room.
    explicit CacheFile(QString path, qint64 largest = qint64{256} * 1024 * 1024);
    ~CacheFile() override;

    [[nodiscard]] std::optional<Entry> find(Kind kind, const QString &key) override;
    void keep(Kind kind, const QString &key, const Entry &entry) override;

    /// Begins to write what was kept since the last time, in a thread of its own. While that is under way, another call
    /// does nothing, and find() finds only what was kept meanwhile: neither waits.
    void flush();

private:
    using Key = std::pair<Kind, QString>;
    using Entries = QHash<Key, Entry>;

    class File;
    [[nodiscard]] bool endWriting();

    QString m_path;
    qint64 m_largest;
    std::unique_ptr<File> m_file; ///< to read from; null until there is a file
    bool m_isLookedFor = false;   ///< whether there is a file: once between two times that this writes
    Entries m_kept;               ///< not written yet
    QObject m_untilQuit;          ///< as long as it is to be told that the program ends
    std::future<void> m_writing;  ///< its destructor waits
};

} // namespace slipway::store
