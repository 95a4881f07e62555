// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>

namespace slipway::store
{

/// An SQLite file, or one in memory. If it cannot be used, its queries fail.
class Database
{
public:
    enum class Worth {
        Cache, ///< it can be lost: nothing waits for the disk, and a damaged one is made anew
        State, ///< written ahead (WAL), so that neither a crash nor a second reader disturbs it; a damaged one is put
               ///< aside, as NAME.damaged
    };

    /// `migrations`: statement by statement, how the tables came to be; the file remembers how many it has had. A file
    /// that has had more is of a later version of the program and is left alone: all queries then fail.
    /// The file and a missing folder are made readable for their owner alone. Without a path it lives in memory.
    [[nodiscard]] static Database open(const QString &path, const QStringList &migrations, Worth worth = Worth::Cache);
    ~Database();
    Database(Database &&other) noexcept;
    Database &operator=(Database &&) = delete;

    [[nodiscard]] bool isUsable() const;

    /// Prepared; exec() fails if the file cannot be used.
    [[nodiscard]] QSqlQuery query(const QString &statement) const;

    /// All that is written while it lives is written at its end, or not at all if the process ends first.
    class Transaction
    {
    public:
        explicit Transaction(Database &database);
        ~Transaction();
        Q_DISABLE_COPY_MOVE(Transaction)

    private:
        Database &m_database;
    };

private:
    explicit Database(QString connection);

    QString m_connection; ///< empty if this was moved from
};

} // namespace slipway::store
