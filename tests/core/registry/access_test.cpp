// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/registry/asking.h"
#include "tests/core/registry/tokenregistry.h"
#include "tests/support/folder.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::registry
{

namespace
{

using namespace slipway::test;
using Service = TokenRegistry::Service;

const auto realm = "https://ghcr.io/token"_ba;

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

/// "me:pw" at ghcr.io, from Docker's configuration in a folder of the test's own.
class Me
{
public:
    explicit Me(const QByteArray &pair = "me:pw", const QByteArray &key = "auth")
        : logins{environment(pair, key)}
    {
    }

private:
    QProcessEnvironment environment(const QByteArray &pair, const QByteArray &key) const
    {
        const auto value = key == "auth" ? pair.toBase64() : pair;
        m_folder.write(u"config.json"_s, R"({"auths": {"ghcr.io": {")" + key + R"(": ")" + value + R"("}}})");
        QProcessEnvironment made;
        made.insert(u"DOCKER_CONFIG"_s, m_folder.path());
        return made;
    }

    Folder m_folder;

public:
    Logins logins;
};

http::Settings at(const TokenRegistry &registry)
{
    return {.endpoints = {{u"ghcr.io"_s, registry.url()}}};
}

/// All tag lists, asked for at once: what came of each.
QList<Result<QStringList>> tagsOf(Client &client, const QList<ImageRepository> &list)
{
    std::vector<QCoro::Task<Result<QStringList>>> tasks;
    for (const auto &repository : list)
        tasks.push_back(client.tags(repository, {}));
    QList<Result<QStringList>> answers;
    for (auto &task : tasks)
        answers += ended(std::move(task));
    return answers;
}

/// What is wrong with them; nothing if all are there.
QString wrong(const QList<Result<QStringList>> &answers)
{
    for (const auto &answer : answers) {
        if (answer != QStringList{u"1.0"_s})
            return answer ? answer->join(u' ') : answer.error().message;
    }
    return {};
}

} // namespace

class AccessTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHostSays401OnceHoweverManyAsk();
    void oneTokenServesFiftyRepositories();
    void aRememberedChallengeMakesNoRefusal();
    void aRememberedOpenDoorMakesNobodyWait();
    void aChallengeThatIsOutOfDateIsLearnedAgain_data();
    void aChallengeThatIsOutOfDateIsLearnedAgain();
    void aStuckFirstRequestHoldsUpNobody();
    void aRepositoryThatSendsAstraySpoilsNoOther();

    void wherePrivateNamesSpoilTheBatchEachIsAskedForAlone();
    void whereManyScopesAreRefusedEachIsAskedForAlone();
    void loginsAreUsedOnlyAfterARefusal();
    void aPrivateRepositoryIsReadWithTheLogin_data();
    void aPrivateRepositoryIsReadWithTheLogin();
    void aRefusedLoginLeavesWhatAnyoneSees();
    void aSilent403IsAnErrorAndNotAWait();
    void withoutALoginARefusalSaysWhatHelps();
    void anIdentityTokenIsExchanged();

    void anExpiredTokenIsAskedForAnew();
    void aTokenThatIsTakenNoLongerIsAskedForAnew();

    void aLoginGoesToNoOtherHost();
    void aLoginGoesWhereThePersonSaysSo();
    void aRealmNearbyIsNotAsked_data();
    void aRealmNearbyIsNotAsked();
    void aRealmWithoutEncryptionIsNotAsked();
    void aRealmOfAnInsecureRegistryNeedsNoEncryption();
    void aTokenServiceThatSendsElsewhereIsNotFollowed();
    void aTokenServiceThatAnswersNonsenseIsAnError_data();
    void aTokenServiceThatAnswersNonsenseIsAnError();

    void basicIsAnsweredWithTheLogin();
    void basicWithoutALoginIsAnError();
    void nothingOfALoginIsInAnyText();
};

void AccessTest::aHostSays401OnceHoweverManyAsk()
{
    TokenRegistry registry{realm};
    const auto paths = names(40);
    registry.publicRepositories = {paths.begin(), paths.end()};
    Asking<> run{at(registry), {}};
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

void AccessTest::loginsAreUsedOnlyAfterARefusal()
{
    TokenRegistry registry{realm};
    const auto paths = names(10);
    registry.publicRepositories = {paths.begin(), paths.end()};
    Me me;
    Asking<> run{at(registry), {.logins = &me.logins}};
    run.client.expect(repositories(paths));

    const auto answers = tagsOf(run.client, repositories(paths));

    QCOMPARE(wrong(answers), u""_s);
    QCOMPARE(registry.tokenRequests(true), 0);
}

void AccessTest::aPrivateRepositoryIsReadWithTheLogin_data()
{
    QTest::addColumn<Service>("service");
    QTest::addColumn<bool>("isSilent");
    QTest::addColumn<int>("refusals");

    QTest::newRow("its service refuses") << Service::Refuses << false << 1;
    QTest::newRow("its service grants less") << Service::GrantsLess << false << 1 + 2;
    QTest::newRow("it says 403 without a challenge") << Service::GrantsLess << true << 1 + 2;
    QTest::newRow("its service takes one name") << Service::TakesOneOnly << false << 1 + 2;
}

void AccessTest::aPrivateRepositoryIsReadWithTheLogin()
{
    QFETCH(Service, service);
    QFETCH(bool, isSilent);
    QFETCH(int, refusals);
    TokenRegistry registry{realm, service};
    const auto paths = names(6);
    registry.publicRepositories = {paths.begin() + 2, paths.end()};
    registry.privateRepositories = {paths.at(0), paths.at(1)};
    registry.isSilent = isSilent;
    Me me;
    Asking<> run{at(registry), {.logins = &me.logins}};
    run.client.expect(repositories(paths));

    const auto answers = tagsOf(run.client, repositories(paths));

    QCOMPARE(wrong(answers), u""_s);
    QCOMPARE(registry.tokenRequests(true), 2);
    QCOMPARE(registry.refusals(), refusals);
}

void AccessTest::aRefusedLoginLeavesWhatAnyoneSees()
{
    TokenRegistry registry{realm, Service::GrantsLess};
    registry.publicRepositories = {"acme/app-1"};
    registry.privateRepositories = {"acme/app-0"};
    Me me{"me:wrong"};
    Asking<> run{at(registry), {.logins = &me.logins}};
    run.client.expect(repositories(names(2)));

    const auto answers = tagsOf(run.client, repositories(names(2)));

    QVERIFY(!answers.at(0));
    QCOMPARE(answers.at(0).error().kind, Error::Kind::Unauthorized);
    QCOMPARE(answers.at(1), QStringList{u"1.0"_s});
}

void AccessTest::aSilent403IsAnErrorAndNotAWait()
{
    TokenRegistry registry{realm, Service::GrantsLess};
    registry.isSilent = true;
    Asking<> run{at(registry), {}};

    const auto answer = ended(run.client.tags(ghcr("acme/secret"), {}));

    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Forbidden);
}

void AccessTest::withoutALoginARefusalSaysWhatHelps()
{
    TokenRegistry registry{realm};
    Asking<> run{at(registry), {}};

    const auto answer = ended(run.client.tags(ghcr("acme/secret"), {}));

    QVERIFY(!answer);
    QCOMPARE(answer.error().message, u"ghcr.io/acme/secret was not found, or there is no access to it (401)."_s);
    QVERIFY(answer.error().remedy.contains(u"read:packages"_s));
}

void AccessTest::anIdentityTokenIsExchanged()
{
    TokenRegistry registry{realm};
    registry.host.answer("POST /token", [](const Received &request) {
        const bool isRight = request.body.contains("grant_type=refresh_token") &&
                             request.body.contains("refresh_token=id-token") &&
                             request.body.contains("scope=repository%3Aacme%2Fsecret%3Apull");
        return Answer{.status = isRight ? 200 : 401, .body = R"({"access_token": "personal"})"};
    });
    registry.host.answer("GET /v2/acme/secret/tags/list?n=1000", [](const Received &request) {
        const auto authorization = request.headers.value("Authorization");
        if (authorization == "Bearer personal")
            return Answer{.body = R"({"tags": ["1.0"]})"};
        return Answer{.status = 401, .headers = {{"WWW-Authenticate", "Bearer realm=\"" + realm + '"'}}};
    });
    Me me{"id-token", "identitytoken"};
    Asking<> run{at(registry), {.logins = &me.logins}};

    const auto answer = ended(run.client.tags(ghcr("acme/secret"), {}));

    QCOMPARE(answer, QStringList{u"1.0"_s});
    QCOMPARE(registry.tokenRequests(false), 1);
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

void AccessTest::aLoginGoesToNoOtherHost()
{
    TokenRegistry service{realm};
    TokenRegistry registry{"https://tokens.test/token"};
    auto settings = at(registry);
    settings.endpoints.insert(u"tokens.test"_s, service.url());
    Me me;
    Asking<> run{settings, {.logins = &me.logins}};

    const auto answer = ended(run.client.tags(ghcr("acme/secret"), {}));

    QVERIFY(!answer);
    QVERIFY(answer.error().remedy.contains(u"tokens.test"_s));
    QCOMPARE(service.tokenRequests(false), 1);
    for (const auto *host : {&registry.host, &service.host}) {
        for (const auto &request : host->received())
            QVERIFY(!request.headers.contains("Authorization"));
    }
}

void AccessTest::aLoginGoesWhereThePersonSaysSo()
{
    HttpHost service;
    service.otherwise([](const Received &request) {
        const bool isMe = request.headers.value("Authorization") == "Basic " + QByteArray{"me:pw"}.toBase64();
        return Answer{.status = isMe ? 200 : 401, .body = R"({"token": "personal"})"};
    });
    HttpHost registry;
    registry.otherwise([](const Received &request) {
        if (request.headers.value("Authorization") == "Bearer personal")
            return Answer{.body = R"({"tags": ["1.0"]})"};
        return Answer{.status = 401, .headers = {{"WWW-Authenticate", "Bearer realm=\"https://tokens.test/token\""}}};
    });
    const http::Settings settings{.endpoints = {{u"ghcr.io"_s, registry.url({})}, {u"tokens.test"_s, service.url({})}}};
    Me me;
    Asking<> run{settings, {.trustedRealms = {{u"ghcr.io"_s, u"tokens.test"_s}}, .logins = &me.logins}};

    QCOMPARE(ended(run.client.tags(ghcr("acme/secret"), {})), QStringList{u"1.0"_s});
}

void AccessTest::aRealmNearbyIsNotAsked_data()
{
    QTest::addColumn<QByteArray>("host");

    for (const auto host : {"127.1", "0x7f.1", "2130706433", "[::]", "[::1]", "0.0.0.0", "169.254.169.254",
                            "[::ffff:127.0.0.1]", "localhost", "localhost.", "x.localhost", "inside.test"})
        QTest::newRow(host) << QByteArray{host};
}

void AccessTest::aRealmNearbyIsNotAsked()
{
    QFETCH(QByteArray, host);
    HttpHost nearby;
    TokenRegistry registry{"https://" + host + ':' + QByteArray::number(nearby.url().port()) + "/token"};
    Options options;
    options.resolve = [](QString name) -> QCoro::Task<QList<QHostAddress>> {
        if (name == "ghcr.io"_L1)
            name = u"140.82.121.34"_s;
        if (name == "inside.test"_L1)
            name = u"10.1.1.1"_s;
        return addressesOf(name);
    };
    Asking<> run{at(registry), options};

    const auto answer = ended(run.client.tags(ghcr("acme/app-0"), {}));

    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Protocol);
    QVERIFY(answer.error().message.startsWith(u"ghcr.io/acme/app-0: "_s));
    QCOMPARE(nearby.connections(), 0);
}

void AccessTest::aRealmWithoutEncryptionIsNotAsked()
{
    HttpHost service;
    TokenRegistry registry{"http://" + service.authority().toLatin1() + "/token"};
    Asking<> run{at(registry), {}};

    const auto answer = ended(run.client.tags(ghcr("acme/app-0"), {}));

    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Protocol);
    QCOMPARE(service.connections(), 0);
}

void AccessTest::aRealmOfAnInsecureRegistryNeedsNoEncryption()
{
    HttpHost service;
    service.otherwise([](const Received &) { return Answer{.body = R"({"token": "anyones"})"}; });
    HttpHost registry;
    registry.otherwise([&service](const Received &request) {
        if (request.headers.value("Authorization") == "Bearer anyones")
            return Answer{.body = R"({"tags": ["1.0"]})"};
        return Answer{
            .status = 401,
            .headers = {{"WWW-Authenticate", "Bearer realm=\"" + service.url(u"/token"_s).toEncoded() + '"'}}};
    });
    const QStringList insecure{registry.authority()}; // not the service: it has a port of its own
    Asking<> run{{.insecureHosts = insecure}, {.insecureRegistries = insecure}};

    QCOMPARE(ended(run.client.tags({registry.authority(), u"acme/app"_s}, {})), QStringList{u"1.0"_s});
}

void AccessTest::aTokenServiceThatSendsElsewhereIsNotFollowed()
{
    HttpHost elsewhere;
    HttpHost registry;
    registry.otherwise([&elsewhere](const Received &request) {
        if (request.target.startsWith("/token"))
            return Answer{.status = 307, .headers = {{"Location", elsewhere.url(u"/token"_s).toEncoded()}}};
        return Answer{.status = 401, .headers = {{"WWW-Authenticate", "Bearer realm=\"" + realm + '"'}}};
    });
    Asking<> run{{.endpoints = {{u"ghcr.io"_s, registry.url({})}}}, {}};

    const auto answer = ended(run.client.tags(ghcr("acme/app-0"), {}));

    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Protocol);
    QCOMPARE(elsewhere.connections(), 0);
}

void AccessTest::aTokenServiceThatAnswersNonsenseIsAnError_data()
{
    QTest::addColumn<Answer>("nonsense");

    QTest::newRow("a page") << Answer{.body = "<html></html>"};
    QTest::newRow("nothing") << Answer{};
    QTest::newRow("a line break") << Answer{.body = R"({"token": "a\r\nX: y"})"};
    QTest::newRow("too much") << Answer{.body = QByteArray(1 << 20, ' ') + R"({"token": "a"})"};
    QTest::newRow("another status") << Answer{.status = 418};
}

void AccessTest::aTokenServiceThatAnswersNonsenseIsAnError()
{
    QFETCH(Answer, nonsense);
    HttpHost registry;
    registry.otherwise([&nonsense](const Received &request) {
        if (request.target.startsWith("/token"))
            return nonsense;
        return Answer{.status = 401, .headers = {{"WWW-Authenticate", "Bearer realm=\"" + realm + '"'}}};
    });
    Asking<FakeClock> run{{.endpoints = {{u"ghcr.io"_s, registry.url({})}}}, {}};

    const auto answer = ended(run.client.tags(ghcr("acme/app-0"), {}));

    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Protocol);
    QVERIFY(answer.error().message.contains(u"ghcr.io/acme/app-0"_s));
}

void AccessTest::basicIsAnsweredWithTheLogin()
{
    HttpHost registry;
    registry.otherwise([](const Received &request) {
        if (request.headers.value("Authorization") == "Basic " + QByteArray{"me:pw"}.toBase64())
            return Answer{.body = R"({"tags": ["1.0"]})"};
        return Answer{.status = 401, .headers = {{"WWW-Authenticate", "Basic realm=\"tests\""}}};
    });
    Me me;
    Asking<> run{{.endpoints = {{u"ghcr.io"_s, registry.url({})}}}, {.logins = &me.logins}};

    const auto answers = tagsOf(run.client, repositories(names(10)));

    QCOMPARE(wrong(answers), u""_s);
    QCOMPARE(registry.received().size(), 1 + 10);
}

void AccessTest::basicWithoutALoginIsAnError()
{
    HttpHost registry;
    registry.otherwise([](const Received &) {
        return Answer{.status = 401, .headers = {{"WWW-Authenticate", "Basic realm=\"tests\""}}};
    });
    Asking<> run{{.endpoints = {{u"ghcr.io"_s, registry.url({})}}}, {}};

    const auto answer = ended(run.client.tags(ghcr("acme/app-0"), {}));

    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Unauthorized);
    QCOMPARE(registry.received().size(), 1);
}

void AccessTest::nothingOfALoginIsInAnyText()
{
    TokenRegistry registry{realm, Service::GrantsLess};
    Me me{"me:s3cret-canary"};
    Asking<> run{at(registry), {.logins = &me.logins}};

    const auto answer = ended(run.client.tags(ghcr("acme/app-0"), {}));

    QVERIFY(!answer);
    for (const auto &text : {answer.error().message, answer.error().remedy, answer.error().details}) {
        QVERIFY(!text.contains(u"s3cret-canary"_s));
        QVERIFY(!text.contains(u"token-"_s));
    }
}

const Registered<AccessTest> registered;

} // namespace slipway::registry

#include "access_test.moc"
