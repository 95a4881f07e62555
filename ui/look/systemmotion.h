// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDBusVariant;

namespace slipway::look
{

/// Tells Scheme::current() whether the desktop wants less motion, as the settings portal says it while the program runs
/// (org.freedesktop.portal.Settings; Qt 6.8 tells of colours only). Without a portal it says nothing.
class SystemMotion final : public QObject
{
    Q_OBJECT

public:
    explicit SystemMotion(QObject *parent);

private Q_SLOTS:
    void take(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void ask();

    bool m_wantsLess = false;      ///< org.freedesktop.appearance reduced-motion
    bool m_hasNoAnimation = false; ///< org.gnome.desktop.interface enable-animations
};

} // namespace slipway::look
