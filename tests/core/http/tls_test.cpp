// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/trust.h"

#include "tests/core/http/visit.h"
#include "tests/support/certificates.h"
#include "tests/support/folder.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace slipway::http;
using namespace slipway::test;
using namespace Qt::StringLiterals;

class TlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPrivateAuthorityIsTrustedWhenItIsNamed()
    {
        const Authority authority;
        HttpHost host(authority.identityFor(u"127.0.0.1"_s));
        host.answer("GET /", {.body = "here"});
        Visitor visitor({.caFiles = {authority.file()}});

        const auto answer = visitor.get(host.url());

        QVERIFY2(answer, qPrintable(answer ? QString{} : answer.error().details));
        QCOMPARE(answer->body, "here"_ba);
    }

    void anUnknownAuthorityIsNot()
    {
        const Authority authority;
        HttpHost host(authority.identityFor(u"127.0.0.1"_s));
        auto settings = settingsFor({&host}); // plain http may be spoken to it, but TLS is not weakened by that
        Visitor visitor(settings);

        const auto answer = visitor.get(host.url());

        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Offline);
        QVERIFY2(answer.error().message.contains(host.authority()), qPrintable(answer.error().message));
        QVERIFY2(answer.error().message.contains(u"TLS"_s), qPrintable(answer.error().message));
        QVERIFY(host.received().isEmpty());
        QVERIFY(visitor.clock.sleeps().isEmpty()); // the certificate would be the same the next time
    }

    void aCertificateForAnotherNameIsRefused()
    {
        const Authority authority;
        HttpHost host(authority.identityFor(u"other.test"_s));
        Visitor visitor({.caFiles = {authority.file()}});

        const auto answer = visitor.get(host.url());

        QVERIFY(!answer);
        QVERIFY(host.received().isEmpty());
    }

    void anEndpointMustHaveTheCertificateOfTheNameItStandsInFor()
    {
        const Authority authority;
        HttpHost right(authority.identityFor(u"ghcr.io"_s));
        HttpHost wrong(authority.identityFor(u"127.0.0.1"_s));
        right.answer("GET /", Answer{});
        Settings settings{.caFiles = {authority.file()}};
        settings.endpoints = {{u"ghcr.io"_s, right.url()}, {u"docker.io"_s, wrong.url()}};
        Visitor visitor(settings);

        const auto good = visitor.get(QUrl(u"https://ghcr.io/"_s));
        const auto bad = visitor.get(QUrl(u"https://docker.io/"_s));

        QVERIFY2(good, qPrintable(good ? QString{} : good.error().details));
        QVERIFY(!bad);
    }

    void whoWaitsToShareAConnectionDoesNotWaitForAnAnswer()
    {
        const Authority authority;
        HttpHost host(authority.identityFor(u"127.0.0.1"_s)); // knows no HTTP/2, so that nothing can be shared
        host.answer("GET /", {.body = "here"});
        host.answer("GET /silent", {.manner = Answer::Manner::Silent});
        Visitor visitor({.caFiles = {authority.file()}});
        auto silent = visitor.client.send({.url = host.url(u"/silent"_s)}, visitor.stop.get_token());

        const auto answer = visitor.get(host.url());
        visitor.stop.request_stop();
        const auto stopped = awaited(std::move(silent));

        QVERIFY(answer);
        QCOMPARE(answer->body, "here"_ba);
        QVERIFY(stopped && !*stopped);
    }

    void whatHasAConnectionOfItsOwnFindsRoomBesideTheOthers()
    {
        const Authority authority;
        HttpHost host(authority.identityFor(u"127.0.0.1"_s));
        host.otherwise([](const Received &asked) { return Answer{.body = asked.method}; });
        Visitor visitor({.caFiles = {authority.file()}, .parallel = 1});

        for (const auto &method : {"GET"_ba, "POST"_ba, "POST"_ba, "GET"_ba, "DELETE"_ba}) {
            const auto answer = visitor.send({.method = method, .url = host.url()});

            QVERIFY2(answer, qPrintable(answer ? QString{} : answer.error().details));
            QCOMPARE(answer->body, method);
        }
    }

    void aClientMayEndWhileItsConnectionsSayGoodbye()
    {
        const Authority authority;
        HttpHost host(authority.identityFor(u"127.0.0.1"_s));
        host.answer("POST /", Answer{});
        host.answer("GET /", Answer{});

        for (int i = 0; i < 5; ++i) {
            Visitor visitor({.caFiles = {authority.file()}});
            QVERIFY(visitor.get(host.url()));
            QVERIFY(visitor.send({.method = "POST", .url = host.url()}));
        }

        QCOMPARE(host.connections(), 10);
    }

    void theSystemsFileIsReadOnlyWhereItsFolderDoesNotDo()
    {
        const Folder folder;
        const auto hashed = QFileInfo(folder.write(u"hashed/5ed36f99.0"_s, "one")).path();
        const auto plain = QFileInfo(folder.write(u"plain/one.pem"_s, "one")).path();
        const auto system = folder.write(u"all.pem"_s, "all");
        const QStringList own{folder.write(u"private.pem"_s, "-----BEGIN CERTIFICATE-----")};

        QVERIFY(trusting({}, hashed, system)->usesFolder);
        QVERIFY(!trusting({}, plain, system)->usesFolder);
        QVERIFY(!trusting({}, folder.path(u"none"_s), system)->usesFolder);
        QVERIFY(!trusting({}, {}, system)->usesFolder);
        QCOMPARE(trusting({}, {}, system)->pem, ""_ba); // libcurl reads it by itself
        QCOMPARE(trusting(own, hashed, system)->pem, "-----BEGIN CERTIFICATE-----\n"_ba);
        QCOMPARE(trusting(own, plain, system)->pem, "-----BEGIN CERTIFICATE-----\nall"_ba);
    }

    void aFileWithoutCertificatesIsSaidSo()
    {
        Visitor visitor({.caFiles = {u"/does/not/exist.pem"_s}});

        const auto answer = visitor.get(QUrl(u"https://registry.test/"_s));

        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::InvalidInput);
        QVERIFY(answer.error().message.contains(u"/does/not/exist.pem"_s));
    }
};

const slipway::test::Registered<TlsTest> registered;

#include "tls_test.moc"
