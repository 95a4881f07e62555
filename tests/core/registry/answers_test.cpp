// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/answers.h"

#include "tests/support/awaited.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <coroutine>

using namespace Qt::StringLiterals;

namespace slipway::registry
{

namespace
{

/// A request that is under way until the test gives the answer.
struct Pending
{
    std::coroutine_handle<> waiter = {};
    Result<int> answer = 0;

    void give(Result<int> result)
    {
        answer = std::move(result);
        std::exchange(waiter, {}).resume();
    }
    [[nodiscard]] static bool await_ready() { return false; }
    void await_suspend(std::coroutine_handle<> handle) { waiter = handle; }
    [[nodiscard]] Result<int> await_resume() const { return answer; }
};

/// A question that the test answers, and how often it was asked.
class Asked
{
public:
    [[nodiscard]] QCoro::Task<Result<int>> get(QString key, std::stop_token stop = {})
    {
        return answers.get(std::move(key), [this](std::stop_token own) { return ask(own); }, std::move(stop));
    }
    void give(Result<int> answer) { pending.give(std::move(answer)); }

    int count = 0;
    Answers<QString, int> answers;
    Pending pending;

private:
    QCoro::Task<Result<int>> ask(std::stop_token stop)
    {
        ++count;
        const std::stop_callback cancel{stop, [this] { pending.give(failure(cancelled())); }};
        co_return co_await pending;
    }
};

Result<int> ended(QCoro::Task<Result<int>> task)
{
    return test::awaited(std::move(task)).value_or(failure({Error::Kind::Timeout, {}}));
}

} // namespace

class AnswersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoAsksMeanwhileWaitsForTheSameAnswer();
    void whoAsksWhileItBeginsWaitsToo();
    void anAnswerIsKept();
    void anErrorIsKeptToo();
    void eachQuestionIsItsOwn();
    void theRequestGoesOnWhileOneStillWaits();
    void theRequestEndsWithTheLastWhoWaits();
    void whoJoinsACancelledRequestAsksAgain();
    void aForgottenAnswerIsAskedForAgain();
};

void AnswersTest::whoAsksMeanwhileWaitsForTheSameAnswer()
{
    Asked asked;

    auto first = asked.get(u"a"_s);
    auto second = asked.get(u"a"_s);
    auto third = asked.get(u"a"_s);
    QVERIFY(!asked.answers.find(u"a"_s));
    asked.give(7);

    QCOMPARE(ended(std::move(first)), 7);
    QCOMPARE(ended(std::move(second)), 7);
    QCOMPARE(ended(std::move(third)), 7);
    QCOMPARE(asked.count, 1);
}

/// A request that begins may end another one's wait, and who waited there then asks the same.
void AnswersTest::whoAsksWhileItBeginsWaitsToo()
{
    Asked asked;
    QCoro::Task<Result<int>> second;
    auto first = asked.answers.get(u"a"_s,
                                   [&](std::stop_token) -> QCoro::Task<Result<int>> {
                                       second = asked.get(u"a"_s);
                                       co_return co_await asked.pending;
                                   },
                                   {});
    QVERIFY(!second.isReady());
    asked.give(7);

    QCOMPARE(ended(std::move(first)), 7);
    QCOMPARE(ended(std::move(second)), 7);
    QCOMPARE(asked.count, 0);
}

void AnswersTest::anAnswerIsKept()
{
    Asked asked;
    auto first = asked.get(u"a"_s);
    asked.give(7);

    QCOMPARE(ended(asked.get(u"a"_s)), 7);
    QCOMPARE(asked.answers.find(u"a"_s), Result<int>{7});
    QCOMPARE(asked.count, 1);
}

void AnswersTest::anErrorIsKeptToo()
{
    Asked asked;
    auto first = asked.get(u"a"_s);
    asked.give(failure({Error::Kind::NotFound, u"gone"_s}));

    QCOMPARE(ended(asked.get(u"a"_s)).error().message, u"gone"_s);
    QCOMPARE(asked.count, 1);
}

void AnswersTest::eachQuestionIsItsOwn()
{
    Asked asked;
    auto first = asked.get(u"a"_s);
    asked.give(7);

    auto other = asked.get(u"b"_s);
    asked.give(8);

    QCOMPARE(ended(std::move(other)), 8);
    QCOMPARE(asked.count, 2);
}

void AnswersTest::theRequestGoesOnWhileOneStillWaits()
{
    Asked asked;
    std::stop_source source;
    auto stopped = asked.get(u"a"_s, source.get_token());
    auto waiting = asked.get(u"a"_s);

    source.request_stop();
    QVERIFY(!waiting.isReady());
    asked.give(7);

    QCOMPARE(ended(std::move(waiting)), 7);
    QCOMPARE(asked.count, 1);
}

void AnswersTest::theRequestEndsWithTheLastWhoWaits()
{
    Asked asked;
    std::stop_source one;
    std::stop_source other;
    auto first = asked.get(u"a"_s, one.get_token());
    auto second = asked.get(u"a"_s, other.get_token());

    one.request_stop();
    QVERIFY(!first.isReady());
    other.request_stop();

    QCOMPARE(ended(std::move(first)).error().kind, Error::Kind::Cancelled);
    QCOMPARE(ended(std::move(second)).error().kind, Error::Kind::Cancelled);
}

void AnswersTest::whoJoinsACancelledRequestAsksAgain()
{
    Asked asked;
    std::stop_source source;
    auto stopped = asked.get(u"a"_s, source.get_token());
    source.request_stop();
    QVERIFY(stopped.isReady());

    auto fresh = asked.get(u"a"_s);
    asked.give(7);

    QCOMPARE(ended(std::move(fresh)), 7);
    QCOMPARE(asked.count, 2);
}

void AnswersTest::aForgottenAnswerIsAskedForAgain()
{
    Asked asked;
    auto first = asked.get(u"a"_s);
    asked.give(7);

    asked.answers.forget(u"a"_s);
    auto second = asked.get(u"a"_s);
    asked.give(8);

    QCOMPARE(ended(std::move(second)), 8);
}

const slipway::test::Registered<AnswersTest> registered;

} // namespace slipway::registry

#include "answers_test.moc"
