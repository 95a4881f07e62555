// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/workspace/demo.h"

#include "core/simulator/registryapi.h"
#include "core/workspace/refresh.h"
#include "tests/support/awaited.h"
#include "tests/support/exchanges.h"

using namespace Qt::StringLiterals;

namespace slipway::test
{

workspace::Connection demoConnection(quint16 port)
{
    workspace::Connection connection{.host = github::hostNamed(u"github.com").value(),
                                     .repository = RepositoryId::parse(u"PitchConnect/fogis-deployment").value(),
                                     .token = std::make_shared<const Secret>(QByteArrayView(simulator::demoToken)),
                                     .isDemo = true};
    const QUrl place(u"http://127.0.0.1:%1"_s.arg(port));
    const auto hosts = simulator::registryHosts() + QStringList{u"api.github.com"_s, u"github.com"_s};
    for (const auto &host : hosts)
        connection.network.endpoints.insert(host, place);
    return connection;
}

Demo::Demo()
    : world([] {
        static const auto made = simulator::demoWorld(simulator::stillStart()); // a copy costs nothing
        return made;
    }())
    , server([this](const simulator::Request &request) {
        if (isLost && isLost(request))
            return simulator::Answer{.status = 503};
        const auto answer =
            simulator::isForRegistry(request) ? simulator::registryAnswer(world, request) : github.answer(request);
        record(request, answer);
        if (afterRequest)
            afterRequest(request);
        return answer;
    })
{
    if (!server.listen())
        qFatal("the simulator cannot listen");
}

workspace::ReachPointer Demo::reach()
{
    return std::make_shared<workspace::Reach>(
        demoConnection(server.port()), workspace::Places{.cache = {}, .state = folder.path(u"state.sqlite"_s)}, clock);
}

workspace::Snapshot Demo::refreshed(const workspace::ReachPointer &reach, const workspace::Snapshot &known)
{
    const auto begun = known == workspace::Snapshot{} ? workspace::stored(reach->connection(), reach->state()) : known;
    return awaited(workspace::refresh(reach, begun, {}, {}, {}), std::chrono::seconds(20)).value_or(begun);
}

simulator::Repository &Demo::repository()
{
    return *simulator::repository(world, u"PitchConnect"_s, u"fogis-deployment"_s);
}

QString Demo::head(const QString &branch)
{
    return simulator::branch(repository(), branch);
}

QByteArray Demo::file(const QString &commit, const QString &path)
{
    const auto &objects = repository().objects;
    const auto paths = simulator::git::pathsOf(objects, objects.commits.value(commit).tree);
    return objects.blobs.value(paths.value(path).id);
}

QList<const simulator::PullRequest *> Demo::openPulls(const QString &branch)
{
    QList<const simulator::PullRequest *> open;
    for (const auto &pull : std::as_const(repository().pulls)) {
        if (pull.isOpen() && pull.head == branch)
            open.append(&pull);
    }
    return open;
}

} // namespace slipway::test
