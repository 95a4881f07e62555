// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "ui/look/buttons.h"
#include "ui/look/scheme.h"
#include "ui/window/commands.h"
#include "ui/window/header.h"
#include "ui/window/menukey.h"
#include "ui/window/palette.h"
#include "ui/window/rail.h"
#include "ui/window/statusline.h"

#include <QApplication>
#include <QMenuBar>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::window
{
namespace
{

/// The next sensible step on a page; there is one at most.
QPushButton *filledButton(const QWidget &page)
{
    const auto buttons = page.findChildren<QPushButton *>();
    for (auto *button : buttons)
        if (button->isVisibleTo(&page) && look::roleOf(button) == look::ButtonRole::Primary)
            return button;
    return nullptr;
}

QList<QWidget *> panesOf(QWidget *page)
{
    QList<QWidget *> panes;
    const auto children = page->findChildren<QWidget *>();
    for (auto *child : children)
        if (child->property("pane").toBool() && child->isVisibleTo(page))
            panes.append(child);
    return panes;
}

} // namespace

void MainWindow::addCommands()
{
    addCommand(*this,
               {"window.palette",
                tr("Command palette"),
                {Qt::CTRL | Qt::Key_K, Qt::CTRL | Qt::SHIFT | Qt::Key_P},
                u"search"_s},
               [this] { openPalette(); });
    addCommand(*this, {"window.back", tr("Back"), {Qt::ALT | Qt::Key_Left}, u"chevron-left"_s}, [this] { goBack(); });
    addCommand(*this, {"window.forward", tr("Forward"), {Qt::ALT | Qt::Key_Right}, u"chevron-right"_s}, [this] {
        if (m_forward.isEmpty())
            return;
        m_back.append(m_screens->currentWidget());
        setShown(m_forward.takeLast());
    });
    addCommand(*this, {"window.nextPane", tr("Next pane"), {Qt::Key_F6}}, [this] { movePane(1); });
    addCommand(*this, {"window.previousPane", tr("Previous pane"), {Qt::SHIFT | Qt::Key_F6}}, [this] { movePane(-1); });
    addCommand(*this,
               {"window.filled",
                tr("Press the filled button"),
                {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter},
                u"check"_s},
               [this] {
                   if (auto *button = filledButton(*m_screens->currentWidget()))
                       button->click();
               });
    addCommand(*this,
               {"window.keys",
                tr("Keys of this view"),
                {Qt::Key_Question, Qt::CTRL | Qt::Key_Question, Qt::Key_F1},
                u"keyboard"_s},
               [this] {
                   auto all = commands();
                   std::ranges::stable_partition(all, [this](const QAction *each) { return each->parent() != this; });
                   showKeys(*this, tr("Keys of this view"), all);
               });
    addCommand(*this, {"window.menu", tr("Open the menu bar"), {Qt::Key_F10}, u"menu"_s},
               [this] { m_menuKey->showMenuBar(); });
    addCommand(*this, {"window.close", tr("Close window"), {Qt::CTRL | Qt::Key_W}, u"close"_s}, [this] { close(); });
    addCommand(*this, {"window.quit", tr("Quit"), {Qt::CTRL | Qt::Key_Q}}, [this] {
        if (close())
            QApplication::quit();
    });
}

/// F6: from pane to pane, in reading order.
void MainWindow::movePane(int step)
{
    QList<QWidget *> panes{m_header, m_rail};
    panes += panesOf(m_screens->currentWidget());
    panes.append(m_status);
    auto *focus = QApplication::focusWidget();
    const auto holds = [focus](const QWidget *pane) { return pane == focus || pane->isAncestorOf(focus); };
    const auto now = std::ranges::find_if(panes, holds) - panes.begin();
    for (qsizetype i = 1; i <= panes.size(); ++i) {
        auto *pane = panes.at((now % panes.size() + step * i + 2 * panes.size()) % panes.size());
        const auto inside = pane->findChildren<QWidget *>();
        const auto takes = [](const QWidget *widget) {
            return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
        };
        auto *target = takes(pane) ? pane : nullptr;
        if (const auto first = std::ranges::find_if(inside, takes); !target && first != inside.end())
            target = *first;
        if (target) {
            target->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void MainWindow::addViewCommands()
{
    const auto text = [this](double step) {
        auto &scheme = look::Scheme::current();
        scheme.setTextFactor(step == 0 ? 1 : scheme.appearance().textFactor + step);
        m_settings.setValue("look/text", scheme.appearance().textFactor);
        fit();
    };
    addCommand(*this, {"view.larger", tr("Larger text"), {QKeySequence::ZoomIn, Qt::CTRL | Qt::Key_Equal}},
               [text] { text(0.1); });
    addCommand(*this, {"view.smaller", tr("Smaller text"), {QKeySequence::ZoomOut}}, [text] { text(-0.1); });
    addCommand(*this, {"view.normal", tr("Normal text"), {Qt::CTRL | Qt::Key_0}}, [text] { text(0); });
    addCommand(*this, {"view.rail", tr("Narrow rail"), {Qt::CTRL | Qt::Key_B}, u"rail"_s, true}, [this] {
        m_settings.setValue("window/narrowRail", !m_settings.value("window/narrowRail").toBool());
        fit();
    });
    const auto addPart = [this](const char *id, const QString &name, const QList<QKeySequence> &keys,
                                const QString &setting, QWidget *part) {
        addCommand(*this, {.id = id, .text = name, .keys = keys, .isCheckable = true}, [this, setting, part] {
            m_menuKey->keepMenuBar();
            part->setVisible(!m_settings.value(setting, part == m_status).toBool());
            m_settings.setValue(setting, part->isVisibleTo(this));
            showLooks();
        });
    };
    addPart("view.menuBar", tr("Menu bar"), {Qt::CTRL | Qt::Key_M}, u"window/menuBar"_s, menuBar());
    addPart("view.statusBar", tr("Status bar"), {}, u"window/statusBar"_s, m_status);
    addCommand(*this, {"view.fullScreen", tr("Full screen"), {Qt::Key_F11}},
               [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
}

void MainWindow::addLookCommands()
{
    auto &scheme = look::Scheme::current();
    using Choice = look::Scheme::Choice;
    const auto addChoice = [&](const char *id, const QString &text, const QString &icon, Choice choice) {
        addCommand(*this, {.id = id, .text = text, .icon = icon, .isCheckable = true}, [this, &scheme, choice] {
            scheme.choose(choice);
            m_settings.setValue("look/scheme", int(choice));
            showLooks();
        });
    };
    addChoice("view.system", tr("Appearance: as the system"), u"light"_s, Choice::System);
    addChoice("view.light", tr("Appearance: light"), u"light"_s, Choice::Light);
    addChoice("view.dark", tr("Appearance: dark"), u"dark"_s, Choice::Dark);
    const auto addDensity = [&](const char *id, const QString &text, bool isCompact) {
        addCommand(*this, {.id = id, .text = text, .isCheckable = true}, [this, &scheme, isCompact] {
            scheme.setCompact(isCompact);
            m_settings.setValue("look/compact", isCompact);
            showLooks();
        });
    };
    addDensity("view.comfortable", tr("Comfortable rows"), false);
    addDensity("view.compact", tr("Compact rows"), true);
    addCommand(*this, {.id = "view.reducedMotion", .text = tr("Reduced motion"), .isCheckable = true}, [this, &scheme] {
        scheme.setReducedMotion(!scheme.choseReducedMotion());
        m_settings.setValue("look/reducedMotion", scheme.choseReducedMotion());
    });
    connect(&scheme, &look::Scheme::changed, this, &MainWindow::showLooks);
}

/// In the check marks of the menus.
void MainWindow::showLooks()
{
    const auto &scheme = look::Scheme::current();
    const auto check = [this](const char *id, bool isSo) {
        findChild<QAction *>(QLatin1StringView{id}, Qt::FindDirectChildrenOnly)->setChecked(isSo);
    };
    using Choice = look::Scheme::Choice;
    check("view.system", scheme.choice() == Choice::System);
    check("view.light", scheme.choice() == Choice::Light);
    check("view.dark", scheme.choice() == Choice::Dark);
    check("view.comfortable", !scheme.appearance().isCompact);
    check("view.compact", scheme.appearance().isCompact);
    check("view.reducedMotion", scheme.choseReducedMotion());
    check("view.rail", m_settings.value("window/narrowRail").toBool());
    check("view.menuBar", m_settings.value("window/menuBar").toBool());
    check("view.statusBar", m_settings.value("window/statusBar", true).toBool());
}

void MainWindow::restoreLooks()
{
    auto &scheme = look::Scheme::current();
    scheme.choose(look::Scheme::Choice(m_settings.value("look/scheme").toInt()));
    scheme.setTextFactor(m_settings.value("look/text", 1.0).toDouble());
    scheme.setCompact(m_settings.value("look/compact").toBool());
    scheme.setReducedMotion(m_settings.value("look/reducedMotion").toBool());
    menuBar()->setVisible(m_settings.value("window/menuBar").toBool());
    m_status->setVisible(m_settings.value("window/statusBar", true).toBool());
    showLooks();
}

} // namespace slipway::window
