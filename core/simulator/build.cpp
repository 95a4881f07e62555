// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/build.h"

#include "core/simulator/publish.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator
{

namespace
{

using std::chrono::minutes;

/// Commits lie evenly between two versions, the newest ten minutes before the image.
QDateTime committedAt(const Build &build, qsizetype index)
{
    const auto span = std::chrono::floor<minutes>(build.at - build.previousAt);
    return build.at.addDuration(-minutes{10} - index * (span / (build.steps.size() + 1)));
}

ObjectId commitStep(World &world, Repository &repository, const Step &step, const QDateTime &at)
{
    const auto parent = branch(repository, u"main"_s);
    const auto changes = git::fileAt(repository.objects, parent, u"CHANGES.md"_s).value_or(QByteArray{});
    const QMap<QString, QByteArray> files{
        {u"README.md"_s, "# " + repository.name.toUtf8() + '\n'},
        {u"CHANGES.md"_s, changes + "- " + step.message.toUtf8() + '\n'},
    };
    world.now = at;
    return commitFiles(world, repository, u"main"_s, files, step.login, step.message);
}

QString notes(const Build &build)
{
    auto text = build.notes;
    for (const auto &step : build.steps)
        text += u"- %1\n"_s.arg(step.message);
    return text;
}

void addRelease(World &world, Repository &repository, const Build &build, const ObjectId &revision)
{
    repository.refs.insert(u"refs/tags/"_s + build.version, revision);
    repository.releases.append({
        .id = nextId(world),
        .tag = build.version,
        .notes = notes(build),
        .author = build.steps.first().login,
        .commit = revision,
        .publishedAt = build.at,
    });
}

/// 1.5.0 is also 1.5, 1, latest and main; a candidate has its own name alone.
QStringList tags(const Build &build, const QString &revisionTag)
{
    QStringList all;
    if (build.version.isEmpty())
        all = {u"latest"_s, u"main"_s};
    else if (isFinal(build.version))
        all = {build.version, build.version.section(u'.', 0, 1), build.version.section(u'.', 0, 0), u"latest"_s,
               u"main"_s};
    else
        all = {build.version};
    if (build.hasRevisionTag)
        all.append(revisionTag);
    return all;
}

Image image(const Build &build, const ObjectId &revision, const QString &revisionTag)
{
    const auto source = u"https://github.com/%1/%2"_s.arg(build.owner, build.service);
    const auto label = [](QLatin1StringView name) -> QString { return "org.opencontainers.image."_L1 + name; };
    Image image{
        .layer = build.service + u' ' + (build.version.isEmpty() ? revisionTag : build.version),
        .createdAt = build.at,
        .labels = {{label("created"_L1), timeText(build.at)},
                   {label("licenses"_L1), u"MIT"_s},
                   {label("revision"_L1), revision},
                   {label("source"_L1), source},
                   {label("title"_L1), build.service},
                   {label("version"_L1), build.version.isEmpty() ? u"main"_s : build.version}},
        .platforms = build.platforms,
    };
    image.subject = u"ghcr.io/%1/%2"_s.arg(build.owner.toLower(), build.service);
    image.source = source;
    return image;
}

} // namespace

bool isFinal(const QString &version)
{
    return !version.sliced(1).contains(u'-');
}

QList<Platform> bothPlatforms()
{
    return {{u"linux"_s, u"amd64"_s, {}}, {u"linux"_s, u"arm64"_s, {}}};
}

ImageRepository &serviceImages(World &world, const QString &owner, const QString &service)
{
    return world.registries[u"ghcr.io"_s].repositories[owner.toLower() + u'/' + service];
}

void addSource(World &world, const QString &owner, const QString &service, const QDateTime &createdAt)
{
    Repository repository{
        .id = nextId(world),
        .owner = owner,
        .name = service,
        .createdAt = createdAt,
        .pushedAt = createdAt,
        .defaultBranch = u"main"_s,
        .permissions = writers(world),
    };
    add(world, repository);
    serviceImages(world, owner, service) = {.id = nextId(world), .source = owner + u'/' + service};
}

QString build(World &world, const Build &build)
{
    auto &repository = *simulator::repository(world, build.owner, build.service);
    ObjectId revision;
    for (auto i = build.steps.size() - 1; i >= 0; --i)
        revision = commitStep(world, repository, build.steps.at(i), committedAt(build, i));
    world.now = build.at;

    const QString revisionTag = u"sha-"_s + revision.first(7);
    auto what = image(build, revision, revisionTag);
    if (!build.isAttested)
        what.source.clear();
    const auto digest =
        publish(serviceImages(world, build.owner, build.service), world, what, tags(build, revisionTag));
    if (!build.version.isEmpty() && isFinal(build.version))
        addRelease(world, repository, build, revision);
    return digest;
}

} // namespace slipway::simulator
