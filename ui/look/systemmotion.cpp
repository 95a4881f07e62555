// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/systemmotion.h"

#include "ui/look/scheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace slipway::look
{
namespace
{

using Settings = QMap<QString, QVariantMap>; ///< by namespace and key

constexpr auto service = "org.freedesktop.portal.Desktop"_L1;
constexpr auto path = "/org/freedesktop/portal/desktop"_L1;
constexpr auto interface = "org.freedesktop.portal.Settings"_L1;
constexpr auto appearance = "org.freedesktop.appearance"_L1;
constexpr auto gnome = "org.gnome.desktop.interface"_L1;

class SystemMotion final : public QObject
{
    Q_OBJECT

public:
    explicit SystemMotion(QObject *parent)
        : QObject(parent)
    {
        qDBusRegisterMetaType<Settings>();
        auto bus = QDBusConnection::sessionBus();
        bus.connect(service, path, interface, u"SettingChanged"_s, this, SLOT(take(QString, QString, QDBusVariant)));
        const auto *portal = new QDBusServiceWatcher(service, bus, QDBusServiceWatcher::WatchForRegistration, this);
        connect(portal, &QDBusServiceWatcher::serviceRegistered, this, &SystemMotion::ask); // it came later, or again
        ask();
    }

private Q_SLOTS:
    void take(const QString &space, const QString &key, const QDBusVariant &value)
    {
        const auto said = value.variant();
        if (space == appearance && key == "reduced-motion"_L1)
            m_wantsLess = said.toUInt() == 1;
        else if (space == gnome && key == "enable-animations"_L1 && said.typeId() == QMetaType::Bool)
            m_hasNoAnimation = !said.toBool();
        else
            return;
        Scheme::current().setSystemReducesMotion(m_wantsLess || m_hasNoAnimation);
    }

private:
    void ask()
    {
        auto question = QDBusMessage::createMethodCall(service, path, interface, u"ReadAll"_s);
        question << QStringList{appearance, gnome};
        const auto *answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
        connect(answer, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *ended) {
            ended->deleteLater();
            const QDBusPendingReply<Settings> reply = *ended;
            const auto settings = reply.isError() ? Settings{} : reply.value();
            for (const auto &[space, values] : settings.asKeyValueRange())
                for (const auto &[key, value] : values.asKeyValueRange())
                    take(space, key, QDBusVariant(value));
        });
    }

    bool m_wantsLess = false;
    bool m_hasNoAnimation = false; ///< what GNOME says
};

} // namespace

void followDesktopMotion()
{
    auto &scheme = Scheme::current();
    QTimer::singleShot(std::chrono::seconds{1}, &scheme, [&scheme] { new SystemMotion(&scheme); });
}

} // namespace slipway::look

#include "systemmotion.moc"
