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

/// Logins: when they are used, where they go, and where never.
class LoginAccessTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loginsAreUsedOnlyAfterARefusal();
    void aPrivateRepositoryIsReadWithTheLogin_data();
    void aPrivateRepositoryIsReadWithTheLogin();
    void aRefusedLoginLeavesWhatAnyoneSees();
    void aSilent403IsAnErrorAndNotAWait();
    void withoutALoginARefusalSaysWhatHelps();
    void anIdentityTokenIsExchanged();
    void aLoginGoesToNoOtherHost();
    void aLoginGoesWhereThePersonSaysSo();
    void basicIsAnsweredWithTheLogin();
    void basicWithoutALoginIsAnError();
    void nothingOfALoginIsInAnyText();
};

void LoginAccessTest::loginsAreUsedOnlyAfterARefusal()
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

void LoginAccessTest::aPrivateRepositoryIsReadWithTheLogin_data()
{
    QTest::addColumn<Service>("service");
    QTest::addColumn<bool>("isSilent");
    QTest::addColumn<int>("refusals");

    QTest::newRow("its service refuses") << Service::Refuses << false << 1;
    QTest::newRow("its service grants less") << Service::GrantsLess << false << 1 + 2;
    QTest::newRow("it says 403 without a challenge") << Service::GrantsLess << true << 1 + 2;
    QTest::newRow("its service takes one name") << Service::TakesOneOnly << false << 1 + 2;
}

void LoginAccessTest::aPrivateRepositoryIsReadWithTheLogin()
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

void LoginAccessTest::aRefusedLoginLeavesWhatAnyoneSees()
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

void LoginAccessTest::aSilent403IsAnErrorAndNotAWait()
{
    TokenRegistry registry{realm, Service::GrantsLess};
    registry.isSilent = true;
    Asking<> run{at(registry), {}};

    const auto answer = ended(run.client.tags(ghcr("acme/secret"), {}));

    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Forbidden);
}

void LoginAccessTest::withoutALoginARefusalSaysWhatHelps()
{
    TokenRegistry registry{realm};
    Asking<> run{at(registry), {}};

    const auto answer = ended(run.client.tags(ghcr("acme/secret"), {}));

    QVERIFY(!answer);
    QCOMPARE(answer.error().message, u"ghcr.io/acme/secret was not found, or there is no access to it (401)."_s);
    QVERIFY(answer.error().remedy.contains(u"read:packages"_s));
}

void LoginAccessTest::anIdentityTokenIsExchanged()
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

void LoginAccessTest::aLoginGoesToNoOtherHost()
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

void LoginAccessTest::aLoginGoesWhereThePersonSaysSo()
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

void LoginAccessTest::basicIsAnsweredWithTheLogin()
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

void LoginAccessTest::basicWithoutALoginIsAnError()
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

void LoginAccessTest::nothingOfALoginIsInAnyText()
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

namespace
{
const Registered<LoginAccessTest> registered;
}

} // namespace slipway::registry

#include "loginaccess_test.moc"
