// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusMetaType>
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
        if (!QTest::qWaitFor([this] { return m_process.canReadLine(); }, patience)) // and answers meanwhile
            return {};
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }

private:
    QProcess m_process;
};

using Settings = QMap<QString, QVariantMap>;

/// Answers as the settings portal does.
class Portal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    Settings settings;

public Q_SLOTS:
    Settings ReadAll(const QStringList &spaces) const
    {
        Settings asked;
        for (const auto &space : spaces)
            asked.insert(space, settings.value(space));
        return asked;
    }
};

} // namespace

/// A desktop that speaks as the settings portal does, on a bus and a screen of the test's own.
class PortalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qDBusRegisterMetaType<Settings>();
        const auto address = m_bus.line();
        m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, address);
        m_environment.insert(u"DISPLAY"_s, u':' + m_screen.line());
        m_environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        m_environment.insert(u"QT_QPA_PLATFORMTHEME"_s, u"gnome"_s);
        m_environment.insert(u"XDG_CURRENT_DESKTOP"_s, u"GNOME"_s);
        m_connection = QDBusConnection::connectToBus(address, u"portal"_s);
        QVERIFY2(m_connection.isConnected(), qPrintable(m_connection.lastError().message()));
        QVERIFY(m_connection.registerService(u"org.freedesktop.portal.Desktop"_s));
        QVERIFY(m_connection.registerObject(m_path, &m_portal, QDBusConnection::ExportAllSlots));
    }

    void coloursFollowTheDesktop()
    {
        Helper program{QStringLiteral(SLIPWAY_SCHEMES), {}, m_environment};
        QCOMPARE(program.line(), u"light"_s);

        say(m_gnome, u"gtk-theme"_s, u"Adwaita-dark"_s); // what Qt's own theme for GNOME goes by
        QCOMPARE(program.line(), u"dark"_s);
        say(m_gnome, u"gtk-theme"_s, u"Adwaita"_s);
        QCOMPARE(program.line(), u"light"_s);
    }

    void motionFollowsTheDesktop()
    {
        m_portal.settings = {{m_gnome, {{u"enable-animations"_s, false}}}};
        Helper program{QStringLiteral(SLIPWAY_SCHEMES), {}, m_environment};
        QCOMPARE(program.line(), u"light"_s);
        QCOMPARE(program.line(), u"light, still"_s); // as soon as it has asked

        say(m_gnome, u"enable-animations"_s, true);
        QCOMPARE(program.line(), u"light"_s);
        say(u"org.freedesktop.appearance"_s, u"reduced-motion"_s, 1U);
        QCOMPARE(program.line(), u"light, still"_s);
        say(u"org.freedesktop.appearance"_s, u"reduced-motion"_s, 0U);
        QCOMPARE(program.line(), u"light"_s);
    }

private:
    void say(const QString &space, const QString &key, const QVariant &value)
    {
        auto changed = QDBusMessage::createSignal(m_path, u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
        changed << space << key << QVariant::fromValue(QDBusVariant{value});
        QVERIFY2(m_connection.send(changed), qPrintable(m_connection.lastError().message()));
    }

    const QString m_path = u"/org/freedesktop/portal/desktop"_s;
    const QString m_gnome = u"org.gnome.desktop.interface"_s;
    Helper m_bus{u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s}};
    Helper m_screen{u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-nolisten"_s, u"tcp"_s, u"-noreset"_s}};
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QDBusConnection m_connection{QString{}};
    Portal m_portal;
};

const slipway::test::Registered<PortalTest> registered;

#include "portal_test.moc"
