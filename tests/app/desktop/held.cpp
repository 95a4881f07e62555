// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desktop/held.h"

#include "core/workspace/difference.h"

using namespace Qt::StringLiterals;

namespace slipway::desktop
{

Held heldBy(test::Demo &demo)
{
    return {.refs = demo.repository().refs, .pulls = demo.repository().pulls.keys()};
}

QStringList movedSince(const Held &before, test::Demo &demo)
{
    QStringList moved;
    for (const auto &[name, commit] : std::as_const(demo.repository().refs).asKeyValueRange()) {
        if (before.refs.value(name) != commit)
            moved.append(name.sliced("refs/heads/"_L1.size()));
    }
    return moved;
}

QList<int> openedSince(const Held &before, test::Demo &demo)
{
    auto numbers = demo.repository().pulls.keys();
    numbers.removeIf([&](int number) { return before.pulls.contains(number); });
    return numbers;
}

QStringList changedIn(test::Demo &demo, const QString &commit)
{
    const auto &objects = demo.repository().objects;
    const auto made = objects.commits.value(commit);
    const auto old = simulator::git::pathsOf(objects, objects.commits.value(made.parents.value(0)).tree);
    const auto now = simulator::git::pathsOf(objects, made.tree);
    QStringList changed;
    for (const auto &path : old.keys() + now.keys()) {
        const bool isSame = old.contains(path) && now.contains(path) && old[path].id == now[path].id &&
                            old[path].mode == now[path].mode;
        if (!isSame && !changed.contains(path))
            changed.append(path);
    }
    return changed;
}

QString contentHash(test::Demo &demo, const QString &commit, const QString &path)
{
    const auto parent = demo.repository().objects.commits.value(commit).parents.value(0);
    return workspace::contentHashOf(
               {{.path = path, .before = demo.file(parent, path), .after = demo.file(commit, path)}})
        .first(8);
}

QByteArray composeWithUpdates(test::Demo &demo, const QString &commit, bool isQueueToo)
{
    auto text = demo.file(commit, u"docker-compose.yml"_s);
    text.replace("google-drive-service:latest@sha256:576136e82b3518fd031afc5df4b787ee4ef484bf82485d726fb207ca0485b24d",
                 "google-drive-service:latest@sha256:d3bd4212c1e8aed375ec2e170f12b265e47dd22ac5dc64d739022f52d280c862");
    return isQueueToo ? text.replace("redis:7.4.1-alpine", "redis:7.4.2-alpine") : text;
}

} // namespace slipway::desktop
