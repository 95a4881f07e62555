// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "tests/support/testcase.h"

#include <QLoggingCategory>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

QStringList heard; ///< what reaches Qt's log

void hear(QtMsgType, const QMessageLogContext &, const QString &message)
{
    heard << message;
}

} // namespace

class LogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesSecretsOut_data();
    void takesSecretsOut();
    void leavesHarmlessTextAlone_data();
    void leavesHarmlessTextAlone();
    void redactsEachLineOfTheLog();
};

void LogTest::takesSecretsOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("redactedText");

    const auto row = [](const char *name, const QString &text, const QString &redactedText) {
        QTest::newRow(name) << text << redactedText;
    };
    row("classic token", u"is ghp_16C7e42F292c6912E7710c838347Ae178B4a good?"_s, u"is ghp_*** good?"_s);
    row("fine-grained token", u"github_pat_11AAAA_bbbb9"_s, u"github_pat_***"_s);
    row("OAuth token", u"(gho_abc123)"_s, u"(gho_***)"_s);
    row("user token", u"ghu_abc123,"_s, u"ghu_***,"_s);
    row("server token with a JWT", u"ghs_123_eyJhbGci.eyJpc3Mi.c2ln"_s, u"ghs_***"_s);
    row("refresh token", u"\"ghr_abc123\""_s, u"\"ghr_***\""_s);
    row("token behind a letter", u"x_ghp_abc123"_s, u"x_ghp_***"_s);
    row("Docker Hub token", u"dckr_pat_abc-123"_s, u"dckr_pat_***"_s);
    row("Basic header", u"Authorization: Basic dXNlcjpwYXNz=="_s, u"Authorization: Basic ***"_s);
    row("Bearer header", u"authorization: bearer abc.def-ghi"_s, u"authorization: bearer ***"_s);
    row("JWT", u"token is eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl, ok"_s, u"token is ***, ok"_s);
    row("JWT without signature", u"eyJhbGciOi.eyJzdWIi."_s, u"***"_s);
    row("user and password", u"https://user:p@ss@ghcr.io/v2/"_s, u"https://***@ghcr.io/v2/"_s);
    row("user", u"git+ssh://token@host/x"_s, u"git+ssh://***@host/x"_s);
    row("shared access signature", u"GET https://b.example/x?sv=1&sig=a%2Fb%3D&se=2"_s,
        u"GET https://b.example/x?sv=1&sig=***&se=2"_s);
    row("signed URL", u"?X-Amz-Credential=AKIA/x&X-Amz-Expires=60&X-Amz-Signature=00ff n=1"_s,
        u"?X-Amz-Credential=***&X-Amz-Expires=***&X-Amz-Signature=*** n=1"_s);
    row("token in a query", u"/token?service=x&access_token=abc#y"_s, u"/token?service=x&access_token=***#y"_s);
    row("URL within a URL", u"?next=https%3A%2F%2Fb.example%3Fsig%3Dabc&n=1"_s,
        u"?next=https%3A%2F%2Fb.example%3Fsig%3D***&n=1"_s);
    row("ampersand in JSON", u"\"https://b.example/x?a=1\\u0026sig=abc\""_s,
        u"\"https://b.example/x?a=1\\u0026sig=***\""_s);
    row("several", u"ghp_abc and ghs_def"_s, u"ghp_*** and ghs_***"_s);
    row("several lines", u"Basic YTpi\nghp_abc"_s, u"Basic ***\nghp_***"_s);
}

void LogTest::takesSecretsOut()
{
    QFETCH(QString, text);

    const auto once = redacted(text);

    QTEST(once, "redactedText");
    QCOMPARE(redacted(once), once);
}

void LogTest::leavesHarmlessTextAlone_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("digest") << u"ghcr.io/acme/web:1.2@sha256:e3b0c44298fc1c149afbf4c8996fb924"_s;
    QTest::newRow("URL") << u"GET https://ghcr.io/v2/acme/web/tags/list?n=1000&last=1.2: 200"_s;
    QTest::newRow("challenge") << u"Bearer realm=\"https://ghcr.io/token\",service=\"ghcr.io\""_s;
    QTest::newRow("address") << u"write to ops@acme.example"_s;
    QTest::newRow("port and path") << u"http://127.0.0.1:5000/v2/@x"_s;
    QTest::newRow("words") << u"The token expired; sign in again. Design: signed, significant."_s;
}

void LogTest::leavesHarmlessTextAlone()
{
    QFETCH(QString, text);

    QCOMPARE(redacted(text), text);
}

void LogTest::redactsEachLineOfTheLog()
{
    const auto outer = qInstallMessageHandler(hear);

    redactLog();
    redactLog();
    qWarning("token %s", "ghp_abc");
    qInstallMessageHandler(outer);

    QCOMPARE(heard, (QStringList{u"token ghp_***"_s}));
}

const slipway::test::Registered<LogTest> registered;
#include "log_test.moc"
