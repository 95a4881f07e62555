// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

constexpr int patience = 10000; // ms

/// A program that ends with the test.
class Helper
{
public:
    Helper(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment = {})
    {
        m_process.setProcessEnvironment(environment.isEmpty() ? QProcessEnvironment::systemEnvironment() : environment);
        m_process.start(program, arguments, QIODevice::ReadOnly);
    }
    ~Helper()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Helper)

    /// Empty if it does not say any more.
    [[nodiscard]] QString line()
    {
        while (!m_process.canReadLine())
            if (!m_process.waitForReadyRead(patience))
                return {};
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }

private:
    QProcess m_process;
};

} // namespace

/// A desktop that speaks as the settings portal does, on a bus and a screen of the test's own.
class PortalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheDesktop()
    {
        Helper bus{u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s}};
        Helper screen{u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-nolisten"_s, u"tcp"_s}};
        const auto address = bus.line();
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, address);
        environment.insert(u"DISPLAY"_s, u':' + screen.line());
        environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        environment.insert(u"QT_QPA_PLATFORMTHEME"_s, u"gnome"_s);
        environment.insert(u"XDG_CURRENT_DESKTOP"_s, u"GNOME"_s);
        Helper program{QStringLiteral(SLIPWAY_SCHEMES), {}, environment};
        QCOMPARE(program.line(), u"light"_s);

        auto portal = QDBusConnection::connectToBus(address, u"portal"_s);
        QVERIFY2(portal.isConnected(), qPrintable(portal.lastError().message()));
        QVERIFY(portal.registerService(u"org.freedesktop.portal.Desktop"_s));
        const auto say = [&portal](const QString &theme) { // what Qt's own theme for GNOME goes by
            auto changed = QDBusMessage::createSignal(u"/org/freedesktop/portal/desktop"_s,
                                                      u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
            changed << u"org.gnome.desktop.interface"_s << u"gtk-theme"_s << QVariant::fromValue(QDBusVariant{theme});
            QVERIFY2(portal.send(changed), qPrintable(portal.lastError().message()));
        };
        say(u"Adwaita-dark"_s);
        QCOMPARE(program.line(), u"dark"_s);
        say(u"Adwaita"_s);
        QCOMPARE(program.line(), u"light"_s);
    }
};

const slipway::test::Registered<PortalTest> registered;

#include "portal_test.moc"
