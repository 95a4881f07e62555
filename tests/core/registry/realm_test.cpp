// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/realm.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::registry
{

namespace
{

const QList<QHostAddress> publicRegistry{QHostAddress{u"140.82.121.34"_s}};

QList<QHostAddress> addresses(const QStringList &texts)
{
    QList<QHostAddress> list;
    for (const auto &text : texts)
        list += QHostAddress{text};
    return list;
}

} // namespace

class RealmTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRealmIsAnHttpsUrl_data();
    void aRealmIsAnHttpsUrl();
    void anInsecureRegistryMayNameAnHttpRealm();
    void hostsInOddFormsAreSeenThrough_data();
    void hostsInOddFormsAreSeenThrough();
    void aPublicRegistryReachesNothingNear_data();
    void aPublicRegistryReachesNothingNear();
    void oneNearAddressAmongOthersIsEnoughToRefuse();
    void aRegistryNearbyReachesItsOwnKind();
    void credentialsGoToTheirOwnHostAndItsPairs_data();
    void credentialsGoToTheirOwnHostAndItsPairs();
    void credentialsGoWhereThePersonSaysSo();
    void insecureRegistriesGetNoCredentialsUnlessTheyAreLoopback();
};

void RealmTest::aRealmIsAnHttpsUrl_data()
{
    QTest::addColumn<QString>("realm");
    QTest::addColumn<bool>("allowed");

    QTest::newRow("own host") << u"https://ghcr.io/token"_s << true;
    QTest::newRow("other host") << u"https://auth.example.com/token?account=x"_s << true;
    QTest::newRow("http") << u"http://ghcr.io/token"_s << false;
    QTest::newRow("a user") << u"https://ghcr.io@evil.test/token"_s << false;
    QTest::newRow("a user and password") << u"https://a:b@ghcr.io/token"_s << false;
    QTest::newRow("a backslash") << uR"(https://ghcr.io\@evil.test/token)"_s << false;
    QTest::newRow("no host") << u"https:ghcr.io/token"_s << false;
    QTest::newRow("relative") << u"/token"_s << false;
    QTest::newRow("without a scheme") << u"//ghcr.io/token"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("ftp") << u"ftp://ghcr.io/token"_s << false;
    QTest::newRow("a line break") << u"https://ghcr.io/token\r\nX: y"_s << false;
    QTest::newRow("a space") << u"https://ghcr.io/to ken"_s << false;
    QTest::newRow("nothing") << u""_s << false;
}

void RealmTest::aRealmIsAnHttpsUrl()
{
    QFETCH(QString, realm);
    QFETCH(bool, allowed);

    const auto url = realmUrl(realm, endpointOf(u"ghcr.io"_s, {}));

    QCOMPARE(url.has_value(), allowed);
    if (!allowed)
        QCOMPARE(url.error().kind, Error::Kind::Protocol);
}

void RealmTest::anInsecureRegistryMayNameAnHttpRealm()
{
    const auto registry = endpointOf(u"registry.local:5000"_s, {u"registry.local:5000"_s});

    QVERIFY(realmUrl(u"http://registry.local:5001/token"_s, registry));
    QVERIFY(realmUrl(u"https://auth.local/token"_s, registry));
    QVERIFY(!realmUrl(u"http://a@registry.local/token"_s, registry));
}

void RealmTest::hostsInOddFormsAreSeenThrough_data()
{
    QTest::addColumn<QString>("host");

    for (const auto host : {"127.1", "0x7f.1", "2130706433", "0177.0.0.1", "0.0.0.0", "127.0.0.1", "[::1]", "[::]",
                            "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "169.254.169.254", "[fe80::1]"})
        QTest::newRow(host) << QString::fromLatin1(host);
}

void RealmTest::hostsInOddFormsAreSeenThrough()
{
    QFETCH(QString, host);

    const auto url = realmUrl(u"https://%1/token"_s.arg(host), endpointOf(u"ghcr.io"_s, {}));

    const auto address = QHostAddress{url.value_or(QUrl{}).host()};
    QVERIFY(!url || (!address.isNull() && !mayReach({address}, publicRegistry)));
}

void RealmTest::aPublicRegistryReachesNothingNear_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("reached");

    for (const auto near : {"127.0.0.1",
                            "127.255.0.1",
                            "0.0.0.0",
                            "0.1.2.3",
                            "10.0.0.1",
                            "172.16.0.1",
                            "172.31.255.255",
                            "192.168.1.1",
                            "100.64.0.1",
                            "169.254.169.254",
                            "224.0.0.1",
                            "255.255.255.255",
                            "::",
                            "::1",
                            "::127.0.0.1",
                            "::ffff:127.0.0.1",
                            "::ffff:10.0.0.1",
                            "::ffff:169.254.169.254",
                            "64:ff9b::7f00:1",
                            "64:ff9b::a9fe:a9fe",
                            "2002:7f00:1::",
                            "2002:c0a8:101::1",
                            "fe80::1",
                            "febf::1",
                            "fec0::1",
                            "fc00::1",
                            "fd00:ec2::254",
                            "ff02::1"})
        QTest::newRow(near) << QString::fromLatin1(near) << false;
    for (const auto far : {"140.82.121.33", "1.1.1.1", "172.32.0.1", "172.15.0.1", "100.128.0.1", "192.169.0.1",
                           "2606:50c0:8000::154", "::ffff:1.1.1.1", "64:ff9b::101:101"})
        QTest::newRow(far) << QString::fromLatin1(far) << true;
}

void RealmTest::aPublicRegistryReachesNothingNear()
{
    QFETCH(QString, address);
    QFETCH(bool, reached);

    QCOMPARE(mayReach(addresses({address}), publicRegistry), reached);
}

void RealmTest::oneNearAddressAmongOthersIsEnoughToRefuse()
{
    QVERIFY(!mayReach(addresses({u"1.1.1.1"_s, u"127.0.0.1"_s}), publicRegistry));
    QVERIFY(!mayReach(addresses({u"10.0.0.1"_s}), {}));
    QVERIFY(mayReach({}, publicRegistry));
}

void RealmTest::aRegistryNearbyReachesItsOwnKind()
{
    const auto loopback = addresses({u"127.0.0.1"_s, u"::1"_s});
    const auto office = addresses({u"10.1.0.5"_s});
    const auto cloud = addresses({u"169.254.169.254"_s});

    QVERIFY(mayReach(loopback, loopback));
    QVERIFY(mayReach(addresses({u"::ffff:127.0.0.1"_s}), loopback));
    QVERIFY(mayReach(office, addresses({u"192.168.7.7"_s})));
    QVERIFY(mayReach(office, loopback));
    QVERIFY(!mayReach(loopback, office));
    QVERIFY(!mayReach(cloud, office));
    QVERIFY(!mayReach(cloud, loopback));
    QVERIFY(mayReach(addresses({u"169.254.7.7"_s}), cloud));
}

void RealmTest::credentialsGoToTheirOwnHostAndItsPairs_data()
{
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QString>("realm");
    QTest::addColumn<bool>("sent");

    QTest::newRow("own host") << u"ghcr.io"_s << u"https://ghcr.io/token"_s << true;
    QTest::newRow("own host, another port") << u"ghcr.io"_s << u"https://ghcr.io:8443/token"_s << true;
    QTest::newRow("own port, own host") << u"quay.test:5000"_s << u"https://quay.test/token"_s << true;
    QTest::newRow("capitals") << u"ghcr.io"_s << u"https://GHCR.io/token"_s << true;
    QTest::newRow("Docker Hub") << u"docker.io"_s << u"https://auth.docker.io/token"_s << true;
    QTest::newRow("lscr.io") << u"lscr.io"_s << u"https://ghcr.io/token"_s << true;
    QTest::newRow("GitLab") << u"registry.gitlab.com"_s << u"https://gitlab.com/jwt/auth"_s << true;

    QTest::newRow("another host") << u"ghcr.io"_s << u"https://evil.test/token"_s << false;
    QTest::newRow("http") << u"ghcr.io"_s << u"http://ghcr.io/token"_s << false;
    QTest::newRow("a host below") << u"ghcr.io"_s << u"https://auth.ghcr.io/token"_s << false;
    QTest::newRow("the host with a dot") << u"ghcr.io"_s << u"https://ghcr.io./token"_s << false;
    QTest::newRow("the pair of another") << u"ghcr.io"_s << u"https://auth.docker.io/token"_s << false;
    QTest::newRow("a pair the other way round") << u"ghcr.io"_s << u"https://lscr.io/token"_s << false;
}

void RealmTest::credentialsGoToTheirOwnHostAndItsPairs()
{
    QFETCH(QString, registry);
    QFETCH(QString, realm);
    QFETCH(bool, sent);

    QCOMPARE(mayHaveCredentials(QUrl{realm}, endpointOf(registry, {}), {}), sent);
}

void RealmTest::credentialsGoWhereThePersonSaysSo()
{
    const QList<TrustedRealm> trusted{{u"registry.example.com"_s, u"sso.example.com"_s},
                                      {u"registry.example.com"_s, u"other.example.com:8443"_s}};
    const auto registry = endpointOf(u"registry.example.com"_s, {});

    QVERIFY(mayHaveCredentials(QUrl{u"https://sso.example.com/token"_s}, registry, trusted));
    QVERIFY(mayHaveCredentials(QUrl{u"https://SSO.example.com:444/token"_s}, registry, trusted));
    QVERIFY(mayHaveCredentials(QUrl{u"https://other.example.com:8443/token"_s}, registry, trusted));

    QVERIFY(!mayHaveCredentials(QUrl{u"https://other.example.com/token"_s}, registry, trusted));
    QVERIFY(!mayHaveCredentials(QUrl{u"http://sso.example.com/token"_s}, registry, trusted));
    QVERIFY(!mayHaveCredentials(QUrl{u"https://sso.example.com/token"_s}, endpointOf(u"ghcr.io"_s, {}), trusted));
}

void RealmTest::insecureRegistriesGetNoCredentialsUnlessTheyAreLoopback()
{
    const auto far = endpointOf(u"registry.local:5000"_s, {u"registry.local:5000"_s});
    const auto here = endpointOf(u"127.0.0.1:5000"_s, {u"127.0.0.1:5000"_s});

    QVERIFY(!mayHaveCredentials(QUrl{u"http://registry.local:5000/token"_s}, far, {}));
    QVERIFY(!mayHaveCredentials(QUrl{u"https://registry.local/token"_s}, far, {}));
    QVERIFY(mayHaveCredentials(QUrl{u"http://127.0.0.1:5001/token"_s}, here, {}));
    QVERIFY(!mayHaveCredentials(QUrl{u"http://registry.local/token"_s}, here, {{here.registry, u"registry.local"_s}}));
}

const slipway::test::Registered<RealmTest> registered;

} // namespace slipway::registry

#include "realm_test.moc"
