// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/rows.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"

#include "tests/support/testcase.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace slipway::look
{

namespace
{

class Rows final : public QStyledItemDelegate
{
public:
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        paintRowGround(*painter, option, index);
    }

    QSize sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const override
    {
        return {100, height(Part::TableRow)};
    }
};

/// A table of three rows and two columns in a window that is active.
class Table final : public QTreeView
{
public:
    Table()
    {
        setModel(&m_rows);
        setItemDelegate(&m_delegate);
        setRootIsDecorated(false);
        setIndentation(0);
        setFrameShape(QFrame::NoFrame);
        setHeaderHidden(true);
        resize(400, 300);
        show();
        activateWindow();
    }

    [[nodiscard]] QColor pixel(int row, int x, int y) const
    {
        const auto top = visualRect(model()->index(row, 0)).top();
        return viewport()->grab().toImage().pixelColor(x < 0 ? viewport()->width() + x : x, top + y);
    }

private:
    QStandardItemModel m_rows{3, 2};
    Rows m_delegate;
};

/// What is not white.
QRect paintedIn(const QImage &image)
{
    QRegion painted;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) != QColor{Qt::white})
                painted += QRect{x, y, 1, 1};
        }
    }
    return painted.boundingRect();
}

} // namespace

class RowsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSelectedRowHasItsBarAtTheStart()
    {
        Table table;
        QVERIFY(QTest::qWaitForWindowActive(&table));
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, {50, height(Part::TableRow) + 10});

        QCOMPARE(table.currentIndex().row(), 1);
        QCOMPARE(table.pixel(1, 1, 20), color(Token::Focus));
        QCOMPARE(table.pixel(1, 10, 20), color(Token::Selection));
        QCOMPARE(table.pixel(1, -2, 20), color(Token::Selection));
        QCOMPARE(table.pixel(0, 10, height(Part::TableRow) - 1), color(Token::Border));

        table.setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(table.pixel(1, -2, 20), color(Token::Focus));
    }

    void theKeyboardsRowHasARing()
    {
        Table table;
        QVERIFY(QTest::qWaitForWindowActive(&table));
        table.setFocus();
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, {50, 10});
        QCOMPARE(table.pixel(0, 100, 0), color(Token::Selection));

        QTest::keyClick(&table, Qt::Key_Down);

        QCOMPARE(table.pixel(1, 100, 0), color(Token::Focus));
        QCOMPARE(table.pixel(1, -1, 20), color(Token::Focus));
        QCOMPARE(table.pixel(2, 100, 10), color(Token::Base));
    }

    void theSelectionStaysWhenTheFocusIsElsewhereInTheWindow()
    {
        QWidget window;
        auto *table = new Table;
        table->setParent(&window);
        window.resize(400, 300);
        window.show();
        table->show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        table->setCurrentIndex(table->model()->index(0, 0));
        table->clearFocus();

        QCOMPARE(table->pixel(0, 100, 20), color(Token::Selection));

        QWidget other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        QCOMPARE(table->pixel(0, 100, 20), color(Token::SelectionInactive));
    }

    void theLinesOfARowAreTheSameInAllColumns()
    {
        const auto here = linesOf({0, 0, 100, 52});
        const auto there = linesOf({100, 0, 300, 52});

        QCOMPARE(here.first.top(), there.first.top());
        QCOMPARE(here.second.top(), there.second.top());
        QVERIFY(here.first.top() > 0 && here.second.bottom() < 52);
        QVERIFY(here.second.top() > here.first.bottom());
    }

    void textStaysInItsBoxHoweverNarrow_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addRow("left to right") << Qt::LeftToRight;
        QTest::addRow("right to left") << Qt::RightToLeft;
    }

    void textStaysInItsBoxHoweverNarrow()
    {
        QFETCH(Qt::LayoutDirection, direction);
        for (int width = 0; width <= 120; ++width) {
            QImage image{200, 40, QImage::Format_RGB32};
            image.fill(Qt::white);
            const QRect box{40, 0, width, 40};
            QPainter painter{&image};
            painter.setPen(Qt::magenta);
            paintText(painter, box, u"Update ready"_s, font(Type::SmallMedium), Token::Text, direction);
            QCOMPARE(painter.pen().color(), QColor{Qt::magenta});
            painter.end();
            const auto painted = paintedIn(image);
            QVERIFY(box.adjusted(-1, 0, 1, 0).contains(painted) || painted.isEmpty());
            QVERIFY(!painted.isEmpty() || width < QFontMetrics{font(Type::SmallMedium)}.horizontalAdvance(u'…'));
        }
    }
};

namespace
{
const test::Registered<RowsTest> registered;
}

} // namespace slipway::look

#include "rows_test.moc"
