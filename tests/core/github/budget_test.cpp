// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/budget.h"
#include "tests/support/testcase.h"

#include <QTest>
#include <QTimeZone>

using namespace slipway;
using namespace slipway::github;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace
{

const QDateTime noon{QDate{2026, 3, 1}, QTime{12, 0}, QTimeZone::UTC};

http::Response answer(int status, std::initializer_list<std::pair<QByteArray, QByteArray>> headers,
                      const QByteArray &body = {})
{
    http::Response made{.status = status, .body = body};
    for (const auto &[name, value] : headers)
        made.headers.append(name, value);
    return made;
}

QByteArray secondsOf(const QDateTime &time)
{
    return QByteArray::number(time.toSecsSinceEpoch());
}

http::Response counted(int status, int remaining, const QDateTime &reset)
{
    return answer(status, {{"X-RateLimit-Limit", "5000"},
                           {"X-RateLimit-Remaining", QByteArray::number(remaining)},
                           {"X-RateLimit-Reset", secondsOf(reset)}});
}

} // namespace

class BudgetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLimitIsToldFromARefusal_data()
    {
        QTest::addColumn<http::Response>("given");
        QTest::addColumn<std::optional<milliseconds>>("pause");

        const auto row = [](const char *name, const http::Response &given, std::optional<milliseconds> pause) {
            QTest::newRow(name) << given << pause;
        };
        row("the hour is used up", counted(403, 0, noon.addSecs(600)), 10min);
        row("told with 429", counted(429, 0, noon.addSecs(600)), 10min);
        row("secondary, with a time", answer(403, {{"Retry-After", "30"}}), 30s);
        row("its time comes first", answer(429, {{"Retry-After", "30"}, {"X-RateLimit-Remaining", "0"}}), 30s);
        row("secondary, in words alone",
            answer(403, {}, R"({"message":"You have exceeded a secondary rate limit. Please wait"})"), 1min);
        row("429 alone", answer(429, {}), 1min);
        row("single sign-on", answer(403, {{"X-GitHub-SSO", "required; url=https://github.com/orgs/acme/sso"}}), {});
        row("a missing scope", answer(403, {{"X-OAuth-Scopes", ""}, {"X-Accepted-OAuth-Scopes", "repo"}}), {});
        row("a policy", answer(403, {}, R"({"message":"`acme` forbids access via a classic token."})"), {});
        row("some are left", counted(403, 12, noon.addSecs(600)), {});
        row("success with nothing left", counted(200, 0, noon.addSecs(600)), {});
        row("another failure", answer(404, {{"Retry-After", "30"}}), {});
    }

    void aLimitIsToldFromARefusal()
    {
        QFETCH(http::Response, given);

        QTEST(askedPause(given, noon, 0), "pause");
    }

    void eachUnnamedTimeInARowIsTwiceAsLong()
    {
        QCOMPARE(askedPause(answer(429, {}), noon, 1), 2min);
        QCOMPARE(askedPause(answer(429, {}), noon, 3), 8min);
        QCOMPARE(askedPause(answer(429, {}), noon, 1000), 32min);
    }

    void itsClockMayGoWrong()
    {
        auto late = counted(200, 7, noon.addSecs(3600 + 600));
        late.headers.append("Date", "Sun, 01 Mar 2026 13:00:00 GMT");

        QCOMPARE(rateOf(late, noon), (Rate{5000, 7, noon.addSecs(600)}));
    }

    void aHostThatCountsNothingHasNoRate()
    {
        QCOMPARE(rateOf(answer(200, {}), noon), std::nullopt);
        QCOMPARE(
            rateOf(answer(200,
                          {{"X-RateLimit-Limit", "many"}, {"X-RateLimit-Remaining", "-3"}, {"X-RateLimit-Reset", "1"}}),
                   noon),
            std::nullopt);
    }

    void nothingIsAskedUntilTheTime()
    {
        Budget budget;
        QCOMPARE(budget.closedUntil(Resource::Rest, noon), std::nullopt);

        budget.note(Resource::Rest, counted(200, 0, noon.addSecs(60)), noon);

        QCOMPARE(budget.closedUntil(Resource::Rest, noon), noon.addSecs(60));
        QCOMPARE(budget.closedUntil(Resource::Rest, noon.addSecs(60)), std::nullopt);
        QCOMPARE(budget.closedUntil(Resource::GraphQl, noon), std::nullopt);
    }

    void aSuccessEndsTheDoubling()
    {
        Budget budget;
        budget.note(Resource::Rest, answer(429, {}), noon);
        budget.note(Resource::Rest, answer(429, {}), noon.addSecs(60));
        QCOMPARE(budget.closedUntil(Resource::Rest, noon.addSecs(60)), noon.addSecs(180));

        budget.note(Resource::Rest, answer(200, {}), noon.addSecs(180));
        budget.note(Resource::Rest, answer(429, {}), noon.addSecs(180));

        QCOMPARE(budget.closedUntil(Resource::Rest, noon.addSecs(180)), noon.addSecs(240));
    }
};

const slipway::test::Registered<BudgetTest> registered;

#include "budget_test.moc"
