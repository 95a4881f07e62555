// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/statefile.h"

#include "core/store/database.h"
#include "core/store/text.h"

#include <QProcessEnvironment>
#include <QSqlError>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace slipway::store
{
namespace
{

const QStringList &migrations()
{
    static const QStringList statements{
        u"CREATE TABLE journal (id INTEGER PRIMARY KEY AUTOINCREMENT, workspace TEXT NOT NULL, kind TEXT NOT NULL,"
        " what BLOB NOT NULL, at INTEGER NOT NULL)"_s,
        u"CREATE TABLE kept (workspace TEXT NOT NULL, name TEXT NOT NULL, value BLOB NOT NULL,"
        " PRIMARY KEY (workspace, name))"_s,
        u"CREATE TABLE seen (image TEXT NOT NULL, digest TEXT NOT NULL, at INTEGER NOT NULL,"
        " PRIMARY KEY (image, digest)) WITHOUT ROWID"_s,
        u"CREATE TABLE workspace (id TEXT PRIMARY KEY, value BLOB NOT NULL, opened INTEGER NOT NULL) WITHOUT ROWID"_s,
        u"DROP TABLE workspace"_s, // the settings have the list
    };
    return statements;
}

QDateTime timeOf(const QVariant &milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), QTimeZone::UTC);
}

QByteArray notNull(const QByteArray &bytes)
{
    return bytes.isNull() ? ""_ba : bytes;
}

std::unexpected<Error> notWritten(const QSqlQuery &query)
{
    return failure({.kind = Error::Kind::Storage,
                    .message = Text::tr("Slipway cannot write down what it is about to do, "
                                        "so it does not begin."),
                    .remedy = Text::tr("Look whether the disk is full, and whether the "
                                       "folder of Slipway's state may be written."),
                    .details = query.lastError().text()});
}

} // namespace

struct StateFile::Private
{
    Database database;

    template<class... Values> [[nodiscard]] QSqlQuery run(const QString &statement, const Values &...values) const
    {
        auto query = database.query(statement);
        (query.addBindValue(values), ...);
        query.exec();
        return query;
    }
};

QString statePath(const QProcessEnvironment &environment)
{
    const auto state = environment.value(u"XDG_STATE_HOME"_s);
    const auto home = environment.value(u"HOME"_s);
    if (state.startsWith(u'/'))
        return state + u"/slipway/state.sqlite"_s;
    return home.isEmpty() ? QString{} : home + u"/.local/state/slipway/state.sqlite"_s;
}

StateFile::StateFile(const QString &path)
    : d(new Private{Database::open(path, migrations(), Database::Worth::State)})
{
}

StateFile::~StateFile() = default;

Result<qint64> StateFile::begin(const QString &workspace, const QString &kind, const QByteArray &what)
{
    const auto query = d->run(u"INSERT INTO journal (workspace, kind, what, at) VALUES (?, ?, ?, ?)"_s, workspace, kind,
                              notNull(what), QDateTime::currentMSecsSinceEpoch());
    if (query.lastError().isValid() || !query.isActive())
        return notWritten(query);
    return query.lastInsertId().toLongLong();
}

Result<> StateFile::note(qint64 id, const QByteArray &what)
{
    const auto query = d->run(u"UPDATE journal SET what = ? WHERE id = ?"_s, notNull(what), id);
    if (query.lastError().isValid() || !query.isActive())
        return notWritten(query);
    return {};
}

void StateFile::end(qint64 id)
{
    static_cast<void>(d->run(u"DELETE FROM journal WHERE id = ?"_s, id));
}

QList<Begun> StateFile::begun(const QString &workspace) const
{
    auto query = d->run(u"SELECT id, kind, what, at FROM journal WHERE workspace = ? ORDER BY id"_s, workspace);
    QList<Begun> all;
    while (query.next())
        all.append({.id = query.value(0).toLongLong(),
                    .kind = query.value(1).toString(),
                    .what = query.value(2).toByteArray(),
                    .at = timeOf(query.value(3))});
    return all;
}

void StateFile::keep(const QString &workspace, const QString &name, const QByteArray &value)
{
    static_cast<void>(d->run(u"INSERT OR REPLACE INTO kept VALUES (?, ?, ?)"_s, workspace, name, notNull(value)));
}

std::optional<QByteArray> StateFile::kept(const QString &workspace, const QString &name) const
{
    auto query = d->run(u"SELECT value FROM kept WHERE workspace = ? AND name = ?"_s, workspace, name);
    return query.next() ? std::optional(query.value(0).toByteArray()) : std::nullopt;
}

void StateFile::drop(const QString &workspace, const QString &name)
{
    static_cast<void>(d->run(u"DELETE FROM kept WHERE workspace = ? AND name = ?"_s, workspace, name));
}

QDateTime StateFile::firstSeen(const ImageRepository &repository, const Digest &digest, const QDateTime &now)
{
    const auto image = text(repository);
    static_cast<void>(
        d->run(u"INSERT OR IGNORE INTO seen VALUES (?, ?, ?)"_s, image, digest.text(), now.toMSecsSinceEpoch()));
    auto query = d->run(u"SELECT at FROM seen WHERE image = ? AND digest = ?"_s, image, digest.text());
    return query.next() ? timeOf(query.value(0)) : now;
}

void StateFile::forget(const QString &workspace)
{
    const Database::Transaction transaction(d->database);
    static_cast<void>(d->run(u"DELETE FROM kept WHERE workspace = ?"_s, workspace));
    static_cast<void>(d->run(u"DELETE FROM journal WHERE workspace = ?"_s, workspace));
}

} // namespace slipway::store
