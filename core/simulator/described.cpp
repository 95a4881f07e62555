// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/described.h"

#include "core/base/json.h"
#include "core/image/platform.h"
#include "core/simulator/demo.h"
#include "core/simulator/publish.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator
{
namespace
{

struct DescribedRepository
{
    QString name;
    QMap<QString, QString> files;
};

struct DescribedImages
{
    QString repository; ///< "ghcr.io/acme/api"
    QList<Platform> platforms;
    QMap<QString, QDateTime> tags;
};

struct Description
{
    QString owner;
    QString login;
    QList<DescribedRepository> repositories;
    QList<DescribedImages> images;
};

DescribedRepository readRepository(const json::Value &in)
{
    return {.name = in["name"_L1].text(), .files = in["files"_L1].entries(&json::Value::text)};
}

Result<Platform> parsePlatform(QStringView text)
{
    const auto platform = Platform::parse(text);
    if (platform)
        return *platform;
    return failure({.kind = Error::Kind::InvalidInput,
                    .message = QCoreApplication::translate("simulator", "“%1” is no platform.").arg(text)});
}

DescribedImages readImages(const json::Value &in)
{
    return {
        .repository = in["repository"_L1].text(),
        .platforms = in["platforms"_L1].each([](const json::Value &one) { return one.parsed(parsePlatform); }),
        .tags = in["tags"_L1].entries(&json::Value::time),
    };
}

Description readDescription(const json::Value &in)
{
    return {
        .owner = in["owner"_L1].text(),
        .login = in["login"_L1].text(),
        .repositories = in["repositories"_L1].each(readRepository),
        .images = in["images"_L1].each(readImages),
    };
}

void addPeople(World &world, const Description &description)
{
    add(world, Account{.id = nextId(world), .login = description.login, .name = description.login});
    add(world, Account{.id = nextId(world),
                       .login = description.owner,
                       .name = description.owner,
                       .kind = Account::Kind::Organization,
                       .members = {{description.login, true}}});
    world.tokens.insert(QString::fromLatin1(demoToken),
                        {description.login, {u"read:org"_s, u"read:packages"_s, u"repo"_s, u"workflow"_s}});
}

void addRepository(World &world, const Description &description, const DescribedRepository &described)
{
    Repository empty;
    empty.id = nextId(world);
    empty.owner = description.owner;
    empty.name = described.name;
    empty.createdAt = world.now;
    empty.pushedAt = world.now;
    empty.defaultBranch = u"main"_s;
    empty.permissions = writers(world);
    QMap<QString, QByteArray> files;
    for (const auto &[path, text] : described.files.asKeyValueRange())
        files.insert(path, text.toUtf8());
    auto &made = add(world, empty);
    commitFiles(world, made, u"main"_s, files, description.login, u"Begin"_s);
}

/// Each tag is an image of its own, in the order of their times.
void addImages(World &world, const DescribedImages &described)
{
    const auto host = described.repository.section(u'/', 0, 0), path = described.repository.section(u'/', 1);
    auto &images = world.registries[host].repositories[path];
    images.id = nextId(world);
    auto tags = described.tags.keys();
    std::ranges::stable_sort(tags, {}, [&](const QString &tag) { return described.tags[tag]; });
    for (const auto &tag : std::as_const(tags))
        publish(images, world,
                {.layer = path.section(u'/', -1) + u' ' + tag,
                 .createdAt = described.tags[tag],
                 .labels = {{u"org.opencontainers.image.version"_s, tag}},
                 .platforms = described.platforms},
                {tag});
}

} // namespace

Result<World> describedWorld(const QByteArray &document, const QDateTime &start)
{
    const auto description = json::decode(document, readDescription);
    if (!description)
        return failure(description.error());
    World world;
    world.now = start;
    addPeople(world, *description);
    for (const auto &repository : description->repositories)
        addRepository(world, *description, repository);
    for (const auto &images : description->images)
        addImages(world, images);
    return world;
}

} // namespace slipway::simulator
