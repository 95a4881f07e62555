// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/registry/accessing.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::registry
{

using namespace slipway::test;
using Service = TokenRegistry::Service;

namespace
{

ImageRepository example(const QByteArray &path)
{
    return {u"registry.example"_s, QString::fromLatin1(path)};
}

http::Settings atExample(const TokenRegistry &registry)
{
    return {.endpoints = {{u"registry.example"_s, registry.url()}}};
}

} // namespace

/// How a registry wants to be asked is learned once, and each token asked for once.
class AccessTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHostSays401OnceHoweverManyAsk_data();
    void aHostSays401OnceHoweverManyAsk();
    void oneTokenServesFiftyRepositories();
    void aRememberedChallengeMakesNoRefusal();
    void aRememberedOpenDoorMakesNobodyWait();
    void aChallengeThatIsOutOfDateIsLearnedAgain_data();
    void aChallengeThatIsOutOfDateIsLearnedAgain();
    void aStuckFirstRequestHoldsUpNobody();
    void whereManyMayBeginAtOnceNobodyWaits();
    void whereManyMayBeginAtOnceEachGetsIn();
    void aRepositoryThatSendsAstraySpoilsNoOther();
    void wherePrivateNamesSpoilTheBatchEachIsAskedForAlone();
    void whereManyScopesAreRefusedEachIsAskedForAlone();
    void anExpiredTokenIsAskedForAnew();
    void aTokenThatIsTakenNoLongerIsAskedForAnew();
};

void AccessTest::aHostSays401OnceHoweverManyAsk_data()
{
    QTest::addColumn<int>("atOnce");
    QTest::newRow("as many as it takes") << 1;
    QTest::newRow("a number is named, but it is known to want tokens") << 20;
}

void AccessTest::aHostSays401OnceHoweverManyAsk()
{
    QFETCH(const int, atOnce);
    TokenRegistry registry{realm};
    const auto paths = names(40);
    registry.publicRepositories = {paths.begin(), paths.end()};
    Asking<> run{at(registry), {.atOnce = atOnce}};
    run.client.expect(repositories(paths));

    const auto answers = tagsOf(run.client, repositories(paths));

    QCOMPARE(wrong(answers), u""_s);
    QCOMPARE(registry.refusals(), 1);
    QCOMPARE(registry.tokenRequests(false), 1);
    QCOMPARE(registry.answers(), 40);
}

void AccessTest::oneTokenServesFiftyRepositories()
{
    TokenRegistry registry{realm};
    const auto paths = names(120);
    registry.publicRepositories = {paths.begin(), paths.end()};
    Asking<> run{at(registry), {}};
    run.client.expect(repositories(paths));

    const auto answers = tagsOf(run.client, repositories(paths));

    QCOMPARE(wrong(answers), u""_s);
    QCOMPARE(registry.tokenRequests(false), 3);
    QCOMPARE(registry.refusals(), 1);
}

void AccessTest::aRememberedChallengeMakesNoRefusal()
{
    TokenRegistry registry{realm};
    const auto paths = names(16);
    registry.publicRepositories = {paths.begin(), paths.end()};
    Memory memory;
    {
        Asking<> first{at(registry), {.cache = &memory}};
        QCOMPARE(wrong(tagsOf(first.client, repositories(paths))), u""_s);
        QCOMPARE(registry.refusals(), 1);
    }

    Asking<> second{at(registry), {.cache = &memory}};
    const auto answers = tagsOf(second.client, repositories(paths));

    QCOMPARE(wrong(answers), u""_s);
    QCOMPARE(registry.refusals(), 1);
    for (const auto &[key, entry] : memory.entries)
        QVERIFY(!entry.value.contains("token-"));
}

void AccessTest::aRememberedOpenDoorMakesNobodyWait()
{
    HttpHost host;
    for (const auto &path : names(2))
        host.answer("GET /v2/" + path + "/tags/list?n=1000",
                    {.body = R"({"tags": ["1.0"]})", .manner = Answer::Manner::Held});
    const http::Settings settings{.endpoints = {{u"ghcr.io"_s, host.url({})}}};
    Memory memory;
    memory.keep(http::Cache::Kind::Challenge, u"ghcr.io"_s, {""});
    Asking<> run{settings, {.cache = &memory}};

    auto first = run.client.tags(ghcr(names(2).at(0)), {});
    auto second = run.client.tags(ghcr(names(2).at(1)), {});
    const bool bothCame = QTest::qWaitFor([&host] { return host.inFlight() == 2; }, 2500);
    host.release();

    QVERIFY(bothCame);
    QVERIFY(ended(std::move(first)));
    QVERIFY(ended(std::move(second)));
}

void AccessTest::aChallengeThatIsOutOfDateIsLearnedAgain_data()
{
    QTest::addColumn<QByteArray>("remembered");

    QTest::newRow("a service that is gone") << R"(Bearer realm="https://gone.test/token",service="x")"_ba;
    QTest::newRow("another scheme") << "Basic"_ba;
    QTest::newRow("none") << ""_ba;
    QTest::newRow("nonsense") << "\x01\x02"_ba;
    QTest::newRow("a realm that must not be asked") << R"(Bearer realm="file:///etc/passwd",service="x")"_ba;
}

void AccessTest::aChallengeThatIsOutOfDateIsLearnedAgain()
{
    QFETCH(QByteArray, remembered);
    TokenRegistry registry{realm};
    const auto paths = names(3);
    registry.publicRepositories = {paths.begin(), paths.end()};
    HttpHost gone;
    gone.answer("GET /", Answer{});
    auto settings = at(registry);
    settings.endpoints.insert(u"gone.test"_s, QUrl{u"http://127.0.0.1:1"_s});
    Memory memory;
    memory.keep(http::Cache::Kind::Challenge, u"ghcr.io"_s, {remembered});
    Asking<FakeClock> run{settings, {.cache = &memory}};

    const auto answers = tagsOf(run.client, repositories(paths));

    QCOMPARE(wrong(answers), u""_s);
    const auto learned = R"(Bearer realm="https://ghcr.io/token",service="tests")"_ba;
    QCOMPARE(memory.find(http::Cache::Kind::Challenge, u"ghcr.io"_s)->value, learned);
}

void AccessTest::aStuckFirstRequestHoldsUpNobody()
{
    TokenRegistry registry{realm};
    const auto paths = names(3);
    registry.publicRepositories = {paths.begin(), paths.end()};
    registry.host.answer("GET /v2/acme/app-0/tags/list?n=1000", {.manner = Answer::Manner::Silent});
    Asking<> run{at(registry), {}};
    std::stop_source source;

    auto stuck = run.client.tags(ghcr(paths.at(0)), source.get_token());
    const auto answers = tagsOf(run.client, repositories(paths.sliced(1)));
    source.request_stop();

    QCOMPARE(wrong(answers), u""_s);
    QCOMPARE(ended(std::move(stuck)).error().kind, Error::Kind::Cancelled);
}

void AccessTest::whereManyMayBeginAtOnceNobodyWaits()
{
    TokenRegistry registry{"https://registry.example/token"};
    registry.host.answer("GET /v2/acme/app-0/tags/list?n=1000", {.manner = Answer::Manner::Silent});
    registry.host.otherwise([](const Received &) { return Answer{.body = R"({"tags": ["1.0"]})"}; });
    Asking<FakeClock> run{atExample(registry), {.atOnce = 2}};
    std::stop_source source;

    auto stuck = run.client.tags(example("acme/app-0"), source.get_token());
    const auto answer = ended(run.client.tags(example("acme/app-1"), {}));
    source.request_stop();

    QVERIFY(answer);
    QCOMPARE(ended(std::move(stuck)).error().kind, Error::Kind::Cancelled);
}

void AccessTest::whereManyMayBeginAtOnceEachGetsIn()
{
    TokenRegistry registry{"https://registry.example/token"};
    const auto paths = names(40);
    registry.publicRepositories = {paths.begin(), paths.end()};
    QList<ImageRepository> asked;
    std::ranges::transform(paths, std::back_inserter(asked), example);
    auto settings = atExample(registry);
    settings.parallel = 20;
    settings.slowStart = false;
    Asking<> run{settings, {.atOnce = 20}};
    run.client.expect(asked);

    const auto answers = tagsOf(run.client, asked);

    QCOMPARE(wrong(answers), u""_s);
    QCOMPARE(registry.refusals(), 20);
    QCOMPARE(registry.tokenRequests(false), 1);
    QCOMPARE(registry.answers(), 40);
}

void AccessTest::aRepositoryThatSendsAstraySpoilsNoOther()
{
    TokenRegistry registry{realm};
    const auto paths = names(3);
    const auto astray = R"(Bearer realm="https://169.254.169.254/token",service="tests")"_ba;
    registry.host.otherwise([](const Received &) { return Answer{.body = R"({"tags": ["1.0"]})"}; });
    registry.host.answer("GET /v2/acme/app-0/tags/list?n=1000",
                         {.status = 401, .headers = {{"WWW-Authenticate", astray}}});
    Asking<> run{at(registry), {}};

    const auto spoilt = ended(run.client.tags(ghcr(paths.at(0)), {}));
    const auto answers = tagsOf(run.client, repositories(paths.sliced(1)));

    QCOMPARE(spoilt.error().kind, Error::Kind::Protocol);
    QCOMPARE(wrong(answers), u""_s);
    QCOMPARE(registry.host.count("GET /v2/acme/app-0/tags/list?n=1000"), 1);
}

void AccessTest::wherePrivateNamesSpoilTheBatchEachIsAskedForAlone()
{
    TokenRegistry registry{realm, Service::Refuses};
    const auto paths = names(10);
    registry.publicRepositories = {paths.begin() + 1, paths.end()};
    Asking<> run{at(registry), {}};
    run.client.expect(repositories(paths));

    const auto answers = tagsOf(run.client, repositories(paths));

    QVERIFY(!answers.at(0));
    QCOMPARE(answers.at(0).error().kind, Error::Kind::Unauthorized);
    QCOMPARE(wrong(answers.sliced(1)), u""_s);
    QCOMPARE(registry.tokenRequests(false), 1 + 10);
    QCOMPARE(registry.refusals(), 1);
}

void AccessTest::whereManyScopesAreRefusedEachIsAskedForAlone()
{
    TokenRegistry registry{realm, Service::TakesOneOnly};
    const auto paths = names(10);
    registry.publicRepositories = {paths.begin(), paths.end()};
    Asking<> run{at(registry), {}};
    run.client.expect(repositories(paths));

    const auto answers = tagsOf(run.client, repositories(paths));

    QCOMPARE(wrong(answers), u""_s);
    QCOMPARE(registry.tokenRequests(false), 1 + 10);
}

void AccessTest::anExpiredTokenIsAskedForAnew()
{
    TokenRegistry registry{realm};
    registry.publicRepositories = {"acme/app-0", "acme/app-1"};
    registry.lifetime = "60";
    Asking<FakeClock> run{at(registry), {}};
    run.client.expect(repositories(names(2)));
    QVERIFY(ended(run.client.tags(ghcr("acme/app-0"), {})));
    QCOMPARE(registry.tokenRequests(false), 1);

    registry.revoke();
    run.clock.advance(56s);
    const auto answer = ended(run.client.tags(ghcr("acme/app-1"), {}));

    QVERIFY(answer);
    QCOMPARE(registry.tokenRequests(false), 2);
    QCOMPARE(registry.refusals(), 1);
}

void AccessTest::aTokenThatIsTakenNoLongerIsAskedForAnew()
{
    TokenRegistry registry{realm};
    registry.publicRepositories = {"acme/app-0"};
    registry.host.answer(
        "HEAD /v2/acme/app-0/manifests/1.0",
        {.status = 401, .headers = {{"WWW-Authenticate", "Bearer realm=\"" + realm + "\",service=\"tests\""}}});
    registry.host.answer("HEAD /v2/acme/app-0/manifests/1.0",
                         {.headers = {{"Docker-Content-Digest", Digest::of("x").text().toLatin1()}}});
    Asking<> run{at(registry), {}};
    QVERIFY(ended(run.client.tags(ghcr("acme/app-0"), {})));

    const auto answer = ended(run.client.head(ghcr("acme/app-0"), u"1.0"_s, {}));

    QCOMPARE(answer, Digest::of("x"));
    QCOMPARE(registry.tokenRequests(false), 2);
}

namespace
{
const Registered<AccessTest> registered;
}

} // namespace slipway::registry

#include "access_test.moc"
