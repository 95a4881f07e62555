// SPDX-License-Identifier: GPL-3.0-or-later
// Slipway's own client of GitHub against the simulator, as github.com and as an Enterprise Server. The referee is what
// the world holds afterwards; what was said is held against GitHub's description by exchanges.mjs.
#include "core/github/checks.h"
#include "core/github/commits.h"
#include "core/github/deployments.h"
#include "core/github/pulls.h"
#include "core/github/refs.h"
#include "core/github/releases.h"
#include "core/github/repositories.h"
#include "core/github/updatepulls.h"
#include "core/github/user.h"
#include "core/simulator/demo.h"
#include "core/simulator/githistory.h"
#include "core/simulator/simulator.h"
#include "tests/support/awaited.h"
#include "tests/support/exchanges.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

const auto deployment = *RepositoryId::parse(u"PitchConnect/fogis-deployment");

BranchName branch(QStringView name)
{
    return *BranchName::parse(name);
}

/// A simulated host, and Slipway asking it with the token of who is signed in; waits take no time.
struct Client
{
    explicit Client(const QString &host)
        : simulator(simulator::demoWorld(simulator::stillStart()))
        , clock(simulator::stillStart())
    {
        if (!simulator.listen())
            qFatal("cannot listen");
        test::recordExchanges(simulator);
        http::Settings settings{.endpoints = simulator.endpoints()};
        settings.endpoints.insert(u"ghes.example"_s, settings.endpoints.value(u"api.github.com"_s));
        http.emplace(settings, clock);
        api.emplace(*http, clock, *github::hostNamed(host),
                    std::make_shared<const Secret>(QByteArrayView{simulator::demoToken}));
    }

    template<class T> [[nodiscard]] Result<T> ended(QCoro::Task<Result<T>> task)
    {
        return test::awaited(std::move(task)).value_or(failure({.kind = Error::Kind::Timeout, .message = {}}));
    }

    [[nodiscard]] simulator::Repository &held()
    {
        return *simulator::repository(simulator.world(), deployment.owner(), deployment.name());
    }

    simulator::Simulator simulator;
    test::FakeClock clock;
    std::optional<http::Client> http;
    std::optional<github::Api> api;
};

template<class T> QString said(const Result<T> &result)
{
    return result ? QString{} : QString{result.error().message + u" | "_s + result.error().details + u' '};
}

/// What went wrong, for QVERIFY2; until the next call.
template<class... T> const char *why(const Result<T> &...results)
{
    static QByteArray text;
    text = QStringList{said(results)...}.join(QString{}).toUtf8();
    return text.constData();
}

QStringList pathsOf(const QList<github::TreeEntry> &entries)
{
    QStringList paths;
    for (const auto &entry : entries)
        if (entry.mode != github::FileMode::Folder)
            paths.append(entry.path);
    return paths;
}

} // namespace

class ClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("host");

        QTest::newRow("github.com") << u"github.com"_s;
        QTest::newRow("Enterprise Server") << u"ghes.example"_s;
    }

    void whoAsksAndWhatThereIsAreRead()
    {
        QFETCH_GLOBAL(QString, host);
        Client client{host};

        const auto me = client.ended(github::whoAmI(*client.api, {}));
        const auto found = client.ended(github::findRepository(*client.api, deployment, {}));
        const auto mine = client.ended(github::listMyRepositories(*client.api, {}));
        const auto theirs = client.ended(github::listRepositories(*client.api, deployment.owner(), {}));
        const auto branches = client.ended(github::listBranches(*client.api, deployment, {}));
        const auto labels = client.ended(github::listLabels(*client.api, deployment, {}));
        const auto signs = client.ended(github::wantsSignatures(*client.api, deployment, branch(u"main"), {}));

        QVERIFY2(me && found && mine && theirs, why(me, found, mine, theirs));
        QVERIFY2(branches && labels && signs, why(branches, labels, signs));
        QCOMPARE(me->login, u"bartesch"_s);
        QVERIFY(me->scopes->contains(u"repo"_s));
        QCOMPARE(me->enterpriseVersion.isEmpty(), host == "github.com"_L1);
        QVERIFY(found->mayPush);
        QCOMPARE(mine->repositories.size(), 7);
        QCOMPARE(theirs->repositories.size(), 7);
        QCOMPARE(branches->size(), 4);
        QCOMPARE(*labels, (QStringList{u"dependencies"_s, u"docker"_s, u"major"_s, u"policy"_s}));
        QVERIFY(!*signs);
    }

    void filesAreReadAtOneCommit()
    {
        QFETCH_GLOBAL(QString, host);
        Client client{host};
        const auto head = client.ended(github::findBranch(*client.api, deployment, branch(u"main"), {}));
        QVERIFY2(head && *head, why(head));
        const auto commit = client.ended(github::readCommit(*client.api, deployment, (*head)->text(), {}));
        QVERIFY2(commit, why(commit));
        const auto tree = client.ended(github::readTree(*client.api, deployment, commit->tree, {}));
        QVERIFY2(tree, why(tree));
        QList<ObjectId> wanted;
        for (const auto &entry : *tree)
            if (entry.mode == github::FileMode::File)
                wanted.append(entry.id);

        const auto one = client.ended(github::readBlob(*client.api, deployment, wanted.first(), 1 << 20, {}));
        const auto all = client.ended(github::readBlobs(*client.api, deployment, wanted, 1 << 20, {}));

        QVERIFY2(one && all, why(one, all));
        QVERIFY(pathsOf(*tree).contains(u".github/slipway.yml"_s));
        const auto &objects = client.held().objects;
        for (const auto &id : std::as_const(wanted))
            QCOMPARE(all->value(id), objects.blobs[id.text()]);
    }

    void historyIsReadBetweenTwoRevisions()
    {
        QFETCH_GLOBAL(QString, host);
        Client client{host};
        const auto source = *RepositoryId::parse(u"PitchConnect/fogis-api-client-python");
        const auto *held = simulator::repository(client.simulator.world(), source.owner(), source.name());
        const auto log = simulator::git::log(held->objects, simulator::branch(*held, u"main"_s));

        const auto seven = client.ended(github::compareCommits(*client.api, source, log.at(7), log.at(0), 5, {}));
        const auto release = client.ended(github::findRelease(*client.api, source, u"1.5.0"_s, {}));
        const auto none = client.ended(github::findRelease(*client.api, source, u"9.9.9"_s, {}));

        QVERIFY2(seven && release && none, why(seven, release, none));
        QCOMPARE(seven->aheadBy, 7);
        QCOMPARE(seven->commits.size(), 5);
        QCOMPARE(seven->commits.first().id.text(), log.at(0));
        QCOMPARE(seven->commits.first().message, u"Cache club metadata between requests"_s);
        QVERIFY(*release && (*release)->notes.contains(u"Cache club metadata"_s));
        QVERIFY(!*none);
    }

    void pullRequestsChecksAndDeploymentsAreRead()
    {
        QFETCH_GLOBAL(QString, host);
        Client client{host};
        const auto since = simulator::stillStart().addDays(-30);

        const auto pulls = client.ended(github::listUpdatePulls(*client.api, deployment, u"slipway/"_s, since, {}));
        const auto checks = client.ended(github::listChecks(*client.api, deployment, {{217}, {220}, {221}}, {}));
        const auto deployed = client.ended(github::listDeployments(*client.api, deployment, {}));
        const auto open =
            client.ended(github::findOpenPulls(*client.api, deployment, branch(u"slipway/image/fogis-api-client"), {}));
        const auto one = client.ended(github::readPull(*client.api, deployment, {219}, {}));

        QVERIFY2(pulls && checks && deployed, why(pulls, checks, deployed));
        QVERIFY2(open && one, why(open, one));
        using Update = github::UpdatePull;
        const auto numbered = [&](qint64 number) {
            return *std::ranges::find(*pulls, number, [](const Update &update) { return update.pull.number.value; });
        };
        QCOMPARE(numbered(220).mergeState, Update::MergeState::Clean);
        QCOMPARE(numbered(217).review, Update::Review::Required);
        QCOMPARE(numbered(219).pull.state, github::PullRequest::State::Merged);
        QCOMPARE(numbered(218).closedBy, u"mfager"_s);
        QCOMPARE(checks->checks.find({221})->checks.size(), 6);
        QVERIFY(checks->areReadable);
        QCOMPARE(deployed->first().environment, u"canary-1"_s);
        QCOMPARE(deployed->first().state(), github::Deployment::State::Failed);
        QCOMPARE(open->first().number.value, 220);
        QCOMPARE(one->state, github::PullRequest::State::Merged);
    }

    void aChangeGoesItsWholeWayAndIsTakenBack()
    {
        QFETCH_GLOBAL(QString, host);
        Client client{host};
        const auto ours = branch(u"slipway/image/google-drive");
        const auto repository = client.ended(github::findRepository(*client.api, deployment, {}));
        const auto head = client.ended(github::findBranch(*client.api, deployment, branch(u"main"), {}));
        const auto parent = client.ended(github::readCommit(*client.api, deployment, (*head)->text(), {}));
        QVERIFY2(repository && parent, why(repository, parent));
        const auto committed = [&](const QByteArray &text) {
            const auto tree = client.ended(github::createTree(*client.api, deployment, parent->tree,
                                                              {{u"NOTES"_s, github::FileMode::Executable, text}}, {}));
            return tree ? client.ended(github::createCommit(*client.api, deployment, u"Update google-drive"_s, *tree,
                                                            parent->id, {}))
                        : tree;
        };
        const auto first = committed("one\n"), second = committed("two\n");
        QVERIFY2(first && second, why(first, second));

        const auto made = client.ended(github::createBranch(*client.api, deployment, ours, *first, {}));
        const auto again = client.ended(github::createBranch(*client.api, deployment, ours, *first, {}));
        const auto moved = client.ended(github::moveBranch(*client.api, *repository, {ours, *first, *second}, {}));
        const auto late = client.ended(github::moveBranch(*client.api, *repository, {ours, *first, parent->id}, {}));

        QVERIFY2(made && moved, why(made, moved));
        QVERIFY(!again);
        QCOMPARE(*moved, github::Guard::Atomic);
        QCOMPARE(late.error().kind, Error::Kind::Conflict);
        QCOMPARE(simulator::branch(client.held(), ours.text()), second->text());
        const auto &objects = client.held().objects;
        const auto entry = simulator::git::entryAt(objects, objects.commits[second->text()].tree, u"NOTES"_s);
        QCOMPARE(objects.blobs[entry->id], "two\n");
        QCOMPARE(entry->mode, "100755");

        const auto pull = client.ended(github::createPull(
            *client.api, deployment, {u"Update google-drive"_s, u"Why"_s, ours, branch(u"main")}, {}));
        QVERIFY2(pull, why(pull));
        const auto labelled =
            client.ended(github::addLabels(*client.api, deployment, pull->number, {u"docker"_s, u"a new one"_s}, {}));
        const auto edited =
            client.ended(github::editPull(*client.api, deployment, pull->number, u"Other"_s, u"Text"_s, {}));
        const auto closed = client.ended(github::closePull(*client.api, deployment, pull->number, {}));
        const auto deleted = client.ended(github::deleteBranch(*client.api, deployment, ours, {}));

        QVERIFY2(labelled && edited && closed && deleted, why(labelled, edited, closed, deleted));
        const auto &held = client.held().pulls[222];
        QCOMPARE(held.title, u"Other"_s);
        QCOMPARE(held.labels, (QStringList{u"docker"_s, u"a new one"_s}));
        QVERIFY(!held.isOpen());
        QVERIFY(simulator::branch(client.held(), ours.text()).isEmpty());
    }

    void aSignedCommitIsMadeWhereSignaturesAreAskedFor()
    {
        QFETCH_GLOBAL(QString, host);
        Client client{host};
        client.held().protections[u"slipway/image/logo-combiner"_s].signatures = true;
        const auto ours = branch(u"slipway/image/logo-combiner");
        const auto head = client.ended(github::findBranch(*client.api, deployment, ours, {}));

        const auto signs = client.ended(github::wantsSignatures(*client.api, deployment, ours, {}));
        const auto made = client.ended(github::commitSigned(*client.api, deployment, ours, **head, u"Signed\n\nWhy"_s,
                                                            {{u"NOTES"_s, github::FileMode::File, "n\n"}}, {}));
        const auto late = client.ended(github::commitSigned(*client.api, deployment, ours, **head, u"Late"_s,
                                                            {{u"NOTES"_s, github::FileMode::File, "m\n"}}, {}));

        QVERIFY2(signs && *signs, why(signs));
        QVERIFY2(made, why(made));
        QCOMPARE(simulator::branch(client.held(), ours.text()), made->text());
        QVERIFY(!client.held().objects.commits[made->text()].gpgSignature.isEmpty());
        QCOMPARE(late.error().kind, Error::Kind::Conflict);
    }
};

const slipway::test::Registered<ClientTest> registered;

#include "client_test.moc"
