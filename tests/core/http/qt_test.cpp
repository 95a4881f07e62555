// SPDX-License-Identifier: GPL-3.0-or-later
// What Qt does when it is left alone, and why the network stage does not: these fail when a new Qt behaves differently.
#include "tests/support/httphost.h"
#include "tests/support/testcase.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace slipway::test;
using namespace Qt::StringLiterals;
using Manner = Answer::Manner;

namespace
{

void finish(QNetworkReply *reply)
{
    QVERIFY(QTest::qWaitFor([reply] { return reply->isFinished(); }, std::chrono::seconds{5}));
    reply->deleteLater();
}

} // namespace

class QtTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsOwnRedirectsTakeSecretsToAnotherHost()
    {
        HttpHost first, second;
        first.answer("GET /", {.status = 302, .headers = {{"Location", second.url().toEncoded()}}});
        second.answer("GET /", Answer{});
        QNetworkAccessManager access;
        QNetworkRequest request(first.url());
        request.setRawHeader("Authorization", "Bearer geheim");

        finish(access.get(request));

        QVERIFY(second.received().at(0).headers.contains("Authorization"));
    }

    void aManualRedirectIsNotFollowed()
    {
        HttpHost host;
        host.answer("GET /", {.status = 302, .headers = {{"Location", "/elsewhere"}}});
        QNetworkAccessManager access;
        QNetworkRequest request(host.url());
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);

        finish(access.get(request));

        QCOMPARE(host.received().size(), 1);
    }

    void itHasNoTransferTimeoutUnlessTold()
    {
        const QNetworkAccessManager access;

        QCOMPARE(access.transferTimeout(), 0);
        QCOMPARE(QNetworkRequest().maximumRedirectsAllowed(), 50);
    }

    void aDecompressionBombIsNoticed()
    {
        HttpHost host;
        host.answer("GET /", {
                                 .body = qCompress(QByteArray(64 << 20, '\0'), 9).sliced(4),
                                 .headers = {{"Content-Encoding", "deflate"}},
                             });
        QNetworkAccessManager access;

        auto *reply = access.get(QNetworkRequest(host.url()));
        finish(reply);

        QCOMPARE(reply->error(), QNetworkReply::UnknownContentError);
    }

    void aBodyThatEndsWithTheConnectionMayBeCutWithoutAnError()
    {
        HttpHost host;
        host.answer("GET /", {.body = "half of it", .manner = Manner::UntilClose});
        QNetworkAccessManager access;

        auto *reply = access.get(QNetworkRequest(host.url()));
        finish(reply);

        QCOMPARE(reply->error(), QNetworkReply::NoError);
    }

    void aPostOnAKeptConnectionIsSentTwice()
    {
        HttpHost host;
        host.answer("GET /", Answer{});
        host.answer("POST /", {.manner = Manner::Close});
        QNetworkAccessManager access;
        finish(access.get(QNetworkRequest(host.url())));
        QNetworkRequest request(host.url());
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"text/plain"_s);

        finish(access.post(request, "x"_ba));

        QVERIFY(host.count("POST /") > 1);
    }

    void aUrlReadTolerantlyLeadsElsewhere()
    {
        const QString text = u"https://ghcr.io\\@evil.test/"_s;

        QCOMPARE(QUrl(text, QUrl::TolerantMode).host(), u"evil.test"_s);
        QVERIFY(!QUrl(text, QUrl::StrictMode).isValid());
        QCOMPARE(QUrl(u"https://0x7f.1/"_s).host(), u"127.0.0.1"_s);
        QCOMPARE(QUrl(u"https://2130706433/"_s).host(), u"127.0.0.1"_s);
        QVERIFY(QUrl(u"https:ghcr.io"_s).isValid() && QUrl(u"https:ghcr.io"_s).host().isEmpty());
    }
};

const slipway::test::Registered<QtTest> registered;

#include "qt_test.moc"
