// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/actions/openpull.h"

#include "core/simulator/pulls.h"
#include "core/workspace/actions/closepull.h"
#include "core/workspace/actions/policy.h"
#include "tests/core/workspace/drafts.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::workspace;
using namespace slipway::test::drafts;

/// What is sent, held against what the simulated GitHub then has.
class OpenPullTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsExactlyWhatWasPreviewed();
    void draftsWithoutAskingTwice();
    void refusesATextThatGitHubWould();
    void changesNothingTheSecondTime();
    void updatesThePullRequestThatIsOpen();
    void keepsWhatWasWrittenIntoIt();
    void refusesAMovedBase();
    void saysWhoChangedAFileOfThePreview();
    void refusesAMovedImage();
    void leavesABranchAloneThatSomebodyPushedTo();
    void takesOverABranchThatSaysWhatItHolds();
    void keepsFileModes();
    void signsWhereTheBranchWantsIt();
    void proposesAPolicy();
    void addsToAPolicyThatIsProposed();
    void closesAPullRequest();
};

void OpenPullTest::sendsExactlyWhatWasPreviewed()
{
    test::Demo demo;
    const auto reach = demo.reach();
    const auto base = demo.head(u"main"_s);
    const auto draft = drafted(reach, {googleDrive, queue});

    const auto opened = ended(openPullRequest(reach, draft, {}));

    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message + opened.error().details));
    QCOMPARE(opened->number, 222);
    QCOMPARE(opened->how, Opened::How::Created);
    const auto head = demo.head(u"slipway/image-batch"_s);
    const auto &commit = demo.repository().objects.commits.value(head);
    QCOMPARE(commit.parents, QStringList{base});
    QCOMPARE(commit.message.trimmed(), draft.title);
    for (const auto &file : draft.preview.files)
        QCOMPARE(demo.file(head, file.path), file.after);
    const auto &pull = demo.repository().pulls.value(222);
    QCOMPARE(pull.title, draft.title);
    QCOMPARE(pull.body, QString(draft.text + u'\n' + draft.markers.join(u'\n') + u'\n'));
    QCOMPARE(pull.base, u"main"_s);
    QCOMPARE(pull.labels, draft.labels);
    QCOMPARE(demo.head(u"main"_s), base);
    QVERIFY(reach->state().begun(reach->id()).isEmpty());
}

void OpenPullTest::draftsWithoutAskingTwice()
{
    test::Demo demo;
    const auto reach = demo.reach();
    QMap<QString, int> asked;
    demo.afterRequest = [&](const simulator::Request &request) {
        const bool isRefused = !request.headers.contains("authorization") && request.path != "/token"_L1;
        if (!request.path.startsWith(u"/repos/"_s) && request.method != "POST" && !isRefused)
            ++asked[QString::fromLatin1(request.method) + u' ' + request.host + request.path +
                    request.query.toString()];
    };

    static_cast<void>(drafted(reach, {googleDrive, queue}));

    QVERIFY(asked.keys().filter(u"/tags/list"_s).size() > 0);
    for (auto each = asked.cbegin(); each != asked.cend(); ++each)
        QVERIFY2(each.value() == 1, qPrintable(u"%1 x %2"_s.arg(each.value()).arg(each.key())));
}

void OpenPullTest::refusesATextThatGitHubWould()
{
    test::Demo demo;
    const auto reach = demo.reach();
    auto draft = drafted(reach, {googleDrive});
    draft.text = QString(65'400, u'x'); // its markers are longer than what is left

    const auto opened = ended(openPullRequest(reach, draft, {}));

    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Error::Kind::InvalidInput);
    QVERIFY(demo.head(u"slipway/image/google-drive"_s).isEmpty());
    QVERIFY(reach->state().begun(reach->id()).isEmpty());
}

void OpenPullTest::changesNothingTheSecondTime()
{
    test::Demo demo;
    const auto reach = demo.reach();
    const auto draft = drafted(reach, {googleDrive});
    QVERIFY(ended(openPullRequest(reach, draft, {})));
    const auto head = demo.head(driveBranch);

    const auto again = ended(openPullRequest(demo.reach(), draft, {}));

    QVERIFY(again);
    QCOMPARE(again->how, Opened::How::Unchanged);
    QCOMPARE(again->number, 222);
    QCOMPARE(demo.head(driveBranch), head);
    QCOMPARE(demo.openPulls(driveBranch).size(), 1);
}

void OpenPullTest::updatesThePullRequestThatIsOpen()
{
    test::Demo demo;
    const auto reach = demo.reach();
    QVERIFY(ended(openPullRequest(reach, drafted(reach, {googleDrive}), {})));
    simulator::commitFiles(demo.world, demo.repository(), u"main"_s, {{u"README.md"_s, "# Other\n"}}, u"mfager"_s,
                           u"README: who to call"_s);

    const auto draft = drafted(reach, {googleDrive});
    QCOMPARE(draft.pullRequest, 222);
    const auto again = ended(openPullRequest(reach, draft, {}));

    QVERIFY2(again, again ? "" : qPrintable(again.error().message));
    QCOMPARE(again->number, 222);
    QCOMPARE(again->how, Opened::How::Updated);
    const auto head = demo.head(driveBranch);
    QCOMPARE(demo.repository().objects.commits.value(head).parents, QStringList{demo.head(u"main"_s)});
    QCOMPARE(demo.file(head, u"README.md"_s), "# Other\n"_ba);
}

void OpenPullTest::keepsWhatWasWrittenIntoIt()
{
    test::Demo demo;
    const auto reach = demo.reach();
    const auto first = drafted(reach, {googleDrive});
    QCOMPARE(first.pullRequest, 0);
    QVERIFY(ended(openPullRequest(reach, first, {})));
    auto &pull = demo.repository().pulls[222];
    pull.title = u"Drive: the fix"_s;
    pull.body.prepend(u"Wanted by support.\n\n"_s);
    pull.labels.append(u"major"_s);

    const auto same = drafted(reach, {googleDrive});
    QCOMPARE(same.title, u"Drive: the fix"_s);
    QCOMPARE(same.text, QString(u"Wanted by support.\n\n"_s + first.text));
    QCOMPARE(same.markers, first.markers);
    QCOMPARE(same.labels, (QStringList{u"dependencies"_s, u"docker"_s, u"major"_s}));

    auto without = same;
    without.labels.removeAll(u"docker"_s);
    without.labelsTaken.append(u"docker"_s);
    pull.labels.append(u"policy"_s); // meanwhile
    const auto opened = ended(openPullRequest(reach, without, {}));
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    QCOMPARE(opened->how, Opened::How::Updated);
    QCOMPARE(pull.labels, (QStringList{u"dependencies"_s, u"major"_s, u"policy"_s}));

    const auto before = first.markers.first();
    pull.body.replace(before, QString(before).replace(u"d3bd421"_s, u"0000000"_s)); // it was to another image
    QCOMPARE(drafted(reach, {googleDrive}).title, first.title);
}

void OpenPullTest::refusesAMovedBase()
{
    test::Demo demo;
    const auto reach = demo.reach();
    const auto draft = drafted(reach, {googleDrive});
    simulator::commitFiles(demo.world, demo.repository(), u"main"_s, {{u"README.md"_s, "# Other\n"}}, u"mfager"_s,
                           u"README: who to call"_s);

    const auto opened = ended(openPullRequest(reach, draft, {}));

    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Error::Kind::Conflict);
    QCOMPARE(opened.error().message, u"main has moved since this preview, so nothing was sent."_s);
    QCOMPARE(demo.head(driveBranch), QString{});
    QVERIFY(reach->state().begun(reach->id()).isEmpty());
    QVERIFY(ended(openPullRequest(reach, drafted(reach, {googleDrive}), {})));
}

/// As far as the commits since then tell: with several, any of them may be the one.
void OpenPullTest::saysWhoChangedAFileOfThePreview()
{
    test::Demo demo;
    const auto reach = demo.reach();
    const auto draft = drafted(reach, {googleDrive});
    const auto compose = u"docker-compose.yml"_s;
    const auto push = [&](const QString &path, const QString &login) {
        const QByteArray text = demo.file(demo.head(u"main"_s), path) + "# by hand\n";
        simulator::commitFiles(demo.world, demo.repository(), u"main"_s, {{path, text}}, login, u"By hand"_s);
    };
    const auto refusal = [&] {
        const auto opened = ended(openPullRequest(reach, draft, {}));
        return opened || opened.error().kind != Error::Kind::Conflict ? QString{} : opened.error().message;
    };

    push(compose, u"mfager"_s);
    demo.clock.advance(std::chrono::minutes{2});
    QCOMPARE(refusal(), u"docker-compose.yml was changed by mfager 2 min ago, so nothing was written."_s);
    push(u"README.md"_s, u"mfager"_s);
    QCOMPARE(refusal(), u"docker-compose.yml was changed by mfager since this preview, so nothing was written."_s);
    push(u"README.md"_s, u"bartesch"_s);
    QCOMPARE(refusal(), u"docker-compose.yml was changed since this preview, so nothing was written."_s);
    QCOMPARE(demo.head(driveBranch), QString{});
}

void OpenPullTest::refusesAMovedImage()
{
    test::Demo demo;
    const auto reach = demo.reach();
    auto draft = drafted(reach, {googleDrive});
    draft.preview.updates.first().move.to.digest = Digest::of("another image");

    const auto opened = ended(openPullRequest(reach, draft, {}));

    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Error::Kind::Conflict);
    QCOMPARE(demo.head(driveBranch), QString{});
}

void OpenPullTest::leavesABranchAloneThatSomebodyPushedTo()
{
    test::Demo demo;
    const auto reach = demo.reach();
    QVERIFY(ended(openPullRequest(reach, drafted(reach, {googleDrive}), {})));
    const auto theirs = simulator::commitFiles(demo.world, demo.repository(), driveBranch,
                                               {{u"README.md"_s, "# By hand\n"}}, u"mfager"_s, u"By hand"_s);
    simulator::commitFiles(demo.world, demo.repository(), u"main"_s, {{u"x"_s, "y\n"}}, u"mfager"_s, u"x"_s);

    const auto opened = ended(openPullRequest(reach, drafted(reach, {googleDrive}), {}));

    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Error::Kind::Conflict);
    QCOMPARE(demo.head(driveBranch), theirs);
}

/// #217 was made on another machine, long ago: its commit is what its marker says, so nothing of anybody's is lost.
void OpenPullTest::takesOverABranchThatSaysWhatItHolds()
{
    test::Demo demo;
    const auto reach = demo.reach();
    const auto policy = ended(draftPolicy(
        reach, {.service = u"match-processor"_s, .kind = PolicyChange::Kind::Level, .level = config::Level::Major},
        {}));
    QVERIFY(policy);
    simulator::commitFiles(
        demo.world, demo.repository(), u"main"_s,
        {{u".github/slipway.yml"_s, QByteArray(policy->preview.files.first().after)
                                        .replace("platforms: [linux/amd64, linux/arm64]", "platforms: [linux/amd64]")}},
        u"mfager"_s, u"Major versions too"_s);

    const auto draft = drafted(reach, {matchProcessor});
    const auto opened = ended(openPullRequest(reach, draft, {}));

    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    QCOMPARE(opened->number, 217);
    const auto head = demo.head(u"slipway/image/match-processor"_s);
    QCOMPARE(demo.repository().objects.commits.value(head).parents, QStringList{demo.head(u"main"_s)});
}

void OpenPullTest::keepsFileModes()
{
    test::Demo demo;
    auto &repository = demo.repository();
    auto &objects = repository.objects;
    auto commit = objects.commits.value(demo.head(u"main"_s));
    auto paths = simulator::git::pathsOf(objects, commit.tree);
    paths[u"docker-compose.yml"_s].mode = "100755";
    commit.parents = {demo.head(u"main"_s)};
    commit.tree = simulator::git::addPaths(objects, paths);
    simulator::moveBranch(demo.world, repository, u"main"_s, simulator::git::add(objects, commit));
    const auto reach = demo.reach();

    QVERIFY(ended(openPullRequest(reach, drafted(reach, {googleDrive}), {})));

    const auto tree = objects.commits.value(demo.head(driveBranch)).tree;
    QCOMPARE(simulator::git::pathsOf(objects, tree).value(u"docker-compose.yml"_s).mode, "100755"_ba);
}

void OpenPullTest::signsWhereTheBranchWantsIt()
{
    test::Demo demo;
    demo.repository().protections[u"main"_s].signatures = true;
    const auto reach = demo.reach();
    const auto draft = drafted(reach, {googleDrive});

    const auto opened = ended(openPullRequest(reach, draft, {}));

    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    const auto head = demo.head(driveBranch);
    const auto &commit = demo.repository().objects.commits.value(head);
    QVERIFY(!commit.gpgSignature.isEmpty());
    QCOMPARE(commit.parents, QStringList{demo.head(u"main"_s)});
    QCOMPARE(demo.file(head, u"docker-compose.yml"_s), draft.preview.files.first().after);
    for (const auto &ref : demo.repository().refs.keys())
        QVERIFY(!ref.contains("slipway/work"_L1));
}

void OpenPullTest::proposesAPolicy()
{
    test::Demo demo;
    const auto reach = demo.reach();
    const auto draft =
        ended(draftPolicy(reach, {.service = u"google-drive"_s, .hold = config::Hold{QDate(2026, 12, 1)}}, {}));
    QVERIFY(draft);

    const auto opened = ended(openPullRequest(reach, *draft, {}));

    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    const auto snapshot = demo.refreshed(reach);
    const auto *row = snapshot.find(googleDrive);
    QVERIFY(row->pullRequests.contains(222));
    QCOMPARE(snapshot.find(222)->policyChange, u"Hold google-drive until 1 Dec 2026"_s);
    QCOMPARE(snapshot.openFor(*row), nullptr);
}

void OpenPullTest::addsToAPolicyThatIsProposed()
{
    test::Demo demo;
    const auto reach = demo.reach();
    const PolicyChange hold{.service = u"google-drive"_s, .hold = config::Hold{QDate(2026, 12, 1)}};
    QVERIFY(ended(openPullRequest(reach, ended(draftPolicy(reach, hold, {})).value(), {})));
    const PolicyChange level{
        .service = u"calendar-sync"_s, .kind = PolicyChange::Kind::Level, .level = config::Level::Patch};

    const auto draft = ended(draftPolicy(reach, level, {}));
    QVERIFY(draft);
    QCOMPARE(draft->pullRequest, 222);
    const auto opened = ended(openPullRequest(reach, *draft, {}));

    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    QCOMPARE(opened->number, 222);
    const auto text = demo.file(demo.head(u"slipway/policy"_s), u".github/slipway.yml"_s);
    QVERIFY(text.contains("google-drive: { follow: digest, hold: 2026-12-01 }"));
    QVERIFY(text.contains("calendar-sync: { level: patch }"));
}

void OpenPullTest::closesAPullRequest()
{
    test::Demo demo;
    const auto reach = demo.reach();

    QVERIFY(ended(closePullRequest(reach, 221, {})));
    QVERIFY(!demo.repository().pulls.value(221).isOpen());
    QVERIFY(ended(closePullRequest(reach, 221, {})));
    QVERIFY(!ended(closePullRequest(reach, 219, {}))); // it was merged
    QVERIFY(demo.head(u"slipway/image/logo-combiner"_s) != QString{});
}

const slipway::test::Registered<OpenPullTest> registered;

#include "openpull_test.moc"
