// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/commands.h"
#include "ui/window/header.h"
#include "ui/window/mainwindow.h"

#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace slipway::window
{
namespace
{

/// A name of an action, or all that begin with a name and `*`, in the order in which they were made; `-` is a line, and
/// `>` the next of the menus below.
struct Menu
{
    QString title;
    QStringList ids;
    QList<Menu> below = {};
};

void fill(QMenu &menu, const QList<QAction *> &all, const QStringList &ids, QList<Menu> below)
{
    for (const auto &id : ids) {
        if (id == "-"_L1) {
            menu.addSeparator();
            continue;
        }
        if (id == ">"_L1) {
            const auto next = below.takeFirst();
            auto *inner = new QMenu{next.title, &menu};
            fill(*inner, all, next.ids, next.below);
            if (!inner->isEmpty())
                menu.addMenu(inner);
            continue;
        }
        const bool isPrefix = id.endsWith(u'*');
        for (auto *action : all)
            if (isPrefix ? action->objectName().startsWith(QStringView{id}.chopped(1)) : action->objectName() == id)
                menu.addAction(action);
    }
}

} // namespace

void MainWindow::buildMenus()
{
    const QList<Menu> menus{
        {tr("&File"), {u"file.*"_s, u"-"_s, u"window.close"_s, u"window.quit"_s}},
        {tr("&Edit"), {u"edit.*"_s, u"images.copy*"_s}},
        {tr("&View"),
         {u"window.palette"_s,
          u"-"_s,
          u">"_s,
          u"views.save"_s,
          u"views.rename"_s,
          u"views.delete"_s,
          u"-"_s,
          u"view.compact"_s,
          u"view.detailsPane"_s,
          u"view.rail"_s,
          u"view.menuBar"_s,
          u"-"_s,
          u"view.larger"_s,
          u"view.smaller"_s,
          u"view.normal"_s,
          u"-"_s,
          u"view.system"_s,
          u"view.light"_s,
          u"view.dark"_s,
          u"-"_s,
          u"view.fullScreen"_s},
         {{tr("Saved views"), {u"views.show*"_s}}}},
        {tr("&Go"),
         {u"go.*"_s, u"-"_s, u"window.back"_s, u"window.forward"_s, u"window.nextPane"_s, u"window.previousPane"_s}},
        {tr("&Image"), {u"images.*"_s}},
        {tr("&Change"), {u"review.*"_s, u"diff.*"_s}},
        {tr("&Help"), {u"window.keys"_s, u"help.*"_s}},
    };
    const auto all = findChildren<QAction *>();
    auto *button = new QMenu{this};
    menuBar()->clear();
    for (const auto &menu : menus) {
        auto *shown = new QMenu{menu.title, button};
        fill(*shown, all, menu.ids, menu.below);
        if (shown->isEmpty())
            continue;
        menuBar()->addMenu(shown);
        button->addMenu(shown);
    }
    m_header->setMenu(button);
    delete std::exchange(m_menu, button);
}

void MainWindow::setWorkspaceMenu(QMenu *menu)
{
    m_header->setWorkspaceMenu(menu);
}

} // namespace slipway::window
