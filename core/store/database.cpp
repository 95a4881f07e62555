// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace slipway::store
{
namespace
{

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

enum class State { Usable, Damaged, Unusable };

/// Makes the folder and the file before SQLite does, which would let everyone read them.
void prepareFile(const QString &path)
{
    const QFileInfo file(path);
    if (!file.dir().exists()) {
        QDir().mkpath(file.path());
        QFile::setPermissions(file.path(), ownerOnly | QFileDevice::ExeOwner);
    }
    if (!file.exists()) {
        QFile empty(path);
        static_cast<void>(empty.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly));
    }
}

State stateOf(const QSqlError &error)
{
    static const QStringList damaged{u"11"_s, u"26"_s}; // SQLITE_CORRUPT, SQLITE_NOTADB
    return damaged.contains(error.nativeErrorCode()) ? State::Damaged : State::Unusable;
}

/// How many migrations the file has had; -1 (and an error in the query) if it cannot be read.
int migrationsOf(QSqlQuery &query)
{
    return query.exec(u"PRAGMA user_version"_s) && query.next() ? query.value(0).toInt() : -1;
}

bool prepare(QSqlQuery &query, Database::Worth worth)
{
    if (worth == Database::Worth::Cache)
        return query.exec(u"PRAGMA synchronous = OFF"_s);
    return query.exec(u"PRAGMA journal_mode = WAL"_s) && query.exec(u"PRAGMA synchronous = NORMAL"_s);
}

State migrate(QSqlDatabase &file, const QStringList &migrations, Database::Worth worth)
{
    QSqlQuery query(file);
    if (!prepare(query, worth) || migrationsOf(query) < 0)
        return stateOf(query.lastError());
    if (query.value(0).toInt() == migrations.size())
        return State::Usable;
    query.finish();
    if (!query.exec(u"BEGIN IMMEDIATE"_s))
        return stateOf(query.lastError());
    const auto had = migrationsOf(query); // another process may have been faster
    query.finish();
    auto done = had >= 0 && had <= migrations.size();
    for (qsizetype i = had; done && i < migrations.size(); ++i)
        done = query.exec(migrations.at(i));
    done = done && query.exec(u"PRAGMA user_version = %1"_s.arg(migrations.size())) && query.exec(u"COMMIT"_s);
    const auto state = done ? State::Usable : stateOf(query.lastError());
    if (!done)
        query.exec(u"ROLLBACK"_s);
    return state;
}

void putAside(const QString &path, Database::Worth worth)
{
    QFile::remove(path + u".damaged"_s);
    if (worth == Database::Worth::State)
        QFile::rename(path, path + u".damaged"_s);
    QFile::remove(path);
    for (const auto &companion : {u"-journal"_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(path + companion);
}

} // namespace

Database::Database(QString connection)
    : m_connection(std::move(connection))
{
}

Database::Database(Database &&other) noexcept
    : m_connection(std::exchange(other.m_connection, {}))
{
}

Database::~Database()
{
    if (!m_connection.isEmpty())
        QSqlDatabase::removeDatabase(m_connection);
}

Database Database::open(const QString &path, const QStringList &migrations, Worth worth)
{
    Database database(QUuid::createUuid().toString(QUuid::WithoutBraces));
    auto file = QSqlDatabase::addDatabase(u"QSQLITE"_s, database.m_connection);
    file.setDatabaseName(path.isEmpty() ? u":memory:"_s : path);
    // Somebody else may be waiting for the disk. A cache is not worth waiting for.
    file.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(worth == Worth::State ? 3000 : 200));
    for (const auto isLast : {false, true}) {
        if (!path.isEmpty())
            prepareFile(path);
        const auto state = file.open() ? migrate(file, migrations, worth) : stateOf(file.lastError());
        if (state == State::Usable)
            break;
        file.close();
        if (state == State::Unusable || isLast)
            break;
        putAside(path, worth);
    }
    return database;
}

bool Database::isUsable() const
{
    return QSqlDatabase::database(m_connection, false).isOpen();
}

QSqlQuery Database::query(const QString &statement) const
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.prepare(statement);
    return query;
}

Database::Transaction::Transaction(Database &database)
    : m_database(database)
{
    QSqlDatabase::database(m_database.m_connection, false).transaction();
}

Database::Transaction::~Transaction()
{
    QSqlDatabase::database(m_database.m_connection, false).commit();
}

} // namespace slipway::store
