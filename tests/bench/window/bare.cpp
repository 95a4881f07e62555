// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a window with a table costs.
#include <QApplication>
#include <QMainWindow>
#include <QStandardItemModel>
#include <QTableView>

int main(int argc, char **argv)
{
    QApplication application{argc, argv};
    QStandardItemModel model{300, 6};
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < model.columnCount(); ++column)
            model.setItem(row, column, new QStandardItem{QStringLiteral("service %1, %2").arg(row).arg(column)});
    QMainWindow window;
    auto *table = new QTableView;
    table->setModel(&model);
    window.setCentralWidget(table);
    window.resize(1360, 860);
    window.show();
    return QApplication::exec();
}
