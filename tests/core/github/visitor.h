// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/github/api.h"
#include "core/ids/branchname.h"
#include "core/ids/objectid.h"
#include "core/ids/repositoryid.h"
#include "tests/support/awaited.h"
#include "tests/support/fakeclock.h"
#include "tests/support/httphost.h"

#include <QJsonDocument>

#include <map>

namespace slipway::test
{

/// A cache that forgets with the test.
class Memory final : public http::Cache
{
public:
    std::optional<Entry> find(Kind kind, const QString &key) override
    {
        const auto found = entries.find({kind, key});
        return found == entries.end() ? std::nullopt : std::optional{found->second};
    }
    void keep(Kind kind, const QString &key, const Entry &entry) override { entries[{kind, key}] = entry; }

    std::map<std::pair<Kind, QString>, Entry> entries;
};

/// A GitHub on a port of this machine, asked by a person with a token; waits take no time.
struct Visitor
{
    explicit Visitor(QByteArrayView token = "ghp_secret", const QString &base = {})
        : http(settings(host), clock, &memory)
        , api(http, clock, *github::hostAt(host.url(base).toString()), std::make_shared<const Secret>(token), &memory)
    {
    }
    ~Visitor() { stop.request_stop(); }

    static http::Settings settings(const HttpHost &host)
    {
        http::Settings settings;
        settings.insecureHosts.append(host.authority());
        return settings;
    }

    /// How a question ends; a test that waits too long fails.
    template<class T> [[nodiscard]] Result<T> ended(QCoro::Task<Result<T>> task)
    {
        return awaited(std::move(task)).value_or(failure({.kind = Error::Kind::Timeout, .message = {}}));
    }

    [[nodiscard]] QJsonObject sent(qsizetype request) const
    {
        return QJsonDocument::fromJson(host.received().at(request).body).object();
    }

    HttpHost host;
    FakeClock clock;
    Memory memory;
    std::stop_source stop;
    http::Client http;
    github::Api api;
};

inline RepositoryId web()
{
    return *RepositoryId::parse(u"acme/web");
}

inline BranchName branch(QStringView name)
{
    return *BranchName::parse(name);
}

/// An id of forty times that digit.
inline ObjectId id(char digit)
{
    return *ObjectId::parse(QString(40, QLatin1Char{digit}));
}

/// The text with 'a', 'b' … in place of @a, @b …: forty times that digit.
inline QByteArray withIds(QByteArray json)
{
    for (char digit = 'a'; digit <= 'f'; ++digit)
        json.replace(QByteArray{"@"}.append(digit), QByteArray(40, digit));
    return json;
}

} // namespace slipway::test
