// SPDX-License-Identifier: GPL-3.0-or-later
// Writes how the program looks, and again for each change, on a desktop that a test makes.
#include "ui/look/scheme.h"
#include "ui/look/systemmotion.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>

#include <iostream>

using slipway::look::Scheme;

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    slipway::look::install();
    slipway::look::followDesktopMotion();
    const auto write = [] {
        const auto &look = Scheme::current().appearance();
        std::cout << (look.isDark ? "dark" : "light") << (look.reducedMotion ? ", still" : "") << std::endl;
    };
    QObject::connect(&Scheme::current(), &Scheme::changed, qApp, write);
    // The bus answers in turn: by now it has heard what Qt listens to.
    if (!QDBusConnection::sessionBus().interface()->registeredServiceNames().isValid())
        return 1;
    write();
    return QApplication::exec();
}
