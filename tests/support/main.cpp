// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    int failed = 0;
    for (const auto &make : slipway::test::testCases()) {
        const auto testCase = make();
        failed += QTest::qExec(testCase.get(), argc, argv);
    }
    return failed == 0 ? 0 : 1;
}
