// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/demo/deployment.h"

#include "core/simulator/checks.h"
#include "core/simulator/demo/files.h"
#include "core/simulator/demo/proposal.h"
#include "core/simulator/demo/service.h"
#include "core/simulator/demo/settings.h"
#include "core/simulator/demo/times.h"
#include "core/simulator/deployments.h"
#include "core/simulator/pulls.h"

#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::simulator::demo
{

namespace
{

/// Tells the story of the deployment repository, event by event in the order of time.
class Story
{
public:
    Story(World &world, const QDateTime &start)
        : m_world(world)
        , m_repository(makeDeploymentRepository(world, start))
        , m_start(start)
    {
    }

    void tellThePast();
    void tellTheLastDays();

private:
    void go(QStringView offset) { m_world.now = at(m_start, offset); }
    [[nodiscard]] ObjectId main() const { return branch(m_repository, u"main"_s); }
    [[nodiscard]] QByteArray file(const QString &path) const
    {
        return git::fileAt(m_repository.objects, main(), path).value_or(QByteArray{});
    }
    [[nodiscard]] QString reference(const QString &service, const QString &version)
    {
        return pinned(m_world, deployed(service).source, version);
    }

    void import();
    void push(QStringView when, const QString &login, const QString &message, const QMap<QString, QByteArray> &files);
    PullRequest &propose(int number, QStringView when, const QString &service, const QString &to, const QString &login);
    void merge(PullRequest &pull, QStringView when, const QString &login);
    void mergeUpdate(int number, QStringView when, const QString &service, const QString &version);
    void mergeByHand(int number, QStringView when, const QString &login, const QString &title,
                     const QMap<QString, QByteArray> &files, const QStringList &labels);
    void check(const ObjectId &commit, const QMap<QString, Outcome> &unusual = {});
    void failOnCanary();
    void proposeMajor();
    void proposeAndClose();
    void proposeWithinPolicy(int number, QStringView when, const QString &service, const QString &version);
    void close(int number, QStringView when, const QString &login, const QString &text);

    World &m_world;
    Repository &m_repository;
    QDateTime m_start;
};

QByteArray replaced(QByteArray text, QByteArrayView before, QByteArrayView after)
{
    return text.replace(before, after);
}

void Story::import()
{
    go(u"-37d");
    auto files = firstFiles();
    for (const auto &service :
         {u"fogis-api-client"_s, u"match-processor"_s, u"change-detector"_s, u"calendar-sync"_s, u"logo-combiner"_s}) {
        const auto place = deployed(service).places.first();
        auto &text = files[place.file];
        const auto version = QString::fromUtf8(referenceAt(text, place));
        text = withReference(text, place, reference(service, version).toUtf8());
    }
    git::Paths paths;
    for (const auto &[path, text] : std::as_const(files).asKeyValueRange())
        paths.insert(path, {"100644", git::add(m_repository.objects, text)});
    const auto tree = git::addPaths(m_repository.objects, paths);
    const auto who = signature(m_world, u"bartesch"_s, m_world.now);
    const auto commit =
        git::add(m_repository.objects, {tree, {}, who, who, u"Import the compose files from the server\n"_s});
    moveBranch(m_world, m_repository, u"main"_s, commit);
    deploy(m_world, m_repository, commit);
}

void Story::push(QStringView when, const QString &login, const QString &message, const QMap<QString, QByteArray> &files)
{
    go(when);
    commitFiles(m_world, m_repository, u"main"_s, files, login, message);
}

void Story::check(const ObjectId &commit, const QMap<QString, Outcome> &unusual)
{
    addChecks(m_world, m_repository, commit, m_world.now.addDuration(8s), m_start, unusual);
}

PullRequest &Story::propose(int number, QStringView when, const QString &service, const QString &to,
                            const QString &login)
{
    go(when);
    m_repository.lastNumber = number - 1;
    return proposeUpdate(m_world, service, to, login);
}

void Story::merge(PullRequest &pull, QStringView when, const QString &login)
{
    go(when);
    mergePull(m_world, m_repository, pull, login);
}

void Story::mergeUpdate(int number, QStringView when, const QString &service, const QString &version)
{
    const auto opened = at(m_start, when).addDuration(-7min);
    m_world.now = opened;
    m_repository.lastNumber = number - 1;
    auto &pull = proposeUpdate(m_world, service, reference(service, version), u"slipway-bot"_s);
    check(pull.headCommit);
    m_world.now = opened.addDuration(20s);
    approve(m_world, pull, u"github-actions[bot]"_s, u"within the policy"_s);
    merge(pull, when, u"bartesch"_s);
    deploy(m_world, m_repository, main());
}

void Story::mergeByHand(int number, QStringView when, const QString &login, const QString &title,
                        const QMap<QString, QByteArray> &files, const QStringList &labels)
{
    const auto opened = at(m_start, when).addDuration(-1h);
    m_world.now = opened;
    m_repository.lastNumber = number - 1;
    const auto head = u"%1/%2"_s.arg(login, files.firstKey().section(u'/', -1).section(u'.', 0, 0));
    moveBranch(m_world, m_repository, head, main());
    commitFiles(m_world, m_repository, head, files, login, title);
    auto &pull = openPull(m_world, m_repository, {.title = title, .body = {}, .head = head, .base = u"main"_s}, login);
    pull.labels = labels;
    check(pull.headCommit);
    m_world.now = opened.addDuration(50min);
    const auto other = login == "bartesch"_L1 ? u"mfager"_s : u"bartesch"_s;
    approve(m_world, pull, other, {});
    merge(pull, when, login);
}

void Story::tellThePast()
{
    const auto slipwayFile = u".github/slipway.yml"_s;
    const auto compose = u"docker-compose.yml"_s;
    const auto holdUntil = m_start.addDays(7).date();

    import();
    mergeUpdate(206, u"-26d23h51m", u"calendar-sync"_s, u"2.0.4"_s);
    mergeUpdate(208, u"-20d", u"fogis-api-client"_s, u"1.4.1"_s);
    mergeUpdate(209, u"-17d23h50m", u"match-processor"_s, u"1.8.3"_s);
    mergeUpdate(211, u"-14d23h51m", u"calendar-sync"_s, u"2.1.0"_s);
    mergeUpdate(212, u"-12d23h51m", u"logo-combiner"_s, u"1.1.7"_s);
    const QByteArray until = "reverse-proxy: { hold: " + holdUntil.toString(Qt::ISODate).toLatin1() + ", ";
    mergeByHand(213, u"-11d", u"bartesch"_s,
                u"Hold reverse-proxy until "_s + QLocale::c().toString(holdUntil, u"d MMM yyyy"),
                {{slipwayFile, replaced(file(slipwayFile), "reverse-proxy: { ", until)}}, {u"policy"_s});
    mergeUpdate(214, u"-7d23h51m", u"fogis-api-client"_s, u"1.4.2"_s);
    mergeByHand(215, u"-7d", u"mfager"_s, u"Add the tools for the smoke test"_s,
                {{u"tools/compose.yaml"_s, toolsFile()},
                 {slipwayFile, replaced(file(slipwayFile), "  - docker-compose.yml\n",
                                        "  - docker-compose.yml\n  - tools/compose.yaml\n")}},
                {});
    mergeUpdate(216, u"-5d23h51m", u"change-detector"_s, u"3.0.1"_s);
    const auto drive = deployed(u"google-drive"_s);
    const QByteArray pin =
        "latest@" + digestPublished(serviceImages(m_world, drive.source), at(m_start, u"-3d")).toLatin1();
    push(u"-2d22h", u"mfager"_s, u"Pin google-drive by digest"_s,
         {{compose, withReference(file(compose), drive.places.first(), pin)}});
    deploy(m_world, m_repository, main());
}

void Story::failOnCanary()
{
    go(u"-9m30s");
    auto &staging = addDeployment(m_world, m_repository, main(), u"staging"_s);
    addStatus(m_world, staging, u"success"_s, at(m_start, u"-7m45s"));
    go(u"-7m35s");
    auto &canary = addDeployment(m_world, m_repository, main(), u"canary-1"_s);
    addStatus(m_world, canary, u"failure"_s, at(m_start, u"-6m"),
              u"calendar-sync 2.2.0 was unhealthy for 90 s; 2.1.0 runs again"_s);
}

void Story::proposeMajor()
{
    auto &pull =
        propose(217, u"-2d3h1m", u"match-processor"_s, reference(u"match-processor"_s, u"2.0.0"_s), u"mfager"_s);
    pull.labels.append(u"major"_s);
    pull.requestedReviewers = {u"bartesch"_s};
    check(pull.headCommit,
          {{u"policy"_s, {CheckRun::Conclusion::Neutral, u"2.0.0 is above minor, a person decides"_s}}});
}

void Story::proposeAndClose()
{
    auto &pull = propose(218, u"-1d4h", u"queue"_s, u"8.0.1-alpine"_s, u"mfager"_s);
    check(pull.headCommit,
          {{u"policy"_s, {CheckRun::Conclusion::Neutral, u"8.0.1-alpine does not match, a person decides"_s}}});
}

void Story::close(int number, QStringView when, const QString &login, const QString &text)
{
    go(when);
    auto &pull = m_repository.pulls[number];
    pull.comments.append({nextId(m_world), login, text, m_world.now});
    closePull(m_world, m_repository, pull, login);
    moveBranch(m_world, m_repository, pull.head, {});
}

void Story::proposeWithinPolicy(int number, QStringView when, const QString &service, const QString &version)
{
    auto &pull = propose(number, when, service, reference(service, version), u"slipway-bot"_s);
    check(pull.headCommit);
    m_world.now = m_world.now.addDuration(20s);
    approve(m_world, pull, u"github-actions[bot]"_s, u"within the policy"_s);
}

void Story::tellTheLastDays()
{
    const auto slipwayFile = u".github/slipway.yml"_s;
    proposeMajor();
    push(u"-1d21h19m", u"mfager"_s, u"logo-combiner: patch releases only"_s,
         {{slipwayFile, replaced(file(slipwayFile), "  logs: {",
                                 "  logo-combiner: { level: patch }       # minor releases change the picture sizes\n"
                                 "  logs: {")}});
    proposeAndClose();
    close(218, u"-4h40m", u"mfager"_s, u"We stay on 7"_s);
    proposeWithinPolicy(219, u"-40m", u"calendar-sync"_s, u"2.2.0"_s);
    proposeWithinPolicy(220, u"-14m20s", u"fogis-api-client"_s, u"1.5.0"_s);
    merge(m_repository.pulls[219], u"-9m50s", u"bartesch"_s);
    failOnCanary();

    go(u"-8m");
    auto &moved = m_repository.pulls[220];
    renewUpdate(m_world, moved, u"fogis-api-client"_s, reference(u"fogis-api-client"_s, u"1.5.0"_s));
    check(moved.headCommit);
    proposeWithinPolicy(221, u"-1m20s", u"logo-combiner"_s, u"1.1.8"_s);
    m_repository.lastNumber = 221;
}

} // namespace

void addDeploymentRepository(World &world, const QDateTime &start)
{
    Story story{world, start};
    story.tellThePast();
    story.tellTheLastDays();
}

} // namespace slipway::simulator::demo
