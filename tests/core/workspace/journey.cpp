// SPDX-License-Identifier: GPL-3.0-or-later
// A program that opens a pull request, to be killed at any point: port, state file.
#include "core/workspace/actions/draft.h"
#include "core/workspace/actions/openpull.h"
#include "core/workspace/actions/recover.h"
#include "tests/core/workspace/demo.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace slipway;

namespace
{

QCoro::Task<int> journey(workspace::ReachPointer reach)
{
    for (const auto &interruption : co_await workspace::recover(reach, {}))
        std::puts(qPrintable(interruption.message));
    const QList<workspace::RowKey> keys{{.project = u"docker-compose.yml"_s, .service = u"google-drive"_s}};
    const auto draft = co_await workspace::draftUpdate(reach, keys, {});
    if (!draft) {
        std::puts(qPrintable(draft.error().message));
        co_return 1;
    }
    const auto opened = co_await workspace::openPullRequest(reach, *draft, {});
    std::puts(opened ? qPrintable(u"#%1"_s.arg(opened->number)) : qPrintable(opened.error().message));
    co_return opened ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto words = QCoreApplication::arguments();
    if (words.size() != 3)
        return 64;
    test::FakeClock clock(simulator::stillStart());
    const auto reach = std::make_shared<workspace::Reach>(test::demoConnection(words.at(1).toUShort()),
                                                          workspace::Places{.cache = {}, .state = words.at(2)}, clock);
    journey(reach).then([](int status) { QCoreApplication::exit(status); });
    return QCoreApplication::exec();
}
