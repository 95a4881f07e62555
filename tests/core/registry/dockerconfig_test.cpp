// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/dockerconfig.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::registry
{

class DockerConfigTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLoginIsFoundUnderTheNamesThatDockerWrites_data();
    void aLoginIsFoundUnderTheNamesThatDockerWrites();
    void aLoginIsForItsHostAlone_data();
    void aLoginIsForItsHostAlone();
    void readsEachFormOfAnEntry_data();
    void readsEachFormOfAnEntry();
    void theHostsOwnHelperComesBeforeTheGeneralOne();
    void whatIsBrokenIsAnErrorThatQuotesNothing_data();
    void whatIsBrokenIsAnErrorThatQuotesNothing();
    void aHelpersAnswerIsALogin();
};

void DockerConfigTest::aLoginIsFoundUnderTheNamesThatDockerWrites_data()
{
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QByteArray>("key");

    QTest::newRow("host") << u"quay.io"_s << "quay.io"_ba;
    QTest::newRow("host and port") << u"localhost:5000"_s << "localhost:5000"_ba;
    QTest::newRow("URL") << u"quay.io"_s << "https://quay.io"_ba;
    QTest::newRow("URL with a slash") << u"quay.io"_s << "https://quay.io/"_ba;
    QTest::newRow("old URL") << u"quay.io"_s << "https://quay.io/v1/"_ba;
    QTest::newRow("API") << u"quay.io"_s << "http://quay.io/v2/"_ba;
    QTest::newRow("Docker Hub") << u"docker.io"_s << "https://index.docker.io/v1/"_ba;
    QTest::newRow("Docker Hub's index") << u"docker.io"_s << "index.docker.io"_ba;
    QTest::newRow("Docker Hub by name") << u"docker.io"_s << "docker.io"_ba;
}

void DockerConfigTest::aLoginIsFoundUnderTheNamesThatDockerWrites()
{
    QFETCH(QString, registry);
    QFETCH(QByteArray, key);

    const auto entry = readDockerConfig(R"({"auths": {")" + key + R"(": {"auth": "bWU6cHc="}}})", registry);

    QVERIFY(entry && entry->login);
    QCOMPARE(entry->login->user, u"me"_s);
    QCOMPARE(entry->login->secret.reveal(), "pw");
}

void DockerConfigTest::aLoginIsForItsHostAlone_data()
{
    QTest::addColumn<QByteArray>("key");

    for (const auto key :
         {"io", "other.quay.io", "quay.io.evil.test", "quay.io:5000", "evil.test/quay.io", "quay.io/org",
          "https://quay.io@evil.test", "https://evil.test/https://quay.io", "QUAY.IO.", ""})
        QTest::newRow(key) << QByteArray{key};
}

void DockerConfigTest::aLoginIsForItsHostAlone()
{
    QFETCH(QByteArray, key);

    const auto entry = readDockerConfig(R"({"auths": {")" + key + R"(": {"auth": "bWU6cHc="}}})", u"quay.io"_s);

    QVERIFY(entry);
    QVERIFY(!entry->login);
}

void DockerConfigTest::readsEachFormOfAnEntry_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<bool>("isIdentityToken");

    QTest::newRow("pair") << R"({"auth": "bWU6cDp3"})"_ba << u"me"_s << "p:w"_ba << false;
    QTest::newRow("plain") << R"({"username": "me", "password": "pw"})"_ba << u"me"_s << "pw"_ba << false;
    QTest::newRow("identity token") << R"({"auth": "bWU6", "identitytoken": "id"})"_ba << u"<token>"_s << "id"_ba
                                    << true;
    QTest::newRow("empty, beside a helper") << "{}"_ba << u""_s << ""_ba << false;
    QTest::newRow("without a colon") << R"({"auth": "bWU="})"_ba << u""_s << ""_ba << false;
    QTest::newRow("without a password") << R"({"auth": "bWU6"})"_ba << u""_s << ""_ba << false;
}

void DockerConfigTest::readsEachFormOfAnEntry()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, user);
    QFETCH(QByteArray, secret);
    QFETCH(bool, isIdentityToken);

    const auto entry = readDockerConfig(R"({"auths": {"quay.io": )" + json + "}}", u"quay.io"_s);

    QVERIFY(entry);
    QCOMPARE(entry->login != nullptr, !secret.isEmpty());
    if (!entry->login)
        return;
    QCOMPARE(entry->login->user, user);
    QCOMPARE(entry->login->secret.reveal(), secret);
    QCOMPARE(entry->login->isIdentityToken, isIdentityToken);
}

void DockerConfigTest::theHostsOwnHelperComesBeforeTheGeneralOne()
{
    const auto json = R"({"credsStore": "desktop", "credHelpers": {"ghcr.io": "gh", "docker.io": "hub"}})"_ba;

    QCOMPARE(readDockerConfig(json, u"ghcr.io"_s).value().helper, u"gh"_s);
    QCOMPARE(readDockerConfig(json, u"docker.io"_s).value().helper, u"hub"_s);
    QCOMPARE(readDockerConfig(json, u"quay.io"_s).value().helper, u"desktop"_s);
    QCOMPARE(readDockerConfig("{}", u"quay.io"_s).value().helper, u""_s);
    QCOMPARE(dockerServer(u"docker.io"_s), u"https://index.docker.io/v1/"_s);
    QCOMPARE(dockerServer(u"ghcr.io"_s), u"ghcr.io"_s);
}

void DockerConfigTest::whatIsBrokenIsAnErrorThatQuotesNothing_data()
{
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("no JSON") << "s3cret"_ba;
    QTest::newRow("a list") << R"(["s3cret"])"_ba;
    QTest::newRow("a wrong field") << R"({"auths": {"quay.io": "s3cret"}})"_ba;
    QTest::newRow("a wrong helper") << R"({"credsStore": {"s3cret": "s3cret"}})"_ba;
}

void DockerConfigTest::whatIsBrokenIsAnErrorThatQuotesNothing()
{
    QFETCH(QByteArray, json);

    const auto entry = readDockerConfig(json, u"quay.io"_s);

    QVERIFY(!entry);
    QCOMPARE(entry.error().kind, Error::Kind::InvalidInput);
    QVERIFY(!entry.error().message.contains(u"s3cret"_s));
    QVERIFY(!entry.error().details.contains(u"s3cret"_s));
}

void DockerConfigTest::aHelpersAnswerIsALogin()
{
    const auto login = readHelperAnswer(R"({"ServerURL": "quay.io", "Username": "me", "Secret": "pw"})");
    const auto identity = readHelperAnswer(R"({"ServerURL": "quay.io", "Username": "<token>", "Secret": "id"})");

    QCOMPARE(login.value()->secret.reveal(), "pw");
    QVERIFY(!login.value()->isIdentityToken);
    QVERIFY(identity.value()->isIdentityToken);
    QCOMPARE(readHelperAnswer("s3cret").error().kind, Error::Kind::Protocol);
    QVERIFY(!readHelperAnswer("s3cret").error().details.contains(u"s3cret"_s));
}

const slipway::test::Registered<DockerConfigTest> registered;

} // namespace slipway::registry

#include "dockerconfig_test.moc"
