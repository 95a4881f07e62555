// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "ui/diff/diffview.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::diffview
{
namespace
{

/// A file in which the first of so many lines changes.
workspace::FilePreview file(const QString &path, qsizetype lines)
{
    const auto rest = QByteArray("    restart: unless-stopped\n").repeated(lines);
    return {.path = path, .before = "    image: web:1\n" + rest, .after = "    image: web:2\n" + rest};
}

} // namespace

class DiffViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsNothingOfBeforeWhileItCompares()
    {
        DiffView view;
        view.setFiles({file(u"small.yml"_s, 10)});
        QCOMPARE(view.changeCount(), 1);
        QSignalSpy compared(&view, &DiffView::compared);

        view.setFiles({file(u"a.yml"_s, 2000), file(u"b.yml"_s, 2000)});

        QCOMPARE(view.changeCount(), 0);
        compared.clear();
        QVERIFY(compared.wait());
        QCOMPARE(view.changeCount(), 2);
    }
};

const test::Registered<DiffViewTest> registered;

} // namespace slipway::diffview

#include "diffview_test.moc"
