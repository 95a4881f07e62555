// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/simulator.h"

#include "core/http/client.h"
#include "core/simulator/demo.h"
#include "core/simulator/described.h"
#include "core/simulator/life.h"
#include "core/simulator/recording.h"
#include "tests/core/simulator/smallworld.h"
#include "tests/support/awaited.h"
#include "tests/support/fakeclock.h"
#include "tests/support/folder.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace slipway::simulator;
using namespace Qt::StringLiterals;

namespace
{

/// Slipway's own way out, to a simulator.
struct Visit
{
    explicit Visit(Simulator &simulator)
        : settings{.endpoints = simulator.endpoints()}
    {
    }

    std::optional<http::Response> get(const QString &url)
    {
        http::Client client{settings, clock};
        http::Request request{.method = "GET", .url = QUrl{url}};
        request.headers.append("Accept", "application/vnd.github+json");
        const auto outcome = slipway::test::awaited(client.send(request, {}));
        return outcome && *outcome ? std::optional{**outcome} : std::nullopt;
    }

    http::Settings settings;
    SystemClock clock;
};

} // namespace

class SimulatorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onePortStandsForAllNames()
    {
        Simulator simulator{demoWorld(stillStart())};
        QVERIFY(simulator.listen());
        Visit visit{simulator};

        const auto repository = visit.get(u"https://api.github.com/repos/PitchConnect/fogis-deployment"_s);
        const auto registry = visit.get(u"https://ghcr.io/v2/"_s);

        QVERIFY(repository && registry);
        QCOMPARE(repository->status, 200);
        QVERIFY(repository->body.contains("https://api.github.com/repos/PitchConnect/fogis-deployment/pulls"));
        QCOMPARE(registry->status, 401);
    }

    void theWorldLivesInTheTimeOfItsClock()
    {
        test::FakeClock clock{stillStart()};
        auto world = demoWorld(clock.now());
        startLife(world, 1);
        Simulator simulator{std::move(world), &clock};
        QVERIFY(simulator.listen());
        Visit visit{simulator};
        const auto commits = [&] {
            const auto answer =
                visit.get(u"https://api.github.com/repos/PitchConnect/fogis-deployment/commits?per_page=1"_s);
            return answer ? QJsonDocument::fromJson(answer->body)[0]["commit"_L1]["message"_L1].toString() : QString{};
        };
        QCOMPARE(commits(), u"Update calendar-sync to 2.2.0 (#219)"_s);

        clock.advance(std::chrono::minutes{4});

        QCOMPARE(commits(), u"README: who to call"_s);
    }

    void whatIsSaidIsRecordedWithoutCredentials()
    {
        test::Folder folder;
        Recording recording{folder.path(u"said.jsonl"_s)};
        const auto asked = test::apiRequest("GET", u"/user?per_page=1"_s);
        auto registry = asked;
        registry.host = u"ghcr.io"_s;
        registry.path = u"/v2/"_s;

        recording.add(asked, {.status = 200, .body = R"({"login":"bea"})"});
        recording.add(registry, {.status = 401});

        const auto lines = folder.read(u"said.jsonl"_s).trimmed().split('\n');
        QCOMPARE(lines.size(), 1);
        QVERIFY(!lines.first().contains("ghp_"));
        const auto line = QJsonDocument::fromJson(lines.first()).object();
        QCOMPARE(line["path"_L1].toString(), u"/user"_s);
        QCOMPARE(line["query"_L1].toString(), u"per_page=1"_s);
        QCOMPARE(line["headers"_L1]["x-github-api-version"_L1].toString(), u"2026-03-10"_s);
        QCOMPARE(line["answer"_L1].toString(), u"{\"login\":\"bea\"}"_s);
    }

    void aWorldMayBeDescribed()
    {
        const auto world = describedWorld(R"({"owner": "acme", "login": "bea",
            "repositories": [{"name": "deploy", "files": {"compose.yaml": "services: {}\n"}}],
            "images": [{"repository": "ghcr.io/acme/api", "platforms": ["linux/amd64"],
                        "tags": {"1.1.0": "2026-11-02T12:00:00Z", "1.0.0": "2026-11-01T12:00:00Z"}}]})",
                                          stillStart());

        QVERIFY2(world, world ? "" : qPrintable(world.error().details));
        const auto *deploy = repository(*world, u"acme"_s, u"deploy"_s);
        QCOMPARE(git::fileAt(deploy->objects, branch(*deploy, u"main"_s), u"compose.yaml"_s), "services: {}\n");
        const auto &tags = images(*world, u"ghcr.io"_s, u"acme/api"_s)->tags;
        QCOMPARE(tags.first().name, u"1.0.0"_s);
        QCOMPARE(tags.size(), 2);
    }

    void aDescriptionThatIsWrongIsSaidToBeWrongWhere()
    {
        const auto world = describedWorld(R"({"owner": "acme", "login": "bea", "repositories": [{"name": "deploy"}],
                                              "images": []})",
                                          stillStart());

        QVERIFY(!world);
        QVERIFY(world.error().details.contains(u"repositories[0].files"));
    }
};

const slipway::test::Registered<SimulatorTest> registered;

#include "simulator_test.moc"
