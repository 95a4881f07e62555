// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/registry/accessing.h"

using namespace Qt::StringLiterals;

namespace slipway::test
{

ImageRepository ghcr(const QByteArray &path)
{
    return {u"ghcr.io"_s, QString::fromLatin1(path)};
}

QList<QByteArray> names(int count)
{
    QList<QByteArray> list;
    for (int i = 0; i < count; ++i)
        list += "acme/app-" + QByteArray::number(i);
    return list;
}

QList<ImageRepository> repositories(const QList<QByteArray> &paths)
{
    QList<ImageRepository> list;
    for (const auto &path : paths)
        list += ghcr(path);
    return list;
}

Me::Me(const QByteArray &pair, const QByteArray &key)
    : logins{environment(pair, key)}
{
}

QProcessEnvironment Me::environment(const QByteArray &pair, const QByteArray &key) const
{
    const auto value = key == "auth" ? pair.toBase64() : pair;
    m_folder.write(u"config.json"_s, R"({"auths": {"ghcr.io": {")" + key + R"(": ")" + value + R"("}}})");
    QProcessEnvironment made;
    made.insert(u"DOCKER_CONFIG"_s, m_folder.path());
    return made;
}

http::Settings at(const TokenRegistry &registry)
{
    return {.endpoints = {{u"ghcr.io"_s, registry.url()}}};
}

QList<Result<QStringList>> tagsOf(registry::Client &client, const QList<ImageRepository> &list)
{
    std::vector<QCoro::Task<Result<QStringList>>> tasks;
    for (const auto &repository : list)
        tasks.push_back(client.tags(repository, {}));
    QList<Result<QStringList>> answers;
    for (auto &task : tasks)
        answers += ended(std::move(task));
    return answers;
}

QString wrong(const QList<Result<QStringList>> &answers)
{
    for (const auto &answer : answers) {
        if (answer != QStringList{u"1.0"_s})
            return answer ? answer->join(u' ') : answer.error().message;
    }
    return {};
}

} // namespace slipway::test
