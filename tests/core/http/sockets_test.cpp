// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/sockets.h"

#include "tests/core/http/visit.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QTest>

#include <array>
#include <sys/resource.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace slipway::http;
using namespace slipway::test;
using namespace std::chrono_literals;

namespace
{

/// Two sockets that are each other's end.
struct Pair
{
    Pair() { std::ignore = socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()); }
    ~Pair()
    {
        for (const int end : ends)
            close(end);
    }
    Pair(const Pair &) = delete;
    Pair &operator=(const Pair &) = delete;

    [[nodiscard]] int here() const { return ends[0]; }
    void say() const { std::ignore = write(ends[1], "x", 1); }
    void hangUp() const { shutdown(ends[1], SHUT_RDWR); }

    std::array<int, 2> ends{-1, -1};
};

/// As long as it lives, no file more can be opened.
struct NoFileMore
{
    NoFileMore()
    {
        getrlimit(RLIMIT_NOFILE, &before);
        const int next = dup(STDERR_FILENO);
        close(next);
        const rlimit none{.rlim_cur = static_cast<rlim_t>(next), .rlim_max = before.rlim_max};
        setrlimit(RLIMIT_NOFILE, &none);
    }
    ~NoFileMore() { setrlimit(RLIMIT_NOFILE, &before); }
    NoFileMore(const NoFileMore &) = delete;
    NoFileMore &operator=(const NoFileMore &) = delete;

    rlimit before{};
};

} // namespace

class SocketsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_ready.clear(); }

    void saysWhichSocketIsReadyForWhat()
    {
        const Pair one, other;
        QVERIFY(m_sockets.open());
        m_sockets.watch(one.here(), CURL_POLL_IN);
        m_sockets.watch(other.here(), CURL_POLL_INOUT);
        one.say();

        QVERIFY(reached([&] { return m_ready.contains({one.here(), CURL_CSELECT_IN}); }));
        QVERIFY(reached([&] { return m_ready.contains({other.here(), CURL_CSELECT_OUT}); }));
        QVERIFY(!m_ready.contains({other.here(), CURL_CSELECT_IN}));
        forget({&one, &other});
    }

    void waitsForSomethingElseWhenToldSo()
    {
        const Pair one;
        QVERIFY(m_sockets.open());
        m_sockets.watch(one.here(), CURL_POLL_OUT);
        QVERIFY(reached([&] { return m_ready.contains({one.here(), CURL_CSELECT_OUT}); }));

        m_sockets.watch(one.here(), CURL_POLL_IN);
        m_ready.clear();
        one.say();

        QVERIFY(reached([&] { return !m_ready.isEmpty(); }));
        QCOMPARE(m_ready.first(), std::pair(one.here(), CURL_CSELECT_IN));
        forget({&one});
    }

    void saysSoWhenTheOtherEndGoes()
    {
        const Pair one;
        QVERIFY(m_sockets.open());
        m_sockets.watch(one.here(), CURL_POLL_IN);

        one.hangUp();

        QVERIFY(reached([&] { return m_ready.contains({one.here(), CURL_CSELECT_IN}); }));
        forget({&one});
    }

    void forgetsASocketWhenToldSo()
    {
        const Pair one, other;
        QVERIFY(m_sockets.open());
        m_sockets.watch(one.here(), CURL_POLL_IN);
        m_sockets.watch(other.here(), CURL_POLL_IN);

        m_sockets.watch(one.here(), CURL_POLL_REMOVE);
        one.say();
        other.say();

        QVERIFY(reached([&] { return m_ready.contains({other.here(), CURL_CSELECT_IN}); }));
        QVERIFY(!m_ready.contains({one.here(), CURL_CSELECT_IN}));
        forget({&other});
    }

    void waitsForMoreWhereManyAreDue()
    {
        Sockets sockets(act(), 200ms);
        const std::array<Pair, 8> pairs;
        QVERIFY(readsOne(sockets, pairs));

        const std::jthread soon([&] { pairs.back().say(); }); // while it waits, as the first is ready all the time
        QElapsedTimer time;
        time.start();
        QVERIFY(reached([&] { return m_ready.contains({pairs.back().here(), CURL_CSELECT_IN}); }));

        QVERIFY(time.durationElapsed() >= 100ms);
    }

    void doesNotWaitForMoreWhereFewAreDue()
    {
        Sockets sockets(act(), 10s);
        const std::array<Pair, 8> pairs;
        QVERIFY(readsOne(sockets, pairs));

        sockets.watch(pairs.back().here(), CURL_POLL_REMOVE);
        QElapsedTimer time;
        time.start();

        QVERIFY(reached([&] { return m_ready.contains({pairs.front().here(), CURL_CSELECT_IN}); }));
        QVERIFY(time.durationElapsed() < 10s);
    }

    void opensOnceThereIsRoom()
    {
        Sockets sockets([](curl_socket_t, int) {});
        {
            const NoFileMore full;
            QVERIFY(!sockets.open());
        }
        QVERIFY(sockets.open());
        QVERIFY(sockets.open());
    }

private:
    std::function<void(curl_socket_t, int)> act()
    {
        return [this](curl_socket_t socket, int events) { m_ready.append({socket, events}); };
    }
    /// Watches all, and reads the first, which stays ready.
    bool readsOne(Sockets &sockets, const std::array<Pair, 8> &pairs)
    {
        if (!sockets.open())
            return false;
        for (const auto &pair : pairs)
            sockets.watch(pair.here(), CURL_POLL_IN);
        pairs.front().say();
        const bool isRead = reached([&] { return !m_ready.isEmpty(); });
        m_ready.clear();
        return isRead;
    }
    void forget(std::initializer_list<const Pair *> pairs)
    {
        for (const auto *pair : pairs)
            m_sockets.watch(pair->here(), CURL_POLL_REMOVE);
    }

    QList<std::pair<curl_socket_t, int>> m_ready;
    Sockets m_sockets{act()};
};

const slipway::test::Registered<SocketsTest> registered;

#include "sockets_test.moc"
