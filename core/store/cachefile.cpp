// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cachefile.h"

#include "core/store/database.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcessEnvironment>

#include <algorithm>
#include <chrono>
#include <system_error>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::store
{
namespace
{

constexpr qsizetype largestEntry = 4 * 1024 * 1024;

constexpr auto schema =
    "CREATE TABLE entry (kind INTEGER NOT NULL, key TEXT NOT NULL, tag BLOB NOT NULL, value BLOB NOT NULL,"
    " used INTEGER NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID";

} // namespace

/// The open file, and what is asked of it.
class CacheFile::File
{
public:
    explicit File(const QString &path)
        : database(Database::open(path, {QString::fromLatin1(schema)}))
    {
    }

    std::optional<Entry> find(const Key &key)
    {
        auto query = database.query(u"SELECT value, tag FROM entry WHERE kind = ? AND key = ?"_s);
        query.addBindValue(static_cast<int>(key.first));
        query.addBindValue(key.second);
        if (!query.exec() || !query.next())
            return std::nullopt;
        return Entry{.value = query.value(0).toByteArray(), .tag = query.value(1).toByteArray()};
    }

    /// In one go: where the process ends before it has written all, it has written nothing.
    void write(const Entries &entries, qint64 largest)
    {
        if (!database.isUsable())
            return;
        const Database::Transaction transaction(database);
        if (keep(entries))
            shrinkTo(largest);
    }

    /// False where somebody else has the file, or the disk is full.
    bool keep(const Entries &entries)
    {
        auto query = database.query(u"INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, unixepoch())"_s);
        auto keys = entries.keys();
        std::ranges::sort(keys); // as they lie in the file
        for (const auto &key : std::as_const(keys)) {
            const auto entry = entries.constFind(key);
            query.bindValue(0, static_cast<int>(key.first));
            query.bindValue(1, key.second);
            query.bindValue(2, entry->tag.isNull() ? ""_ba : entry->tag);
            query.bindValue(3, entry->value.isNull() ? ""_ba : entry->value);
            if (!query.exec())
                return false;
        }
        return true;
    }

    /// The oldest go first.
    void shrinkTo(qint64 largest)
    {
        auto sum = database.query(u"SELECT sum(length(value)) FROM entry"_s);
        if (!sum.exec() || !sum.next() || sum.value(0).toLongLong() <= largest)
            return;
        auto remove = database.query(
            u"DELETE FROM entry WHERE (kind, key) IN (SELECT kind, key FROM (SELECT kind, key, "
            "sum(length(value)) OVER (ORDER BY used DESC, kind, key) AS upTo FROM entry) WHERE upTo > ?)"_s);
        remove.addBindValue(largest / 2); // so that it is not done every time
        remove.exec();
    }

    Database database;
};

QString cachePath(const QProcessEnvironment &environment)
{
    const auto cache = environment.value(u"XDG_CACHE_HOME"_s);
    const auto home = environment.value(u"HOME"_s);
    if (cache.startsWith(u'/'))
        return cache + u"/slipway/registry.sqlite"_s;
    return home.isEmpty() ? QString{} : home + u"/.cache/slipway/registry.sqlite"_s;
}

CacheFile::CacheFile(QString path, qint64 largest)
    : m_path(std::move(path))
    , m_largest(largest)
{
    // Qt SQL ends with the program, also where somebody still holds this.
    QObject::connect(qApp, &QCoreApplication::aboutToQuit, &m_untilQuit, [this] { m_writing = {}; });
}

CacheFile::~CacheFile()
{
    m_writing = {};
    flush();
}

/// With a connection of its own: those of Qt SQL belong to the thread that made them.
void CacheFile::flush()
{
    if (!endWriting())
        return;
    auto entries = std::exchange(m_kept, {});
    if (m_path.isEmpty() || entries.isEmpty())
        return;
    try {
        m_writing = std::async(std::launch::async, [path = m_path, largest = m_largest, entries = std::move(entries)] {
            File(path).write(entries, largest);
        });
    } catch (const std::system_error &) {
        m_writing = {}; // no thread can be made: it is lost, as where nothing can be written
    }
}

/// False while it writes. Afterwards, the file may be another one.
bool CacheFile::endWriting()
{
    if (!m_writing.valid())
        return true;
    if (m_writing.wait_for(0s) != std::future_status::ready)
        return false;
    m_writing = {};
    m_file.reset();
    m_isLookedFor = false;
    return true;
}

std::optional<CacheFile::Entry> CacheFile::find(Kind kind, const QString &key)
{
    if (const auto kept = m_kept.constFind({kind, key}); kept != m_kept.cend())
        return *kept;
    if (!endWriting())
        return std::nullopt;
    if (!m_file && !std::exchange(m_isLookedFor, true) && !m_path.isEmpty() && QFileInfo::exists(m_path))
        m_file = std::make_unique<File>(m_path); // nothing is loaded for a first run
    return m_file && m_file->database.isUsable() ? m_file->find({kind, key}) : std::nullopt;
}

void CacheFile::keep(Kind kind, const QString &key, const Entry &entry)
{
    if (entry.value.size() <= largestEntry)
        m_kept.insert({kind, key}, entry);
}

} // namespace slipway::store
