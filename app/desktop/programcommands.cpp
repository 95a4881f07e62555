// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on every page, beside what the window itself offers.
#include "app/desktop/program.h"

#include "ui/feedback/toast.h"
#include "ui/firststart/connectpage.h"
#include "ui/firststart/welcome.h"
#include "ui/window/commands.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace slipway::desktop
{

void Program::addFileCommands()
{
    auto *demo = window::addCommand(*m_window, {.id = "file.demo", .text = tr("Try the demo"), .icon = u"demo"_s},
                                    [this] { openDemo(Demo::Life::Moves, 1); });
    auto *other = window::addCommand(
        *m_window,
        {.id = "file.connect", .text = tr("Connect to GitHub…"), .keys = {Qt::CTRL | Qt::Key_N}, .icon = u"link"_s},
        [this] { m_window->openAlone(m_connect.get()); });
    window::addCommand(*m_window,
                       {.id = "window.check",
                        .text = tr("Check all images now"),
                        .keys = {Qt::Key_F5, Qt::CTRL | Qt::Key_R},
                        .icon = u"refresh"_s},
                       [this] {
                           if (m_session)
                               m_session->workspace().checkNow();
                       });
    window::addCommand(*m_window,
                       {.id = "edit.undo",
                        .text = tr("Take back the policy change"),
                        .keys = {QKeySequence::Undo},
                        .icon = u"rollback"_s},
                       [this] {
                           m_toast->dismiss();
                           if (const auto undo = m_undo)
                               undo();
                       });
    window::addCommand(*m_window, {.id = "help.needs", .text = tr("What Slipway needs from GitHub"), .icon = u"key"_s},
                       [this] { openOwnLink(firststart::neededRights()); });
    window::addCommand(*m_window, {.id = "help.about", .text = tr("About Slipway")}, [this] {
        const auto version = tr("Slipway %1").arg(QCoreApplication::applicationVersion());
        toast(tr("%1, under the GNU General Public License 3 or later.").arg(version), tr("Copy"),
              [version] { QGuiApplication::clipboard()->setText(version); });
    });
    auto *menu = new QMenu{m_window.get()};
    menu->addAction(other);
    menu->addAction(demo);
    m_window->setWorkspaceMenu(menu);
}

} // namespace slipway::desktop
