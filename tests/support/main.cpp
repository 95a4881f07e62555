// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    // From the second class on, Qt's crash handler takes itself for the one before it, and calls itself for ever.
    const auto arguments = application.arguments() + QStringList{QStringLiteral("-nocrashhandler")};
    int failed = 0;
    for (const auto &make : slipway::test::testCases()) {
        const auto testCase = make();
        failed += QTest::qExec(testCase.get(), arguments);
    }
    return failed == 0 ? 0 : 1;
}
