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

/// A request under way that can be stopped; on the system's clock, so that its waits really wait.
struct Stoppable
{
    explicit Stoppable(const Settings &settings)
        : client(settings, clock)
    {
    }
    ~Stoppable() { stop.request_stop(); }

    void send(Request request)
    {
        client.send(std::move(request), stop.get_token()).then([this](Result<Response> answer) {
            ended.append(std::move(answer));
        });
    }
    [[nodiscard]] bool endedCancelled() const
    {
        return std::ranges::all_of(
            ended, [](const Result<Response> &one) { return !one && one.error().kind == Error::Kind::Cancelled; });
    }

    SystemClock clock;
    Client client;
    std::stop_source stop;
    QList<Result<Response>> ended;
};

} // namespace

class CancelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStoppedRequestIsNotSent()
    {
        HttpHost host;
        Stoppable under(settingsFor({&host}));

        under.stop.request_stop();
        under.send({.url = host.url()});

        QCOMPARE(under.ended.size(), 1);
        QVERIFY(under.endedCancelled());
        QCOMPARE(host.connections(), 0);
    }

    void aStopReachesTheWire_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::newRow("before the answer") << Answer{.manner = Manner::Silent};
        QTest::newRow("in the middle of it") << Answer{.body = "ab", .manner = Manner::Stall};
        QTest::newRow("while it drips") << Answer{.body = QByteArray(1000, 'x'), .manner = Manner::Drip};
    }
    void aStopReachesTheWire()
    {
        QFETCH(const Answer, answer);
        HttpHost host;
        host.answer("GET /", answer);
        Stoppable under(settingsFor({&host}));
        under.send({.url = host.url()});
        QVERIFY(reached([&] { return host.inFlight() == 1; }));

        under.stop.request_stop();

        QVERIFY(reached([&] { return under.ended.size() == 1; }));
        QVERIFY(under.endedCancelled());
        QVERIFY(reached([&] { return host.inFlight() == 0; })); // the connection is closed
    }

    void aStopEndsTheWaitForAnotherTry()
    {
        HttpHost host;
        host.answer("GET /", {.status = 429, .headers = {{"Retry-After", "25"}}});
        Stoppable under(settingsFor({&host}));
        under.send({.url = host.url()});
        QVERIFY(reached([&] { return host.count("GET /") == 1 && host.inFlight() == 0; }));

        under.stop.request_stop();

        QVERIFY(reached([&] { return under.ended.size() == 1; }));
        QVERIFY(under.endedCancelled());
        QCOMPARE(host.count("GET /"), 1);
    }

    void aStopEndsTheWaitForATurn()
    {
        HttpHost host;
        host.answer("GET /", {.manner = Manner::Held});
        auto settings = settingsFor({&host});
        settings.parallel = 1;
        Stoppable under(settings);
        for (int i = 0; i < 50; ++i)
            under.send({.url = host.url()});
        QVERIFY(reached([&] { return host.inFlight() == 1; }));

        under.stop.request_stop();

        QVERIFY(reached([&] { return under.ended.size() == 50; }));
        QVERIFY(under.endedCancelled());
        QCOMPARE(host.received().size(), 1);
    }

    void oneThatIsStoppedMakesRoomForTheNext()
    {
        HttpHost host;
        host.answer("GET /silent", {.manner = Manner::Silent});
        host.answer("GET /good", Answer{});
        auto settings = settingsFor({&host});
        settings.parallel = 1;
        Stoppable under(settings);
        under.send({.url = host.url(u"/silent"_s)});
        QVERIFY(reached([&] { return host.inFlight() == 1; }));
        auto next = under.client.send({.url = host.url(u"/good"_s)}, {});

        under.stop.request_stop();
        const auto answer = awaited(std::move(next));

        QVERIFY(answer && *answer);
    }

    void aRequestThatChangesSomethingIsStoppedToo()
    {
        HttpHost host;
        host.answer("POST /", {.manner = Manner::Silent});
        Stoppable under(settingsFor({&host}));
        under.send({.method = "POST", .url = host.url(), .body = "x"});
        QVERIFY(reached([&] { return host.inFlight() == 1; }));

        under.stop.request_stop();

        QVERIFY(reached([&] { return under.ended.size() == 1; }));
        QVERIFY(under.endedCancelled());
        QVERIFY(reached([&] { return host.inFlight() == 0; }));
    }
};

const slipway::test::Registered<CancelTest> registered;

#include "cancel_test.moc"
