// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/linediff.h"
#include "core/simulator/demo.h"
#include "core/simulator/githistory.h"
#include "core/simulator/registryapi.h"
#include "core/updates/run.h"
#include "core/updates/workfolder.h"
#include "tests/support/awaited.h"
#include "tests/support/fakeclock.h"
#include "tests/support/folder.h"
#include "tests/support/httphost.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;
using simulator::branch;
using simulator::Repository;
using simulator::World;

namespace
{

/// The registries of a world as a real server.
void serve(test::HttpHost &host, const World &world)
{
    host.otherwise([&world](const test::Received &received) {
        const auto target = QUrl::fromEncoded(received.target);
        const auto name = QString::fromLatin1(received.headers.value(QHttpHeaders::WellKnownHeader::Host));
        const auto answer = simulator::registryAnswer(world, {.method = received.method,
                                                              .host = name,
                                                              .base = u"https://"_s + name,
                                                              .path = target.path(QUrl::FullyEncoded),
                                                              .query = QUrlQuery{target},
                                                              .headers = received.headers});
        test::Answer sent{.status = answer.status, .body = answer.body};
        for (const auto &[key, value] : answer.headers.toListOfPairs())
            sent.headers.append({key, value});
        return sent;
    });
}

/// The rules of the product, over the demo's deployment repository and its registries.
class Rules
{
public:
    Rules()
    {
        serve(m_host, m_world);
        const auto &objects = deployment().objects;
        const auto main = objects.commits.value(branch(deployment(), u"main"_s));
        for (const auto &[path, entry] : simulator::git::pathsOf(objects, main.tree).asKeyValueRange())
            m_folder.write(path, objects.blobs.value(entry.id));
    }

    [[nodiscard]] const Repository &deployment() const
    {
        return *simulator::repository(m_world, u"PitchConnect"_s, u"fogis-deployment"_s);
    }

    [[nodiscard]] updates::Plan plan(const QStringList &services = {})
    {
        return planned(services, {}, {}).value().plan;
    }
    [[nodiscard]] Result<updates::PreparedPlan> planned(const QStringList &services, updates::Progress progress,
                                                        std::stop_token stop)
    {
        http::Settings settings;
        for (const auto &name : simulator::registryHosts())
            settings.endpoints.insert(name, m_host.url());
        http::Client client{settings, m_clock};
        registry::Client registries{client, m_clock};
        const updates::Scope scope{.source = updates::folderReader(m_folder.path()), .services = services};
        const updates::Outside outside{.client = &registries, .now = m_clock.now(), .progress = std::move(progress)};
        return test::awaited(updates::plan(scope, outside, std::move(stop))).value();
    }

private:
    World m_world = simulator::demoWorld(simulator::stillStart());
    test::HttpHost m_host;
    test::FakeClock m_clock{simulator::stillStart()};
    test::Folder m_folder;
};

/// "docker-compose.yml:33 fogis-api-client update 1.5.0".
QString told(const updates::PlannedReference &reference)
{
    const auto &judgement = reference.judgement.value();
    QStringList words{reference.use.file + u':' + QString::number(reference.use.line),
                      reference.use.services.join(u' '), updates::code(judgement.outcome)};
    if (judgement.reason)
        words += updates::code(*judgement.reason);
    if (judgement.candidate)
        words += u"-> "_s + judgement.candidate->tag;
    if (judgement.newest)
        words += u"newest "_s + *judgement.newest;
    for (const auto &[tag, reason] : judgement.skipped)
        words += u"skipped %1 %2"_s.arg(tag, updates::code(reason));
    if (!judgement.risks.isEmpty())
        words += u"with risks"_s;
    return words.join(u' ');
}

/// What a pull request changes, as a diff of all its files.
QString diffOf(const Repository &repository, int number)
{
    const auto pull = repository.pulls.value(number);
    QString text;
    for (const auto &file :
         simulator::git::changes(repository.objects, repository.objects.commits.value(pull.baseCommit).tree,
                                 repository.objects.commits.value(pull.headCommit).tree))
        text += diff::unified(file.path, repository.objects.blobs.value(file.before.id),
                              repository.objects.blobs.value(file.after.id));
    return text;
}

} // namespace

class OutcomesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachRowHasItsOutcome();
    void pullRequestsAreWhatApplyWrites();
    void stopsAlsoInItsLastStep();
};

void OutcomesTest::eachRowHasItsOutcome()
{
    const auto plan = Rules{}.plan();

    QStringList outcomes;
    for (const auto &reference : plan.references)
        outcomes += told(reference);

    const QStringList expected{
        u"docker-compose.yml:5 google-drive update -> latest"_s,
        u"docker-compose.yml:11 reverse-proxy held hold newest 2.9.1 skipped 2.9.1 hold skipped 2.9.0 hold"_s,
        u"docker-compose.yml:18 queue update -> 7.4.2-alpine newest 7.4.2-alpine"_s,
        u"docker-compose.yml:25 logs error registry-rate-limited"_s,
        u"docker-compose.yml:33 fogis-api-client update -> 1.5.0 newest 1.5.0"_s,
        u"docker-compose.yml:45 match-processor held level newest 2.0.0 skipped 2.0.0 level"_s,
        u"docker-compose.yml:57 change-detector current newest 3.0.1"_s,
        u"docker-compose.yml:63 calendar-sync current newest 2.2.0"_s,
        u"docker-compose.yml:70 logo-combiner update -> 1.1.8 newest 1.1.8"_s,
        u"tools/compose.yaml:5 fogis-api-client update -> 1.5.0 newest 1.5.0"_s,
    };
    QCOMPARE(outcomes, expected);
}

/// When all is known, and only the diff is still to be made.
void OutcomesTest::stopsAlsoInItsLastStep()
{
    std::stop_source stop;
    const auto atTheEnd = [&stop](int done, int total) {
        if (done == total && total > 0)
            stop.request_stop();
    };

    const auto plan = Rules{}.planned({}, atTheEnd, stop.get_token());

    QVERIFY(stop.stop_requested());
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, Error::Kind::Cancelled);
}

void OutcomesTest::pullRequestsAreWhatApplyWrites()
{
    Rules rules;

    QCOMPARE(rules.plan({u"fogis-api-client"_s}).diff, diffOf(rules.deployment(), 220));
    QCOMPARE(rules.plan({u"logo-combiner"_s}).diff, diffOf(rules.deployment(), 221));
}

const slipway::test::Registered<OutcomesTest> registered;
#include "outcomes_test.moc"
