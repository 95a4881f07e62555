// SPDX-License-Identifier: GPL-3.0-or-later
// A program that does one thing that a person can do, to be killed at any point: port, state file, what.
#include "core/workspace/actions/closepull.h"
#include "core/workspace/actions/draft.h"
#include "core/workspace/actions/openpull.h"
#include "core/workspace/actions/policy.h"
#include "core/workspace/actions/recover.h"
#include "tests/core/workspace/demo.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace slipway;

namespace
{

QCoro::Task<Result<QString>> open(workspace::ReachPointer reach, Result<workspace::Draft> draft)
{
    if (!draft)
        co_return failure(draft.error());
    const auto opened = co_await workspace::openPullRequest(reach, *draft, {});
    co_return opened.transform([](const workspace::Opened &it) { return QString(u"#%1"_s.arg(it.number)); });
}

QCoro::Task<Result<QString>> update(workspace::ReachPointer reach)
{
    const QList<workspace::RowKey> keys{{.project = u"docker-compose.yml"_s, .service = u"google-drive"_s}};
    const auto draft = co_await workspace::draftUpdate(reach, keys, {});
    co_return co_await open(reach, draft);
}

QCoro::Task<Result<QString>> proposePolicy(workspace::ReachPointer reach)
{
    const workspace::PolicyChange hold{.service = u"google-drive"_s, .hold = config::Hold{QDate(2026, 12, 1)}};
    const auto draft = co_await workspace::draftPolicy(reach, hold, {});
    co_return co_await open(reach, draft);
}

QCoro::Task<Result<QString>> close(workspace::ReachPointer reach)
{
    const auto closed = co_await workspace::closePullRequest(reach, 221, {});
    co_return closed.transform([] { return u"closed"_s; });
}

QCoro::Task<int> journey(workspace::ReachPointer reach, QString what)
{
    const auto interruptions = co_await workspace::recover(reach, reach->state().begun(reach->id()), {});
    for (const auto &interruption : interruptions)
        std::puts(qPrintable(interruption.message));
    const auto done = what == "policy"_L1  ? co_await proposePolicy(reach)
                      : what == "close"_L1 ? co_await close(reach)
                                           : co_await update(reach);
    std::puts(qPrintable(done ? *done : done.error().message));
    co_return done ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto words = QCoreApplication::arguments();
    if (words.size() != 4)
        return 64;
    test::FakeClock clock(simulator::stillStart());
    const auto reach = std::make_shared<workspace::Reach>(test::demoConnection(words.at(1).toUShort()),
                                                          workspace::Places{.cache = {}, .state = words.at(2)}, clock);
    journey(reach, words.at(3)).then([](int status) { QCoreApplication::exit(status); });
    return QCoreApplication::exec();
}
