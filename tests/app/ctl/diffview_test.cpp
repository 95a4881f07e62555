// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/diffview.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{

class DiffViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutColoursTheDiffStaysAsItIs();
};

void DiffViewTest::withoutColoursTheDiffStaysAsItIs()
{
    const auto diff =
        u"--- a/compose.yaml\n+++ b/compose.yaml\n@@ -1,2 +1,2 @@\n services:\n-\timage: a:1\n+\timage: a:2\n"
        "\\ No newline at end of file\n"_s;

    QCOMPARE(diffText(diff, {}), diff);
}

const slipway::test::Registered<DiffViewTest> registered;

} // namespace slipway::ctl

#include "diffview_test.moc"
