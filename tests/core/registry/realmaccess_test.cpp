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

/// Where tokens come from, and what is done if that is no good place.
class RealmAccessTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRealmNearbyIsNotAsked_data();
    void aRealmNearbyIsNotAsked();
    void aRealmWithoutEncryptionIsNotAsked();
    void aRealmOfAnInsecureRegistryNeedsNoEncryption();
    void aTokenServiceThatSendsElsewhereIsNotFollowed();
    void aTokenServiceThatAnswersNonsenseIsAnError_data();
    void aTokenServiceThatAnswersNonsenseIsAnError();
};

void RealmAccessTest::aRealmNearbyIsNotAsked_data()
{
    QTest::addColumn<QByteArray>("host");

    for (const auto host : {"127.1", "0x7f.1", "2130706433", "[::]", "[::1]", "0.0.0.0", "169.254.169.254",
                            "[::ffff:127.0.0.1]", "localhost", "localhost.", "x.localhost", "inside.test"})
        QTest::newRow(host) << QByteArray{host};
}

void RealmAccessTest::aRealmNearbyIsNotAsked()
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

void RealmAccessTest::aRealmWithoutEncryptionIsNotAsked()
{
    HttpHost service;
    TokenRegistry registry{"http://" + service.authority().toLatin1() + "/token"};
    Asking<> run{at(registry), {}};

    const auto answer = ended(run.client.tags(ghcr("acme/app-0"), {}));

    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Protocol);
    QCOMPARE(service.connections(), 0);
}

void RealmAccessTest::aRealmOfAnInsecureRegistryNeedsNoEncryption()
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

void RealmAccessTest::aTokenServiceThatSendsElsewhereIsNotFollowed()
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

void RealmAccessTest::aTokenServiceThatAnswersNonsenseIsAnError_data()
{
    QTest::addColumn<Answer>("nonsense");

    QTest::newRow("a page") << Answer{.body = "<html></html>"};
    QTest::newRow("nothing") << Answer{};
    QTest::newRow("a line break") << Answer{.body = R"({"token": "a\r\nX: y"})"};
    QTest::newRow("too much") << Answer{.body = QByteArray(1 << 20, ' ') + R"({"token": "a"})"};
    QTest::newRow("another status") << Answer{.status = 418};
}

void RealmAccessTest::aTokenServiceThatAnswersNonsenseIsAnError()
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

namespace
{
const Registered<RealmAccessTest> registered;
}

} // namespace slipway::registry

#include "realmaccess_test.moc"
