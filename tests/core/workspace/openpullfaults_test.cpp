// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/actions/openpull.h"
#include "core/workspace/actions/recover.h"
#include "tests/core/workspace/drafts.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::workspace;
using namespace slipway::test::drafts;
using namespace std::chrono_literals;

namespace
{

/// How many requests it takes when nothing fails.
int requestsToOpen()
{
    test::Demo demo;
    const auto draft = drafted(demo.reach(), {googleDrive});
    demo.server.faults().clear();
    if (!ended(openPullRequest(demo.reach(), draft, {})))
        return 0;
    return demo.server.faults().count();
}

} // namespace

/// What an open pull request looks like after something failed on the way to it.
class OpenPullFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensOnceWhateverFails_data();
    void opensOnceWhateverFails();
};

void OpenPullFaultsTest::opensOnceWhateverFails_data()
{
    QTest::addColumn<int>("manner");
    QTest::newRow("500") << 0;
    QTest::newRow("502, but it was done") << 1;
    QTest::newRow("reset") << 2;
    QTest::newRow("reset, but it was done") << 3;
    QTest::newRow("cut short") << 4;
    QTest::newRow("limited") << 5;
    QTest::newRow("token ended") << 6;
}

/// A fault at each request in turn: then again without one, as a person would. In the end there is one branch with the
/// previewed bytes and one pull request, whatever was said in between.
void OpenPullFaultsTest::opensOnceWhateverFails()
{
    QFETCH(const int, manner);
    using simulator::Fault;
    const auto fault = [manner] {
        auto lost = simulator::badGateway();
        lost.isDone = true;
        switch (manner) {
        case 0: return simulator::serverError();
        case 1: return lost;
        case 2: return Fault{.manner = Fault::Manner::Reset};
        case 3: return Fault{.manner = Fault::Manner::Reset, .isDone = true};
        case 4: return Fault{.manner = Fault::Manner::CutShort, .isDone = true};
        case 5: return simulator::secondaryLimit(60s);
        default: return simulator::badCredentials();
        }
    }();
    const int requests = requestsToOpen();
    for (int struck = 1; struck <= requests; ++struck) {
        test::Demo demo;
        const auto draft = drafted(demo.reach(), {googleDrive});
        demo.server.faults().clear();
        demo.server.faults().strike(struck, fault);
        const auto first = ended(openPullRequest(demo.reach(), draft, {}));
        demo.server.faults().clear();
        demo.clock.advance(2min);
        demo.world.now = demo.clock.now();

        const auto reach = demo.reach();
        static_cast<void>(test::awaited(recover(reach, reach->state().begun(reach->id()), {}), 30s));
        const auto second = ended(openPullRequest(reach, draft, {}));

        QVERIFY2(second, qPrintable(u"request %1: %2"_s.arg(struck).arg(second ? QString{} : second.error().message)));
        QCOMPARE(demo.openPulls(driveBranch).size(), 1);
        QCOMPARE(demo.file(demo.head(driveBranch), u"docker-compose.yml"_s), draft.preview.files.first().after);
        QCOMPARE(demo.openPulls(driveBranch).first()->labels, draft.labels);
        QVERIFY(reach->state().begun(reach->id()).isEmpty());
        if (first)
            QCOMPARE(first->number, second->number);
    }
    QVERIFY(requests > 6);
}

const slipway::test::Registered<OpenPullFaultsTest> registered;

#include "openpullfaults_test.moc"
