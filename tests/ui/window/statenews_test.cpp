// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/statenews.h"

#include "tests/support/testcase.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::window
{

using workspace::Row;
using workspace::State;

namespace
{

const auto file = u"docker-compose.yml"_s;

QList<Row> rows(const QList<std::pair<QString, State>> &states)
{
    QList<Row> rows;
    for (const auto &[service, state] : states)
        rows.append({.key = {.project = file, .service = service}, .image = {}, .state = state});
    return rows;
}

/// What a screen reader gets to say.
struct Heard
{
    [[nodiscard]] QStringList sentences() const
    {
        QStringList all;
        for (const auto &one : told)
            all.append(one.first().toString());
        return all;
    }
    /// As if the time between two sentences were over.
    void endPause()
    {
        auto *timer = news.findChild<QTimer *>();
        QVERIFY(timer->isActive());
        timer->setInterval(0);
        QVERIFY(QTest::qWaitFor([&] { return !timer->isActive(); }));
        timer->setInterval(10'000);
    }

    StateNews news;
    QSignalSpy told{&news, &StateNews::told};
};

} // namespace

class StateNewsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheWorstAndCountsTheOthers()
    {
        Heard heard;
        heard.news.take(rows({{u"api"_s, State::UpToDate},
                              {u"calendar-sync"_s, State::InProgress},
                              {u"queue"_s, State::Behind},
                              {u"web"_s, State::Held}}));

        heard.news.take(rows({{u"api"_s, State::UpdateReady},
                              {u"calendar-sync"_s, State::Failed},
                              {u"queue"_s, State::UpToDate},
                              {u"web"_s, State::Held}}));

        QCOMPARE(heard.sentences(), QStringList{u"calendar-sync: failed. 2 other services changed."_s});
    }

    void oneOtherIsOneOther()
    {
        Heard heard;
        heard.news.take(rows({{u"api"_s, State::Behind}, {u"web"_s, State::Behind}}));
        heard.news.take(rows({{u"api"_s, State::UpToDate}, {u"web"_s, State::UpdateReady}}));

        QCOMPARE(heard.sentences(), QStringList{u"web: update ready. 1 other service changed."_s});
    }

    void namesTheProjectWhereTheServiceIsInSeveral()
    {
        Heard heard;
        auto all = rows({{u"web"_s, State::Behind}});
        all.first().isInSeveralProjects = true;
        heard.news.take(all);
        all.first().state = State::Blocked;
        heard.news.take(all);

        QCOMPARE(heard.sentences(), QStringList{u"web in docker-compose.yml: blocked."_s});
    }

    void theFirstReadIsNoNews()
    {
        Heard heard;
        heard.news.take(rows({{u"api"_s, State::Failed}, {u"web"_s, State::Checking}}));
        heard.news.take(rows({{u"api"_s, State::Failed}, {u"web"_s, State::Failed}, {u"queue"_s, State::Behind}}));
        heard.news.forget();
        heard.news.take(rows({{u"api"_s, State::UpToDate}}));

        QCOMPARE(heard.sentences(), QStringList{});
        heard.news.take(rows({{u"api"_s, State::Behind}})); // but it is listened to
        QCOMPARE(heard.sentences(), QStringList{u"api: behind."_s});
    }

    void checkingIsNoChange()
    {
        Heard heard;
        heard.news.take(rows({{u"api"_s, State::Behind}}));
        heard.news.take(rows({{u"api"_s, State::Checking}}));
        heard.news.take(rows({{u"api"_s, State::Behind}}));
        QCOMPARE(heard.sentences(), QStringList{});

        heard.news.take(rows({{u"api"_s, State::Checking}}));
        heard.news.take(rows({{u"api"_s, State::Failed}}));
        QCOMPARE(heard.sentences(), QStringList{u"api: failed."_s});
    }

    void sumsUpWhatComesSoonAfter()
    {
        Heard heard;
        heard.news.take(rows({{u"api"_s, State::Behind}, {u"queue"_s, State::Behind}, {u"web"_s, State::Behind}}));
        heard.news.take(rows({{u"api"_s, State::Failed}, {u"queue"_s, State::Behind}, {u"web"_s, State::Behind}}));
        QCOMPARE(heard.news.findChild<QTimer *>()->interval(), 10'000);

        heard.news.take(rows({{u"api"_s, State::Failed}, {u"queue"_s, State::Blocked}, {u"web"_s, State::Held}}));
        heard.news.take(rows({{u"api"_s, State::Failed}, {u"queue"_s, State::UpToDate}, {u"web"_s, State::Behind}}));
        QCOMPARE(heard.sentences(), QStringList{u"api: failed."_s});

        heard.endPause(); // the web is as it was: of that nothing is left to say
        QCOMPARE(heard.sentences(), (QStringList{u"api: failed."_s, u"queue: up to date."_s}));
    }

    void aPauseWithoutNewsIsFollowedByNone()
    {
        Heard heard;
        heard.news.take(rows({{u"api"_s, State::Behind}}));
        heard.news.take(rows({{u"api"_s, State::Failed}}));
        heard.endPause();
        QCOMPARE(heard.sentences(), QStringList{u"api: failed."_s});
        QVERIFY(!heard.news.findChild<QTimer *>()->isActive());

        heard.news.take(rows({{u"api"_s, State::UpToDate}}));
        QCOMPARE(heard.sentences().last(), u"api: up to date."_s);
    }
};

namespace
{
const test::Registered<StateNewsTest> registered;
}

} // namespace slipway::window

#include "statenews_test.moc"
