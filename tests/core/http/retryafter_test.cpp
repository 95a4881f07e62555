// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/retryafter.h"

#include "tests/support/testcase.h"

#include <QTest>
#include <QTimeZone>

using namespace slipway::http;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace
{

const QDateTime noon(QDate(2026, 3, 1), QTime(12, 0), QTimeZone::UTC);

} // namespace

class RetryAfterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHeaderSaysSecondsOrADate_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<std::optional<milliseconds>>("wait");

        const auto row = [](const char *header, std::optional<milliseconds> wait) {
            QTest::addRow("%s", header) << QByteArray(header) << wait;
        };
        row("0", 0ms);
        row("5", 5s);
        row(" 120 ", 120s);
        row("Sun, 01 Mar 2026 12:00:07 GMT", 7s);
        row("Sunday, 01-Mar-26 12:00:07 GMT", 7s);
        row("Sun Mar  1 12:00:07 2026", 7s);
        row("Sun, 01 Mar 2026 11:00:00 GMT", 0ms); // gone by
        row("99999999999999999999999999", 24h * 3650);
        row("-5", {});
        row("1.5", {});
        row("soon", {});
        row("Sun, 31 Feb 2026 12:00:07 GMT", {});
    }
    /// Whatever the machine's own time is: that hour is none in Berlin.
    void aDateIsInUniversalTime()
    {
        const auto before = qgetenv("TZ");
        qputenv("TZ", "Europe/Berlin");
        const QDateTime time({2026, 3, 29}, {2, 30}, QTimeZone::UTC);
        for (const auto *text :
             {"Sun, 29 Mar 2026 02:30:00 GMT", "Sunday, 29-Mar-26 02:30:00 GMT", "Sun Mar 29 02:30:00 2026"})
            QCOMPARE(parseHttpDate(text), time);
        before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
    }
    void theHeaderSaysSecondsOrADate()
    {
        QFETCH(const QByteArray, header);
        Response answer{.status = 429};
        answer.headers.append("Retry-After", header);

        QTEST(askedWait(answer, noon), "wait");
    }

    void aDateCountsFromTheAnswersOwnClock()
    {
        Response answer{.status = 503};
        answer.headers.append("Date", "Sun, 01 Mar 2026 09:00:00 GMT");
        answer.headers.append("Retry-After", "Sun, 01 Mar 2026 09:00:03 GMT");

        QCOMPARE(askedWait(answer, noon), 3s);
    }

    void theTextOfGhcrSaysAGoDuration_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<std::optional<milliseconds>>("wait");

        const auto row = [](const char *text, std::optional<milliseconds> wait) {
            QTest::addRow("%s", text) << QByteArray(text) << wait;
        };
        row("880.092\xc2\xb5s", 1ms);
        row("880.092\xce\xbcs", 1ms);
        row("880.092\\u00b5s", 1ms);
        row("15us", 1ms);
        row("7ns", 1ms);
        row("250.5ms", 251ms);
        row("3s", 3s);
        row("1m30s", 90s);
        row("2h0m0.5s", 2h + 500ms);
        row("0s", 0ms);
        row("3s, allowed: 44000/minute", 3s);
        row("99999999999999999h", 24h * 3650);
        row("3", {});
        row("s", {});
        row("1.2.3s", {});
        row(".s", {});
        row("", {});
    }
    void theTextOfGhcrSaysAGoDuration()
    {
        QFETCH(const QByteArray, text);
        const Response answer{
            .status = 429,
            .body = "{\"errors\":[{\"message\":\"Retry-After: " + text + "\"}]}",
        };

        QTEST(askedWait(answer, noon), "wait");
    }

    void anAnswerThatDoesNotSayAsksForNothing()
    {
        QCOMPARE(askedWait({.status = 429, .body = "too many requests"}, noon), std::nullopt);
        QCOMPARE(askedWait({.status = 429, .body = "retry-after:"}, noon), std::nullopt);
    }
};

const slipway::test::Registered<RetryAfterTest> registered;

#include "retryafter_test.moc"
