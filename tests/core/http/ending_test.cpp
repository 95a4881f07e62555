// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/client.h"

#include "tests/core/http/visit.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace slipway::http;
using namespace slipway::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Manner = Answer::Manner;

namespace
{

/// A client that can go before its requests have ended, and what became of them.
struct Going
{
    explicit Going(const Settings &settings)
        : client(std::make_unique<Client>(settings, clock))
    {
    }
    ~Going() { stop.request_stop(); }

    void send(const QUrl &url, std::function<void()> then = {})
    {
        ++sent;
        client->send({.url = url, .patience = patience}, stop.get_token())
            .then([this, then = std::move(then)](const Result<Response> &answer) {
                ended.append(answer ? QString::fromUtf8(answer->body) : answer.error().message);
                if (then)
                    then();
            });
    }
    [[nodiscard]] bool haveAllEnded() const { return ended.size() == sent; }
    /// Whether requests are still held by anybody.
    [[nodiscard]] bool isAnyLeft() const { return patience.use_count() > 1; }

    SystemClock clock;
    std::unique_ptr<Client> client;
    std::stop_source stop;
    std::shared_ptr<Patience> patience = std::make_shared<Patience>();
    QStringList ended;
    int sent = 0;
};

} // namespace

class EndingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClientThatEndsWithRequestsUnderWayLeavesNothingBehind_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<int>("parallel");
        QTest::addColumn<bool>("stopsFirst");
        const Answer silent{.manner = Manner::Silent};
        QTest::newRow("asked, then stopped") << silent << 16 << true;
        QTest::newRow("asked, stopped without a client") << silent << 16 << false;
        QTest::newRow("half answered, then stopped") << Answer{.body = "ab", .manner = Manner::Stall} << 16 << true;
        QTest::newRow("others wait for a turn, then stopped") << silent << 1 << true;
        QTest::newRow("others wait for a turn, stopped without a client") << silent << 1 << false;
    }
    void aClientThatEndsWithRequestsUnderWayLeavesNothingBehind()
    {
        QFETCH(const Answer, answer);
        QFETCH(const int, parallel);
        QFETCH(const bool, stopsFirst);
        HttpHost host;
        host.answer("GET /", answer);
        auto settings = settingsFor({&host});
        settings.parallel = parallel;
        settings.slowStart = false;
        Going going(settings);
        for (int i = 0; i < 8; ++i)
            going.send(host.url());
        QVERIFY(reached([&] { return host.inFlight() == std::min(parallel, 8); }));

        if (stopsFirst)
            going.stop.request_stop();
        going.client.reset();
        going.stop.request_stop();

        QVERIFY(reached([&] { return going.haveAllEnded() && !going.isAnyLeft(); }));
        QCOMPARE(going.ended.count(cancelled().message), 8);
        QVERIFY(reached([&] { return host.inFlight() == 0; }));
    }

    void aClientMayEndWhileItsRequestsConnect()
    {
        HttpHost host;
        Going going(settingsFor({&host}));
        for (int i = 0; i < 8; ++i)
            going.send(host.url());

        going.client.reset();
        going.stop.request_stop();

        QVERIFY(reached([&] { return going.haveAllEnded() && !going.isAnyLeft(); }));
        QCOMPARE(going.ended.count(cancelled().message), 8);
    }

    void whatWasAskedIsAnsweredAlsoWhenTheClientIsGone()
    {
        HttpHost host;
        host.answer("GET /", {.body = "late", .manner = Manner::Held});
        Going going(settingsFor({&host}));
        going.send(host.url());
        QVERIFY(reached([&] { return host.inFlight() == 1; }));

        going.client.reset();
        host.release();

        QVERIFY(reached([&] { return going.haveAllEnded() && !going.isAnyLeft(); }));
        QCOMPARE(going.ended, QStringList{u"late"_s});
    }

    void anAnswerMayStopTheOthersAndEndTheClient()
    {
        HttpHost host;
        host.answer("GET /", {.body = "here"});
        host.answer("GET /silent", {.manner = Manner::Silent});
        Going going(settingsFor({&host}));
        for (int i = 0; i < 4; ++i)
            going.send(host.url(u"/silent"_s));
        QVERIFY(reached([&] { return host.inFlight() == 4; }));

        going.send(host.url(), [&going] {
            going.client.reset();
            going.stop.request_stop();
        });

        QVERIFY(reached([&] { return going.haveAllEnded() && !going.isAnyLeft(); }));
        QCOMPARE(going.ended.first(), u"here"_s);
        QCOMPARE(going.ended.count(cancelled().message), 4);
    }

    void whoTakesAnAnswerMayWaitForAnotherInALoopOfItsOwn()
    {
        HttpHost host;
        host.answer("GET /", {.body = "first"});
        host.answer("GET /other", {.body = "other", .manner = Manner::Held});
        Going going(settingsFor({&host}));
        going.send(host.url(u"/other"_s));
        QVERIFY(reached([&] { return host.inFlight() == 1; }));

        going.send(host.url(), [&] {
            host.release();
            QVERIFY(reached([&] { return going.ended.contains(u"other"_s); }));
            going.client.reset();
        });

        QVERIFY(reached([&] { return going.haveAllEnded() && !going.isAnyLeft(); }));
        QCOMPARE(going.ended, QStringList({u"first"_s, u"other"_s}));
    }

    void whoTakesAnAnswerMayWaitForOneThatCameWithIt()
    {
        HttpHost host;
        host.answer("GET /", {.body = "together", .manner = Manner::Held});
        Going going(settingsFor({&host}));
        bool waits = false;
        const auto waitForAll = [&] {
            if (!std::exchange(waits, true))
                QVERIFY(reached([&] { return going.haveAllEnded(); }));
        };
        for (int i = 0; i < 4; ++i)
            going.send(host.url(), waitForAll);
        QVERIFY(reached([&] { return host.inFlight() == 4; }));

        host.release();

        QVERIFY(reached([&] { return going.haveAllEnded() && !going.isAnyLeft(); }));
        QCOMPARE(going.ended.count(u"together"_s), 4);
    }
};

const slipway::test::Registered<EndingTest> registered;

#include "ending_test.moc"
