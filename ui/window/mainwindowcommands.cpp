// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "ui/look/buttons.h"
#include "ui/look/scheme.h"
#include "ui/window/commands.h"
#include "ui/window/palette.h"
#include "ui/window/statusline.h"

#include <QApplication>
#include <QMenuBar>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace slipway::window
{
namespace
{

/// The next sensible step on a page; there is one at most.
QPushButton *filledButton(const QWidget &page)
{
    for (auto *button : page.findChildren<QPushButton *>())
        if (button->isVisibleTo(&page) && look::roleOf(button) == look::ButtonRole::Primary)
            return button;
    return nullptr;
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
               {"window.keys", tr("Keys of this view"), {Qt::Key_Question, Qt::CTRL | Qt::Key_Question}, u"keyboard"_s},
               [this] {
                   auto *page = m_screens->currentWidget();
                   showKeys(*this, tr("Keys of this view"), page->findChildren<QAction *>() + actions());
               });
    addCommand(*this, {"window.close", tr("Close window"), {QKeySequence::Close}, u"close"_s}, [this] { close(); });
    addCommand(*this, {"window.quit", tr("Quit"), {QKeySequence::Quit}}, [this] {
        close();
        QApplication::quit();
    });
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
    const auto choose = [this](look::Scheme::Choice choice) {
        look::Scheme::current().choose(choice);
        m_settings.setValue("look/scheme", int(choice));
    };
    using Choice = look::Scheme::Choice;
    addCommand(*this, {"view.system", tr("Appearance: as the system"), {}, u"light"_s},
               [choose] { choose(Choice::System); });
    addCommand(*this, {"view.light", tr("Appearance: light"), {}, u"light"_s}, [choose] { choose(Choice::Light); });
    addCommand(*this, {"view.dark", tr("Appearance: dark"), {}, u"dark"_s}, [choose] { choose(Choice::Dark); });
    addCommand(*this, {"view.compact", tr("Compact rows"), {}, u"menu"_s}, [this] {
        auto &scheme = look::Scheme::current();
        scheme.setCompact(!scheme.appearance().isCompact);
        m_settings.setValue("look/compact", scheme.appearance().isCompact);
    });
    addCommand(*this, {"view.rail", tr("Rail"), {Qt::CTRL | Qt::Key_B}, u"rail"_s}, [this] {
        m_settings.setValue("window/narrowRail", !m_settings.value("window/narrowRail").toBool());
        fit();
    });
    addCommand(*this, {"view.menuBar", tr("Menu bar"), {Qt::CTRL | Qt::Key_M}}, [this] {
        menuBar()->setVisible(!menuBar()->isVisible());
        m_settings.setValue("window/menuBar", menuBar()->isVisible());
    });
    addCommand(*this, {"view.fullScreen", tr("Full screen"), {Qt::Key_F11}},
               [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
}

void MainWindow::restoreLooks()
{
    auto &scheme = look::Scheme::current();
    scheme.choose(look::Scheme::Choice(m_settings.value("look/scheme").toInt()));
    scheme.setTextFactor(m_settings.value("look/text", 1.0).toDouble());
    scheme.setCompact(m_settings.value("look/compact").toBool());
    menuBar()->setVisible(m_settings.value("window/menuBar").toBool());
}

} // namespace slipway::window
