// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on every page, beside what the window itself offers.
#include "app/desktop/program.h"

#include "app/desktop/diagnostics.h"
#include "ui/feedback/toast.h"
#include "ui/firststart/connectpage.h"
#include "ui/firststart/welcome.h"
#include "ui/look/actionbutton.h"
#include "ui/window/commands.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace slipway::desktop
{

void Program::addFileCommands()
{
    using window::addCommand;
    addCommand(*m_window, {.id = "file.demo", .text = tr("Try the demo"), .icon = u"demo"_s},
               [this] { leave([this] { openDemo(Demo::Life::Moves, 1); }); });
    addCommand(*m_window,
               {.id = "file.connect", .text = tr("Add workspace…"), .keys = {Qt::CTRL | Qt::Key_N}, .icon = u"add"_s},
               [this] { m_window->openAlone(m_connect.get()); });
    addCommand(*m_window, {.id = "file.choose", .text = tr("Switch workspace…"), .keys = {Qt::CTRL | Qt::Key_O}},
               [this] { m_window->openWorkspaceMenu(); });
    addCommand(*m_window, {.id = "file.next", .text = tr("Next workspace"), .keys = {Qt::CTRL | Qt::Key_Tab}},
               [this] { switchBy(1); });
    addCommand(
        *m_window,
        {.id = "file.previous", .text = tr("Previous workspace"), .keys = {Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab}},
        [this] { switchBy(-1); });
    addCommand(*m_window, {.id = "file.forget", .text = tr("Forget this workspace…"), .icon = u"trash"_s},
               [this] { askToForget(); });
    addCommand(*m_window, {.id = "file.exportImages", .text = tr("Export images…"), .icon = u"export"_s},
               [this] { exportImages(); });
}

void Program::addWorkspaceCommands()
{
    using window::addCommand;
    addCommand(*m_window,
               {.id = "window.check",
                .text = tr("Check all images now"),
                .keys = {Qt::Key_F5, Qt::CTRL | Qt::Key_R},
                .icon = u"refresh"_s},
               [this] { m_session->workspace().checkNow(); });
    addCommand(*m_window,
               {.id = "window.repository", .text = tr("Open deployment repository in browser"), .icon = u"external"_s},
               [this] {
                   const auto &connection = m_session->connection();
                   openLink(u"https://%1/%2"_s.arg(connection.host.name, connection.repository.text()));
               });
    addCommand(*m_window,
               {.id = "edit.undo",
                .text = tr("Take back the policy change"),
                .keys = {QKeySequence::Undo},
                .icon = u"rollback"_s},
               [this] {
                   m_toast->dismiss();
                   if (const auto undo = m_undo)
                       undo();
               });
}

void Program::addHelpCommands()
{
    using window::addCommand;
    const auto copy = [](const QString &text) { QGuiApplication::clipboard()->setText(text); };
    addCommand(*m_window, {.id = "help.needs", .text = tr("What Slipway needs from GitHub"), .icon = u"key"_s},
               [this] { openOwnLink(firststart::neededRights()); });
    addCommand(*m_window, {.id = "help.diagnostics", .text = tr("Copy diagnostics"), .icon = u"copy"_s}, [this, copy] {
        copy(diagnosticsOf(m_session ? &m_session->workspace().snapshot() : nullptr));
        toast(tr("Copied what Slipway runs on, without names and tokens."));
    });
    addCommand(*m_window, {.id = "help.about", .text = tr("About Slipway")}, [this, copy] {
        const auto version = tr("Slipway %1").arg(QCoreApplication::applicationVersion());
        toast(tr("%1, under the GNU General Public License 3 or later.").arg(version), tr("Copy"),
              [version, copy] { copy(version); });
    });
}

/// Some can be done only in a workspace, some only with several.
void Program::judgeCommands()
{
    const auto allow = [this](const QString &id, bool may, const QString &reason) {
        look::allow(window::findCommand(*m_window, id), may ? QString{} : reason);
    };
    const auto closed = tr("No workspace is open.");
    allow(u"window.check"_s, m_session != nullptr, closed);
    allow(u"window.repository"_s, m_session != nullptr, closed);
    allow(u"file.exportImages"_s, m_session != nullptr, closed);
    allow(u"file.forget"_s, m_session && !m_session->connection().isDemo,
          m_session ? tr("Nothing of the demo is remembered.") : closed);
    const bool isDemo = m_session && m_session->connection().isDemo;
    const bool hasOther = m_workspaces.all().size() > (m_session && !isDemo ? 1 : 0);
    for (const auto &id : {u"file.next"_s, u"file.previous"_s})
        allow(id, hasOther, tr("There is no other workspace. Add one first."));
}

} // namespace slipway::desktop
