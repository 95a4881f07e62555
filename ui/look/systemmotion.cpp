// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/systemmotion.h"

#include "ui/look/scheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

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

} // namespace

SystemMotion::SystemMotion(QObject *parent)
    : QObject(parent)
{
    qDBusRegisterMetaType<Settings>();
    QDBusConnection::sessionBus().connect(service, path, interface, u"SettingChanged"_s, this,
                                          SLOT(take(QString, QString, QDBusVariant)));
    ask();
}

void SystemMotion::ask()
{
    auto question = QDBusMessage::createMethodCall(service, path, interface, u"ReadAll"_s);
    question << QStringList{appearance, gnome};
    const auto *answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *ended) {
        ended->deleteLater();
        const QDBusPendingReply<Settings> reply = *ended;
        if (reply.isError())
            return;
        const auto settings = reply.value();
        for (const auto &[space, values] : settings.asKeyValueRange())
            for (const auto &[key, value] : values.asKeyValueRange())
                take(space, key, QDBusVariant(value));
    });
}

void SystemMotion::take(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space == appearance && key == "reduced-motion"_L1)
        m_wantsLess = value.variant().toUInt() == 1;
    else if (space == gnome && key == "enable-animations"_L1)
        m_hasNoAnimation = !value.variant().toBool();
    else
        return;
    Scheme::current().setSystemReducesMotion(m_wantsLess || m_hasNoAnimation);
}

} // namespace slipway::look
