// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"

#include "ui/look/scheme.h"

#include <QApplication>
#include <QTest>

// A desktop like any other, but the same everywhere: no display, Inter and JetBrains Mono at 13 px, no settings of the
// person who runs the tests.
int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" SLIPWAY_TEST_DESKTOP "/screen.json"); // its 9 pt are 13 px
    qputenv("FONTCONFIG_FILE", SLIPWAY_TEST_DESKTOP "/fonts.conf");
    const QApplication application(argc, argv);
    slipway::look::install();

    const auto arguments = QApplication::arguments() + QStringList{QStringLiteral("-nocrashhandler")}; // see main.cpp
    int failed = 0;
    for (const auto &make : slipway::test::testCases()) {
        const auto testCase = make();
        failed += QTest::qExec(testCase.get(), arguments);
    }
    return failed == 0 ? 0 : 1;
}
