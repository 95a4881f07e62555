// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done, as menus and palette offer it.
#include "ui/window/commands.h"
#include "ui/window/header.h"
#include "ui/window/mainwindow.h"
#include "ui/window/palette.h"

#include <QMenu>
#include <QMenuBar>

#include <algorithm>
#include <iterator>

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

/// In the order of the menu bar. Every action has its place in one of them.
QList<Menu> allMenus()
{
    return {
        {MainWindow::tr("&File"),
         {u">"_s, u"file.connect"_s, u"file.demo"_s, u"file.forget"_s, u"-"_s, u">"_s, u"-"_s, u"window.close"_s,
          u"window.quit"_s},
         {{MainWindow::tr("Switch workspace"),
           {u"file.open*"_s, u"-"_s, u"file.next"_s, u"file.previous"_s, u"file.choose"_s}},
          {MainWindow::tr("Export"), {u"file.export*"_s}}}},
        {MainWindow::tr("&Edit"),
         {u"edit.*"_s, u"-"_s, u"images.copy*"_s, u"review.copy*"_s, u"images.tick*"_s, u"images.untick"_s,
          u"review.tick"_s, u"review.untick"_s, u"-"_s, u"images.filter"_s, u"review.filter"_s, u"diff.find*"_s}},
        {MainWindow::tr("&View"),
         {u"window.palette"_s,
          u"-"_s,
          u">"_s,
          u"views.save"_s,
          u"views.rename"_s,
          u"views.delete"_s,
          u"-"_s,
          u">"_s,
          u">"_s,
          u">"_s,
          u"images.detailsPane"_s,
          u"view.rail"_s,
          u"view.menuBar"_s,
          u"view.statusBar"_s,
          u"-"_s,
          u"view.larger"_s,
          u"view.smaller"_s,
          u"view.normal"_s,
          u">"_s,
          u"-"_s,
          u"view.fullScreen"_s},
         {{MainWindow::tr("Saved views"), {u"views.show*"_s}},
          {MainWindow::tr("Sort by"), {u"images.sortBy*"_s, u"-"_s, u"images.sortDescending"_s, u"review.sort*"_s}},
          {MainWindow::tr("Columns"), {u"images.column*"_s}},
          {MainWindow::tr("Density"), {u"view.comfortable"_s, u"view.compact"_s}},
          {MainWindow::tr("Appearance"),
           {u"view.system"_s, u"view.light"_s, u"view.dark"_s, u"-"_s, u"view.reducedMotion"_s}}}},
        {MainWindow::tr("&Go"),
         {u"go.*"_s, u"-"_s, u"window.back"_s, u"window.forward"_s, u"window.nextPane"_s, u"window.previousPane"_s,
          u"-"_s, u"images.nextRow"_s, u"images.previousRow"_s, u"images.firstRow"_s, u"images.lastRow"_s,
          u"review.nextRow"_s, u"review.previousRow"_s, u"review.firstRow"_s, u"review.lastRow"_s, u"-"_s, u">"_s},
         {{MainWindow::tr("Open in browser"),
           {u"images.source"_s, u"images.page"_s, u"images.pullPage"_s, u"review.browse"_s, u"window.repository"_s}}}},
        {MainWindow::tr("&Image"),
         {u"window.check"_s, u"images.check"_s, u"-"_s, u"images.review"_s, u"images.pullRequest"_s, u"-"_s,
          u"images.hold"_s, u"images.ignore"_s, u"images.pin"_s, u"images.level"_s, u"-"_s, u"images.commits"_s}},
        {MainWindow::tr("&Change"),
         {u"window.filled"_s, u"pull.each"_s, u"pull.skip"_s, u"review.open"_s, u"review.edit"_s, u"review.close"_s,
          u"review.refresh"_s, u"-"_s, u"diff.tool"_s, u"diff.next"_s, u"diff.previous"_s, u"-"_s, u"diff.unified"_s,
          u"diff.sideBySide"_s, u"diff.whitespace"_s, u"diff.whole"_s}},
        {MainWindow::tr("&Help"), {u"window.keys"_s, u"window.menu"_s, u"-"_s, u"help.*"_s}},
    };
}

} // namespace

void MainWindow::setDestinations(std::function<QList<PaletteEntry>()> destinations)
{
    m_destinations = std::move(destinations);
}

QList<QAction *> MainWindow::commands() const
{
    QList<QAction *> commands;
    auto found = findChildren<QAction *>(Qt::FindDirectChildrenOnly);
    if (const auto *page = m_screens->currentWidget())
        found += page->findChildren<QAction *>();
    std::ranges::copy_if(found, std::back_inserter(commands), [](const QAction *action) {
        return !action->objectName().isEmpty() && !action->text().isEmpty();
    });
    return commands;
}

void MainWindow::openPalette()
{
    QList<PaletteEntry> entries;
    const auto all = commands();
    for (auto *action : all) {
        auto name = action->text();
        PaletteEntry entry{.id = action->objectName(),
                           .icon = action->property("iconName").toString(),
                           .name = name.remove(u'&'),
                           .object = action->property("object").toString(),
                           .shortcut = action->shortcut().toString(QKeySequence::NativeText)};
        if (!action->isEnabled())
            entry.disabledReason =
                action->property("reason").toString().isEmpty() ? tr("not now") : action->property("reason").toString();
        entry.run = [action] { action->trigger(); };
        entries.append(entry);
    }
    if (m_destinations)
        entries += m_destinations();
    m_palette->open(std::move(entries));
}

void MainWindow::closePalette()
{
    if (m_palette->isVisible())
        m_palette->close();
}

void MainWindow::buildMenus()
{
    const auto menus = allMenus();
    const auto all = commands();
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
    if (auto *before = std::exchange(m_menu, button))
        before->deleteLater(); // an action of it may be under way
}

void MainWindow::setWorkspaceMenu(QMenu *menu)
{
    m_header->setWorkspaceMenu(menu);
}

void MainWindow::openWorkspaceMenu()
{
    m_header->openWorkspaceMenu();
}

} // namespace slipway::window
