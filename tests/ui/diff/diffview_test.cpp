// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "ui/diff/diffview.h"
#include "ui/diff/wrapping.h"
#include "ui/look/type.h"

#include <QApplication>
#include <QMouseEvent>
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

/// So many characters stand in a line of a side.
qsizetype wrapAt(const DiffView &view)
{
    const auto character = QFontMetricsF{look::font(look::Type::Mono)}.horizontalAdvance(u'0');
    return qsizetype((view.viewport()->width() / 2 - look::scaled(64) - 2 * look::scaled(8)) / character);
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

    /// From the pointer to the character, also in what a line goes on with below.
    void selectsWhatThePointerPassesOver()
    {
        const QByteArray tail = QByteArray(200, 'x') + "end";
        DiffView view;
        view.resize(look::scaled(900), 400);
        view.setFiles(
            {{.path = u"a.yml"_s, .before = {}, .after = "    image: web:2 # " + tail + "\n", .isNew = true}});
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const auto select = [&view](QPointF from, QPointF to) {
            QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from.toPoint());
            QMouseEvent move{QEvent::MouseMove, to, view.viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {}};
            QApplication::sendEvent(view.viewport(), &move);
            QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, to.toPoint());
            return view.selectedText();
        };
        const auto character = QFontMetricsF{look::font(look::Type::Mono)}.horizontalAdvance(u'0');
        const double line = look::height(look::Part::DiffLine);
        const double top = look::scaled(36) + line / 2;
        const double unified = look::scaled(48) * 2 + look::scaled(22) + look::scaled(8);
        QCOMPARE(select({unified + 4 * character, top}, {unified + 9 * character, top}), u"image"_s);

        view.setSideBySide(true);
        QVERIFY(view.isSideBySideShown());
        const double right = view.viewport()->width() / 2 + look::scaled(44) + look::scaled(20) + look::scaled(8);
        QCOMPARE(select({right + 4 * character, top}, {right + 9 * character, top}), u"image"_s);
        const Wrapping wrapping{u"    image", wrapAt(view)};
        const auto end = wrapping.rowOf(19 + 200);
        const double below = right + double(19 + 200 - wrapping.beginOf(end) + wrapping.indentOf(end)) * character;
        const double row = top + double(end) * line;
        QCOMPARE(select({below, row}, {below + 3 * character, row}), u"end"_s);
    }
};

const test::Registered<DiffViewTest> registered;

} // namespace slipway::diffview

#include "diffview_test.moc"
