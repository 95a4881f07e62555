// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/http/visit.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <atomic>
#include <cstring>
#include <dlfcn.h>
#include <netdb.h>
#include <semaphore>

using namespace slipway;
using namespace slipway::http;
using namespace slipway::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

/// The search for a name that takes as long as the test wants it to, but for 10 s at most.
constexpr auto slowName = "slow.test";
std::atomic<int> searches{0}; // under way
std::counting_semaphore<> mayEnd{0};

} // namespace

/// The C library's, for all of this program.
extern "C" Q_DECL_EXPORT int getaddrinfo(const char *name, const char *service, const addrinfo *hints, addrinfo **found)
{
    static const auto real = reinterpret_cast<decltype(&::getaddrinfo)>(dlsym(RTLD_NEXT, "getaddrinfo"));
    if (!name || std::strcmp(name, slowName) != 0)
        return real(name, service, hints, found);
    ++searches;
    std::ignore = mayEnd.try_acquire_for(10s);
    --searches;
    return EAI_NONAME;
}

class ResolveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        mayEnd.release(searches.load());
        QVERIFY(QTest::qWaitFor([] { return searches.load() == 0; }, 5s));
    }

    void aStopDoesNotWaitForTheSearchForAName()
    {
        Visitor visitor({});
        auto answer = visitor.client.send({.url = QUrl(u"https://slow.test/"_s)}, visitor.stop.get_token());
        QVERIFY(QTest::qWaitFor([] { return searches.load() == 1; }, 5s));

        visitor.stop.request_stop();
        const auto stopped = awaited(std::move(answer));

        QCOMPARE(searches.load(), 1);
        QVERIFY(stopped && !*stopped);
        QCOMPARE(stopped->error().kind, Error::Kind::Cancelled);
    }

    void nothingElseWaitsForANameThatIsNotFoundInTime()
    {
        Visitor visitor({});

        const auto answer = visitor.send({.url = QUrl(u"https://slow.test/"_s), .limits = {.deadline = 100ms}});

        QCOMPARE(searches.load(), 1);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Timeout);
    }
};

const slipway::test::Registered<ResolveTest> registered;

#include "resolve_test.moc"
