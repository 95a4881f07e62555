// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/publish.h"
#include "core/simulator/rest/accounts.h"
#include "core/simulator/rest/repositories.h"
#include "core/simulator/rest/router.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator::rest
{
namespace
{

constexpr qsizetype deepest = 10'000; ///< page times per_page

/// A package: a repository of ghcr.io, by its name without the owner.
struct Package
{
    QString name;
    const ImageRepository *images;
};

QString ownerOf(const Call &call)
{
    return call.part("org"_L1).isEmpty() ? call.part("username"_L1) : call.part("org"_L1);
}

QList<Package> packagesOf(const Call &call)
{
    QList<Package> list;
    const QString prefix = ownerOf(call).toLower() + u'/';
    const auto registry = call.world.registries.find(u"ghcr.io"_s);
    if (registry == call.world.registries.end())
        return list;
    const auto &repositories = registry->repositories;
    for (auto one = repositories.begin(); one != repositories.end(); ++one)
        if (one.key().startsWith(prefix))
            list.append({one.key().sliced(prefix.size()), &*one});
    return list;
}

std::optional<Package> packageOf(const Call &call)
{
    const auto all = packagesOf(call);
    const auto found = std::ranges::find(all, call.part("package_name"_L1), &Package::name);
    return found == all.end() || call.part("package_type"_L1) != "container"_L1 ? std::nullopt : std::optional{*found};
}

QString kindOf(const Call &call)
{
    return call.part("org"_L1).isEmpty() ? u"users"_s : u"orgs"_s;
}

QString urlOf(const Call &call, const Package &package)
{
    const auto name = QString::fromLatin1(QUrl::toPercentEncoding(package.name));
    return call.links.api + u"/%1/%2/packages/container/"_s.arg(kindOf(call), ownerOf(call)) + name;
}

QString htmlOf(const Call &call, const Package &package)
{
    const auto name = QString::fromLatin1(QUrl::toPercentEncoding(package.name));
    return call.links.html + u"/%1/%2/packages/container/package/"_s.arg(kindOf(call), ownerOf(call)) + name;
}

Json packageJson(const Call &call, const Package &package)
{
    const auto &manifests = package.images->manifests;
    const auto byTime = [&](auto when) { return std::ranges::minmax(manifests, {}, when); };
    Json json{
        {"id", package.images->id},
        {"name", package.name},
        {"package_type", u"container"_s},
        {"owner", simpleUser(call, ownerOf(call))},
        {"version_count", manifests.size()},
        {"visibility", package.images->isPrivate ? u"private"_s : u"public"_s},
        {"url", urlOf(call, package)},
        {"html_url", htmlOf(call, package)},
        {"created_at", timeText(byTime(&Manifest::publishedAt).min.publishedAt)},
        {"updated_at", timeText(byTime(&Manifest::updatedAt).max.updatedAt)},
    };
    const auto &source = package.images->source;
    if (const auto *linked = repository(std::as_const(call.world), source.section(u'/', 0, 0), source.section(u'/', 1)))
        if (maySee(call.viewer, *linked))
            json.set("repository", repositoryJson(call, *linked));
    return json;
}

Json versionJson(const Call &call, const Package &package, const QString &digest)
{
    const auto &manifest = package.images->manifests[digest];
    QJsonArray tags;
    for (const auto &tag : package.images->tags)
        if (tag.digest == digest)
            tags.append(tag.name);
    return {
        {"id", manifest.id},
        {"name", digest},
        {"url", urlOf(call, package) + u"/versions/%1"_s.arg(manifest.id)},
        {"package_html_url", htmlOf(call, package)},
        {"html_url", htmlOf(call, package) + u"/%1"_s.arg(manifest.id)},
        {"created_at", timeText(manifest.publishedAt)},
        {"updated_at", timeText(manifest.updatedAt)},
        {"metadata", Json{{"package_type", u"container"_s}, {"container", Json{{"tags", tags}}}}},
    };
}

std::optional<Answer> objection(const Call &call)
{
    const auto number = [&](QLatin1StringView name, qsizetype otherwise) {
        const auto text = call.query(name);
        return text.isEmpty() ? otherwise : text.toLongLong();
    };
    if (number("page"_L1, 1) * number("per_page"_L1, 30) > deepest)
        return refusal(call, 400, u"Invalid argument."_s);
    return {};
}

Answer list(const Call &call)
{
    if (auto refused = objection(call))
        return *std::move(refused);
    if (!account(call.world, ownerOf(call)))
        return notFound(call);
    if (call.query("package_type"_L1).isEmpty())
        return refusal(call, 400, u"Invalid argument."_s);
    const auto isContainer = call.query("package_type"_L1) == "container"_L1;
    return page(call, isContainer ? packagesOf(call) : QList<Package>{},
                [&](const Package &package) { return packageJson(call, package); });
}

Answer one(const Call &call)
{
    const auto package = packageOf(call);
    return package ? json(200, packageJson(call, *package)) : notFound(call);
}

/// Newest first, as GitHub does in practice.
Answer versions(const Call &call)
{
    if (auto refused = objection(call))
        return *std::move(refused);
    const auto package = packageOf(call);
    if (!package)
        return notFound(call);
    auto digests = package->images->manifests.keys();
    std::ranges::stable_sort(digests, std::greater{}, [&](const QString &digest) {
        const auto &manifest = package->images->manifests[digest];
        return std::pair{manifest.publishedAt, manifest.id};
    });
    return page(call, digests, [&](const QString &digest) { return versionJson(call, *package, digest); });
}

} // namespace

QList<Route> packageRoutes()
{
    QList<Route> routes;
    const QList<std::pair<QString, QString>> owners{{u"/orgs/{org}"_s, u"an-organization"_s},
                                                    {u"/users/{username}"_s, u"a-user"_s}};
    for (const auto &[owner, whose] : owners) {
        const QString packages = owner + u"/packages", package = packages + u"/{package_type}/{package_name}";
        const auto docs = u"packages/packages#"_s;
        routes.append({"GET", packages, For::Packages, docs + u"list-packages-for-"_s + whose, list});
        routes.append({"GET", package, For::Packages, docs + u"get-a-package-for-"_s + whose, one});
        routes.append({"GET", package + u"/versions", For::Packages,
                       docs + u"list-package-versions-for-a-package-owned-by-"_s + whose, versions});
    }
    return routes;
}

} // namespace slipway::simulator::rest
