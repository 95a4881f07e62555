// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/generated.h"

#include "core/simulator/build.h"
#include "core/simulator/checks.h"
#include "core/simulator/demo.h"
#include "core/simulator/deployments.h"
#include "core/simulator/generatednames.h"
#include "core/simulator/pulls.h"

#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::simulator
{

namespace
{

using std::chrono::days;
using std::chrono::minutes;

constexpr QLatin1StringView owner{generatedOwner};

struct Published
{
    QString version;
    QString digest;
};

/// A service, and where its reference stands.
struct Deployed
{
    QString name;
    QString file;
    QList<Published> versions; ///< oldest first
    qsizetype running;         ///< which of them main has
    bool isPinned;

    [[nodiscard]] QString line(qsizetype version) const
    {
        const auto &[text, digest] = versions.at(version);
        const auto reference = u"ghcr.io/%1/%2:%3"_s.arg(owner.toString().toLower(), name, text);
        return u"    image: "_s + (isPinned ? reference + u'@' + digest : reference) + u'\n';
    }
};

/// Makes the world step by step; each draw of chance is the next of one generator.
class Generator
{
public:
    Generator(World &world, const QDateTime &start, quint32 seed)
        : m_world(world)
        , m_start(start)
        , m_chance(seed)
    {
    }

    void addPeople();
    void addService(int index);
    void addDeployment();
    void proposeSome();

private:
    [[nodiscard]] int draw(int low, int high)
    {
        return low + static_cast<int>(m_chance() % static_cast<quint32>(high - low + 1));
    }
    [[nodiscard]] bool happens(int percent) { return draw(1, 100) <= percent; }
    [[nodiscard]] QString next(const QString &version);
    [[nodiscard]] QList<Step> steps();
    [[nodiscard]] QMap<QString, QByteArray> files() const;
    void propose(const Deployed &service);

    World &m_world;
    QDateTime m_start;
    std::mt19937 m_chance;
    QList<Deployed> m_services;
};

void Generator::addPeople()
{
    using enum Account::Kind;
    add(m_world, Account{3300417, u"alind"_s, u"Anna Lind"_s});
    add(m_world, Account{3300418, u"jberg"_s, u"Jonas Berg"_s});
    add(m_world, Account{168402231, u"slipway-bot"_s, u"slipway-bot"_s});
    add(m_world, Account{41898282, u"github-actions[bot]"_s, u"github-actions[bot]"_s, Bot});
    add(m_world,
        Account{63300400, owner.toString(), owner.toString(), Organization, {{u"alind"_s, true}, {u"jberg"_s, false}}});
    m_world.tokens.insert(QString::fromLatin1(demoToken),
                          {u"alind"_s, {u"read:org"_s, u"read:packages"_s, u"repo"_s, u"workflow"_s}});
}

/// Mostly a patch release, sometimes a minor one, seldom a major one.
QString Generator::next(const QString &version)
{
    auto numbers = version.split(u'.');
    const auto kind = draw(1, 100);
    const qsizetype part = kind <= 60 ? 2 : kind <= 94 ? 1 : 0;
    numbers[part] = QString::number(numbers[part].toInt() + 1);
    for (auto lower = part + 1; lower < 3; ++lower)
        numbers[lower] = u"0"_s;
    return numbers.join(u'.');
}

QList<Step> Generator::steps()
{
    QList<Step> all;
    for (int count = draw(1, 3); count > 0; --count)
        all.append({commitMessage(static_cast<quint32>(m_chance())), happens(50) ? u"alind"_s : u"jberg"_s});
    return all;
}

void Generator::addService(int index)
{
    const auto [domain, name] = serviceName(index);
    const int count = draw(4, 10);
    const minutes newest{draw(30, 60 * 24 * 40)};
    const days apart{draw(12, 40)};
    auto at = m_start.addDuration(-newest - (count - 1) * apart);
    auto version = u"%1.%2.0"_s.arg(draw(0, 4)).arg(draw(0, 6));

    Deployed service{name, domain + "/compose.yaml"_L1, {}, 0, happens(75)};
    addSource(m_world, owner.toString(), name, at.addDuration(-days{20}));
    for (int i = 0; i < count; ++i) {
        const Build made{.owner = owner.toString(),
                         .service = name,
                         .version = version,
                         .steps = steps(),
                         .at = at,
                         .previousAt = at.addDuration(-apart),
                         .platforms = bothPlatforms(),
                         .hasRevisionTag = i >= count - 3};
        service.versions.append({version, build(m_world, made)});
        at = at.addDuration(apart);
        version = next(version);
    }
    service.running = happens(55) ? count - 1 : count - 1 - draw(1, 3);
    m_services.append(service);
}

QMap<QString, QByteArray> Generator::files() const
{
    QMap<QString, QByteArray> all;
    for (const auto &service : m_services) {
        auto &text = all[service.file];
        if (text.isEmpty())
            text = "services:\n";
        text += u"  %1:\n%2    restart: unless-stopped\n"_s.arg(service.name, service.line(service.running)).toUtf8();
    }
    QByteArray list;
    for (const auto &[file, text] : std::as_const(all).asKeyValueRange())
        list += "  - " + file.toUtf8() + '\n';
    all.insert(u".github/slipway.yml"_s, "slipway: 1\nplatforms: [linux/amd64, linux/arm64]\ncompose:\n" + list +
                                             "defaults:\n  follow: semver\n  level: minor\n");
    all.insert(u"README.md"_s, "# " + QByteArray{generatedRepository} + '\n');
    return all;
}

void Generator::addDeployment()
{
    m_world.now = m_start.addDuration(-days{2});
    auto &repository = add(m_world, Repository{
                                        .id = nextId(m_world),
                                        .owner = owner.toString(),
                                        .name = QString::fromLatin1(generatedRepository),
                                        .createdAt = m_world.now,
                                        .pushedAt = m_world.now,
                                        .defaultBranch = u"main"_s,
                                        .permissions = writers(m_world),
                                        .protections = {{u"main"_s, {.approvals = 1, .checks = {u"lint"_s}}}},
                                        .deletesMergedBranches = true,
                                        .environments = {u"staging"_s, u"canary-1"_s, u"production"_s},
                                    });
    const auto commit = commitFiles(m_world, repository, u"main"_s, files(), u"alind"_s, u"What runs"_s);
    deploy(m_world, repository, commit);
}

/// Automation has opened a pull request for some of those that are behind.
void Generator::proposeSome()
{
    for (const auto &service : std::as_const(m_services)) {
        if (service.running < service.versions.size() - 1 && happens(30))
            propose(service);
    }
}

void Generator::propose(const Deployed &service)
{
    m_world.now = m_start.addDuration(-minutes{draw(1, 60 * 24)});
    auto &repository = *simulator::repository(m_world, owner.toString(), QString::fromLatin1(generatedRepository));
    const QString head = u"slipway/image/"_s + service.name;
    const auto title = u"Update %1 to %2"_s.arg(service.name, service.versions.last().version);
    auto text = git::fileAt(repository.objects, branch(repository, u"main"_s), service.file).value_or(QByteArray{});
    text.replace(service.line(service.running).toUtf8(), service.line(service.versions.size() - 1).toUtf8());

    moveBranch(m_world, repository, head, branch(repository, u"main"_s));
    commitFiles(m_world, repository, head, {{service.file, text}}, u"slipway-bot"_s, title);
    const NewPull wanted{.title = title, .body = u"Opened with Slipway.\n"_s, .head = head, .base = u"main"_s};
    auto &pull = openPull(m_world, repository, wanted, u"slipway-bot"_s);
    addChecks(m_world, repository, pull.headCommit, m_world.now.addDuration(8s), m_start);
    if (happens(60))
        approve(m_world, pull, u"github-actions[bot]"_s, u"within the policy"_s);
}

} // namespace

World generatedWorld(const QDateTime &start, int services, quint32 seed)
{
    World world;
    Generator generator{world, start, seed};
    generator.addPeople();
    for (int index = 0; index < services; ++index)
        generator.addService(index);
    generator.addDeployment();
    generator.proposeSome();
    world.now = start;
    return world;
}

} // namespace slipway::simulator
