// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/demo.h"

#include "core/simulator/api/github.h"
#include "core/simulator/demo.h"
#include "core/simulator/life.h"
#include "core/simulator/registryapi.h"
#include "core/simulator/server.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace slipway::desktop
{

/// The world and who answers for it. All of it is touched by the demo's thread alone.
class Demo::Server final : public QObject
{
public:
    Result<> start(Life life, quint32 seed)
    {
        const bool moves = life == Life::Moves;
        m_world = simulator::demoWorld(moves ? QDateTime::currentDateTimeUtc() : simulator::stillStart());
        if (moves)
            simulator::startLife(m_world, seed);
        m_github = std::make_unique<simulator::GitHub>(m_world);
        m_server = std::make_unique<simulator::Server>([this](const simulator::Request &request) {
            return simulator::isForRegistry(request) ? simulator::registryAnswer(m_world, request)
                                                     : m_github->answer(request);
        });
        if (moves) {
            m_clock = std::make_unique<QTimer>();
            connect(m_clock.get(), &QTimer::timeout, this,
                    [this] { simulator::advance(m_world, QDateTime::currentDateTimeUtc()); });
            m_clock->start(1000);
        }
        return m_server->listen();
    }

    void stop()
    {
        m_clock.reset();
        m_server.reset();
    }

    void change(const Edit &edit) { edit(m_world, m_server->faults()); }

    [[nodiscard]] quint16 port() const { return m_server->port(); }

private:
    simulator::World m_world;
    std::unique_ptr<simulator::GitHub> m_github;
    std::unique_ptr<simulator::Server> m_server;
    std::unique_ptr<QTimer> m_clock;
};

Demo::Demo()
    : m_server{new Server}
{
    m_server->moveToThread(&m_thread);
    m_thread.setObjectName(u"demo"_s);
    m_thread.start();
}

Demo::~Demo()
{
    QMetaObject::invokeMethod(m_server, [this] { m_server->stop(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    delete m_server;
}

Result<> Demo::start(Life life, quint32 seed)
{
    if (life == Life::StandsStill)
        m_still = simulator::stillStart();
    Result<> started;
    QMetaObject::invokeMethod(
        m_server,
        [&] {
            started = m_server->start(life, seed);
            if (started)
                m_port = m_server->port();
        },
        Qt::BlockingQueuedConnection);
    return started;
}

void Demo::change(const Edit &edit)
{
    QMetaObject::invokeMethod(m_server, [&] { m_server->change(edit); }, Qt::BlockingQueuedConnection);
}

workspace::Connection Demo::connection() const
{
    const QUrl here{u"http://127.0.0.1:%1"_s.arg(m_port)};
    http::Settings network;
    network.endpoints = {{u"api.github.com"_s, here}, {u"github.com"_s, here}};
    const auto hosts = simulator::registryHosts();
    for (const auto &host : hosts)
        network.endpoints.insert(host, here);
    return {
        .host = *github::hostNamed(u"github.com"),
        .repository = *RepositoryId::parse(u"PitchConnect/fogis-deployment"),
        .token = std::make_shared<const Secret>(QByteArrayView{simulator::demoToken}),
        .network = std::move(network),
        .isDemo = true,
    };
}

QDateTime Demo::now() const
{
    return m_still.value_or(QDateTime::currentDateTimeUtc());
}

} // namespace slipway::desktop
