// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/pulls.h"
#include "core/workspace/actions/openpull.h"
#include "core/workspace/actions/policy.h"
#include "core/workspace/actions/recover.h"
#include "tests/core/workspace/drafts.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::workspace;
using namespace slipway::test::drafts;

/// What people do on GitHub between a draft and its sending is neither lost nor silently changed.
class MeanwhileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        reach.reset();
        demo.emplace();
        reach = demo->reach();
    }
    void wordsOfOthersAreNotOverwritten();
    void aClosedOneIsNotOpenedAgain();
    void anotherOneIsNotTakenOver();
    void oneThatGoesElsewhereIsLeftAlone();
    void labelsOfOthersStay();
    void labelsThatWereTakenStayAway();
    void aServiceThatIsGoneIsLeftOut();
    void linesMayEndOtherwise();
    void withoutATitleNothingIsSent();
    void recoveryLeavesNewerWords();

private:
    void open(const QList<RowKey> &keys = {googleDrive})
    {
        QVERIFY(ended(openPullRequest(reach, drafted(reach, keys), {})));
        moveMain();
    }
    void moveMain()
    {
        simulator::commitFiles(demo->world, demo->repository(), u"main"_s, {{u"README.md"_s, "# Other\n"}}, u"mfager"_s,
                               u"README: who to call"_s);
    }
    simulator::PullRequest &pull() { return demo->repository().pulls[222]; }
    /// That nothing is sent, and why.
    void refuses(const Draft &draft, const QString &why)
    {
        const auto head = demo->head(draft.branch);
        const auto count = demo->repository().pulls.size();
        const auto opened = ended(openPullRequest(reach, draft, {}));
        QVERIFY(!opened);
        QCOMPARE(opened.error().message, why);
        QCOMPARE(demo->head(draft.branch), head);
        QCOMPARE(demo->repository().pulls.size(), count);
        QVERIFY(reach->state().begun(reach->id()).isEmpty());
    }

    std::optional<test::Demo> demo;
    ReachPointer reach;
};

void MeanwhileTest::wordsOfOthersAreNotOverwritten()
{
    open();
    const auto draft = drafted(reach, {googleDrive});
    QCOMPARE(draft.pullRequest, 222);
    pull().title = u"Drive: wait for support"_s;
    pull().body.prepend(u"Not before Monday.\n\n"_s);

    refuses(draft, u"Somebody has written into #222 meanwhile, so nothing was sent."_s);
    QCOMPARE(pull().title, u"Drive: wait for support"_s);
    const auto again = drafted(reach, {googleDrive});
    QCOMPARE(again.title, u"Drive: wait for support"_s);
    QVERIFY(ended(openPullRequest(reach, again, {})));
    QVERIFY(pull().body.startsWith(u"Not before Monday."_s));
}

void MeanwhileTest::aClosedOneIsNotOpenedAgain()
{
    open();
    const auto draft = drafted(reach, {googleDrive});
    simulator::closePull(demo->world, demo->repository(), pull(), u"mfager"_s);

    refuses(draft, u"#222 is not open any more, so nothing was sent."_s);
}

void MeanwhileTest::anotherOneIsNotTakenOver()
{
    const auto draft = drafted(reach, {googleDrive});
    const auto other = demo->reach();
    auto theirs = drafted(other, {googleDrive});
    theirs.title = u"Drive, by hand"_s;
    QVERIFY(ended(openPullRequest(other, theirs, {})));

    refuses(draft, u"#222 was opened meanwhile for the same branch, so nothing was sent."_s);
    QCOMPARE(pull().title, u"Drive, by hand"_s);
}

void MeanwhileTest::oneThatGoesElsewhereIsLeftAlone()
{
    open();
    demo->repository().refs[u"refs/heads/staging"_s] = demo->repository().refs.value(u"refs/heads/main"_s);
    pull().base = u"staging"_s;

    const auto draft = ended(draftUpdate(reach, {googleDrive}, {}));

    QVERIFY(!draft);
    QCOMPARE(draft.error().message, u"#222 is open for the same branch, and goes into staging."_s);
}

void MeanwhileTest::labelsOfOthersStay()
{
    open();
    auto draft = drafted(reach, {googleDrive});
    draft.labels.removeAll(u"docker"_s);
    draft.labelsTaken.append(u"docker"_s);
    pull().labels = {u"dependencies"_s, u"Docker"_s, u"policy"_s}; // GitHub knows labels in any case

    QVERIFY(ended(openPullRequest(reach, draft, {})));

    QCOMPARE(pull().labels, (QStringList{u"dependencies"_s, u"policy"_s}));
}

void MeanwhileTest::labelsThatWereTakenStayAway()
{
    open();
    pull().labels.removeAll(u"docker"_s);

    QCOMPARE(drafted(reach, {googleDrive}).labels, QStringList{u"dependencies"_s});
}

void MeanwhileTest::aServiceThatIsGoneIsLeftOut()
{
    open({googleDrive, queue});
    const auto file = u"docker-compose.yml"_s;
    auto text = demo->file(demo->head(u"main"_s), file);
    text.replace("\n  queue:\n", "\n  line:\n");
    text.replace("- queue\n", "- line\n");
    simulator::commitFiles(demo->world, demo->repository(), u"main"_s, {{file, text}}, u"mfager"_s, u"line"_s);

    const auto draft = ended(draftUpdate(reach, {googleDrive, queue}, {}));

    QVERIFY2(draft, draft ? "" : qPrintable(draft.error().message));
    QCOMPARE(draft->pullRequest, 222);
    QCOMPARE(draft->preview.updates.size(), 1);
    QCOMPARE(draft->preview.updates.first().key.service, googleDrive.service);
}

void MeanwhileTest::linesMayEndOtherwise()
{
    open();
    pull().body.replace(u"\n"_s, u"\r\n"_s);

    const auto draft = drafted(reach, {googleDrive});

    QVERIFY(!draft.text.contains(u'\r'));
    QVERIFY(ended(openPullRequest(reach, draft, {})));
}

void MeanwhileTest::withoutATitleNothingIsSent()
{
    auto draft = drafted(reach, {googleDrive});
    draft.title = u"  "_s;

    refuses(draft, u"A pull request needs a title."_s);
}

void MeanwhileTest::recoveryLeavesNewerWords()
{
    open();
    auto draft = drafted(reach, {googleDrive});
    draft.title = u"Drive: by the interrupted one"_s;
    demo->isLost = [](const test::Demo::Request &request) { return request.method == "PATCH"; };
    QVERIFY(!ended(openPullRequest(reach, draft, {})));
    demo->isLost = {};
    const auto begun = reach->state().begun(reach->id());
    QCOMPARE(begun.size(), 1);
    pull().title = u"Drive: by hand"_s;

    const auto told = test::awaited(recover(reach, begun, {}), std::chrono::seconds{30});

    QVERIFY(told);
    QCOMPARE(told->size(), 1);
    QVERIFY2(told->first().message.contains(u"#222"_s), qPrintable(told->first().message));
    QCOMPARE(pull().title, u"Drive: by hand"_s);
}

const slipway::test::Registered<MeanwhileTest> registered;

#include "meanwhile_test.moc"
