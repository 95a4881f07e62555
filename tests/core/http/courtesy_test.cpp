// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/courtesy.h"

#include "tests/core/http/visit.h"
#include "tests/support/testcase.h"

#include <QCoreApplication>
#include <QTest>

#include <coroutine>

using namespace slipway;
using namespace slipway::http;
using namespace slipway::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Manner = Answer::Manner;

namespace
{

/// Many requests at once; counts how they ended.
struct Crowd
{
    struct Count
    {
        int good = 0;
        int bad = 0;
    };

    void send(Visitor &visitor, const QUrl &url, int many) const
    {
        for (int i = 0; i < many; ++i)
            visitor.client.send({.url = url}, visitor.stop.get_token())
                .then([ended = ended](const Result<Response> &answer) { ++(answer ? ended->good : ended->bad); });
    }

    std::shared_ptr<Count> ended = std::make_shared<Count>();
};

/// Answers when it is told to, and tells what went out and what was handed on.
class ByHand final : public Transport
{
public:
    QCoro::Task<Outcome> send(Request request, std::stop_token) override
    {
        told.append(u"out "_s + request.url.path());
        co_await Held{*this};
        co_return Response{.status = 200, .url = request.url};
    }
    void answerAll()
    {
        for (const auto &waiter : std::exchange(m_waiting, {}))
            waiter.resume();
    }
    void sendAndTell(Courtesy &courtesy, const QString &path, const std::stop_token &stop = {})
    {
        courtesy.send({.url = QUrl(u"https://a.test"_s + path)}, stop).then([this, path](const Outcome &outcome) {
            told.append((outcome ? u"answer "_s : u"none "_s) + path);
        });
    }

    QStringList told;

private:
    struct Held
    {
        ByHand &transport;

        [[nodiscard]] static bool await_ready() { return false; }
        void await_suspend(std::coroutine_handle<> waiter) const { transport.m_waiting.append(waiter); }
        static void await_resume() {}
    };

    QList<std::coroutine_handle<>> m_waiting;
};

} // namespace

class CourtesyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eightAreInFlightAtFirstAndSixteenLater()
    {
        HttpHost host;
        host.answer("GET /", {.manner = Manner::Held});
        Visitor visitor(settingsFor({&host}));
        Crowd crowd;

        crowd.send(visitor, host.url(), 150);
        QVERIFY(reached([&] { return host.inFlight() == 8; }));
        const int atFirst = host.mostInFlight();
        for (int limit = 9; limit <= 16; ++limit) {
            host.release(limit - 1); // a clean round
            QVERIFY(reached([&] { return host.inFlight() == limit; }));
        }
        const bool done = reached([&] {
            host.release();
            return crowd.ended->good == 150;
        });

        QVERIFY(done);
        QCOMPARE(atFirst, 8);
        QCOMPARE(host.mostInFlight(), 16);
        QCOMPARE(host.connections(), 16);
    }

    void aNamedNumberIsUsedAtOnce()
    {
        HttpHost host;
        host.answer("GET /", {.manner = Manner::Held});
        auto settings = settingsFor({&host});
        settings.parallel = 40;
        settings.slowStart = false;
        Visitor visitor(settings);
        Crowd crowd;

        crowd.send(visitor, host.url(), 60);
        QVERIFY(reached([&] { return host.inFlight() == 40; }));
        const bool done = reached([&] {
            host.release();
            return crowd.ended->good == 60;
        });

        QVERIFY(done);
        QCOMPARE(host.mostInFlight(), 40);
    }

    void hostsDoNotWaitForEachOther()
    {
        HttpHost slow, quick;
        slow.answer("GET /", {.manner = Manner::Held});
        quick.answer("GET /", Answer{});
        Visitor visitor(settingsFor({&slow, &quick}));
        Crowd atSlow, atQuick;

        atSlow.send(visitor, slow.url(), 20);
        atQuick.send(visitor, quick.url(), 20);

        QVERIFY(reached([&] { return atQuick.ended->good == 20; }));
        QCOMPARE(atSlow.ended->good, 0);
        QVERIFY(reached([&] {
            slow.release();
            return atSlow.ended->good == 20;
        }));
    }

    void answersThatComeTogetherMakeRoomBeforeTheyAreHandedOn()
    {
        ByHand wire;
        SystemClock clock;
        Courtesy courtesy(wire, clock, Pace{2, false});
        for (const auto &path : {u"/a"_s, u"/b"_s, u"/c"_s, u"/d"_s})
            wire.sendAndTell(courtesy, path);

        wire.answerAll();
        QCOMPARE(wire.told, QStringList({u"out /a"_s, u"out /b"_s, u"out /c"_s, u"out /d"_s}));
        QCoreApplication::processEvents(); // one in each turn
        QCOMPARE(wire.told.mid(4), QStringList(u"answer /a"_s));
        QVERIFY(reached([&] { return wire.told.size() == 6; }));
        wire.answerAll();

        QVERIFY(reached([&] { return wire.told.size() == 8; }));
        QCOMPARE(wire.told.mid(5), QStringList({u"answer /b"_s, u"answer /c"_s, u"answer /d"_s}));
    }

    void anAnswerThatIsNotHandedOnYetCanBeStopped()
    {
        ByHand wire;
        SystemClock clock;
        Courtesy courtesy(wire, clock, Pace{2, false});
        std::stop_source stop;
        wire.sendAndTell(courtesy, u"/a"_s, stop.get_token());

        wire.answerAll();
        stop.request_stop();

        QCOMPARE(wire.told, QStringList({u"out /a"_s, u"none /a"_s}));
        wire.sendAndTell(courtesy, u"/b"_s);
        wire.answerAll();
        QVERIFY(reached([&] { return wire.told.contains(u"answer /b"_s); })); // after the turn that /a had
        QCOMPARE(wire.told.size(), 4);
    }

    void nothingIsAskedWhileTooManyAnswersWait()
    {
        ByHand wire;
        SystemClock clock;
        Courtesy courtesy(wire, clock, Pace{64, false});
        for (int i = 0; i < 64 + 2; ++i)
            wire.sendAndTell(courtesy, u"/a"_s);
        wire.answerAll(); // the two that waited go out
        for (int i = 0; i < 63; ++i)
            wire.sendAndTell(courtesy, u"/b"_s);
        QCOMPARE(wire.told.count(u"out /b"_s), 62);

        wire.answerAll();
        QCOMPARE(wire.told.count(u"out /b"_s), 62);
        QVERIFY(reached([&] { return wire.told.count(u"out /b"_s) == 63; }));

        wire.answerAll(); // or it would wait for ever
        QVERIFY(reached([&] { return wire.told.size() == 2 * (64 + 2 + 63); }));
    }

    void aRefusalHalvesWhatIsInFlight()
    {
        HttpHost host;
        for (int i = 0; i < 16; ++i)
            host.answer("GET /", {.status = i == 0 ? 503 : 200, .manner = Manner::Held});
        host.answer("GET /", {.manner = Manner::Held});
        auto settings = settingsFor({&host});
        settings.slowStart = false;
        Visitor visitor(settings);
        Crowd crowd;

        crowd.send(visitor, host.url(), 40);
        QVERIFY(reached([&] { return host.inFlight() == 16; }));
        host.release(1); // the refusal
        QVERIFY(reached([&] { return !visitor.clock.sleeps().isEmpty(); }));
        host.release(7); // the eight that are left are as many as may be now
        QVERIFY(reached([&] { return crowd.ended->good == 7; }));
        host.release(1); // makes room for one
        QVERIFY(reached([&] { return crowd.ended->good == 8 && host.inFlight() == 8; }));

        QCOMPARE(host.received().size(), 17);
        QVERIFY(reached([&] {
            host.release();
            return crowd.ended->good == 40;
        }));
    }

    void whileAHostAsksToWaitNothingElseIsSentToIt()
    {
        HttpHost host;
        host.answer("GET /busy", {.status = 429, .headers = {{"Retry-After", "20"}}});
        host.answer("GET /busy", Answer{});
        host.answer("GET /other", Answer{});
        Visitor visitor(settingsFor({&host}));
        visitor.client.send({.url = host.url(u"/busy"_s)}, visitor.stop.get_token()).then([](const Result<Response> &) {
        });
        QVERIFY(reached([&] { return host.count("GET /busy") == 2; })); // after the wait of 20 s, on this clock
        const auto before = FakeClock().now();

        const auto answer = visitor.get(host.url(u"/other"_s));

        QVERIFY(answer);
        QVERIFY(visitor.clock.now() >= before + 20s);
    }

    void aHostThatAsksForAVeryLongWaitIsStillAskedOtherThings()
    {
        HttpHost host;
        host.answer("GET /limited", {.status = 429, .headers = {{"Retry-After", "3600"}}});
        host.answer("GET /other", {.body = "good"});
        Visitor visitor(settingsFor({&host}));

        const auto limited = visitor.get(host.url(u"/limited"_s));
        const auto other = visitor.get(host.url(u"/other"_s));

        QVERIFY(!limited && other);
        QVERIFY(visitor.clock.sleeps().isEmpty());
    }

    void manyThatEndAtOnceDoNotPileUp()
    {
        Visitor visitor({.caFiles = {u"/does/not/exist.pem"_s}, .parallel = 1}); // so they end before the wire
        Crowd crowd;

        crowd.send(visitor, QUrl(u"https://registry.test/"_s), 20'000);

        QVERIFY(reached([&] { return crowd.ended->bad == 20'000; }));
    }
};

const slipway::test::Registered<CourtesyTest> registered;

#include "courtesy_test.moc"
