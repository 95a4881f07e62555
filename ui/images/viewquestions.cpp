// SPDX-License-Identifier: GPL-3.0-or-later
// How a person saves, renames and deletes views.
#include "ui/images/viewsbar.h"

#include "ui/feedback/asking.h"
#include "ui/filter/filterfield.h"
#include "ui/filter/savedviews.h"

#include <QAction>
#include <QMenu>

namespace slipway::images
{

void ViewsBar::askToSave()
{
    const auto view = m_rows->view();
    const auto filter = m_filter->text().trimmed();
    const auto text = filter.isEmpty() ? tr("It shows %1.").arg(viewName(view))
                                       : tr("It shows %1, filtered by %2.").arg(viewName(view), filter);
    feedback::askForName(m_screen,
                         {.question = {.title = tr("Save this view?"), .text = text, .verb = tr("Save")},
                          .field = tr("Name"),
                          .objection = [this](const QString &name) { return objectionTo(name, -1); }},
                         [this, view, filter](const QString &name) {
                             setOwn(m_own + QList<OwnView>{{.name = name, .view = view, .filter = filter}});
                             choose(viewCount + static_cast<int>(m_own.size()) - 1);
                         });
}

void ViewsBar::askToRename(int view)
{
    const auto name = m_views->names().at(view);
    feedback::askForName(m_screen,
                         {.question = {.title = tr("Rename the view %1?").arg(name), .verb = tr("Rename")},
                          .field = tr("Name"),
                          .name = name,
                          .objection = [this, view](const QString &to) { return objectionTo(to, view); }},
                         [this, view](const QString &to) {
                             auto own = m_own;
                             own[view - viewCount].name = to;
                             setOwn(own);
                             Q_EMIT layoutChanged();
                         });
}

void ViewsBar::askToDelete(int view)
{
    auto *dialog = new feedback::ConfirmDialog({.title = tr("Delete the view %1?").arg(m_views->names().at(view)),
                                                .text = tr("The images stay as they are."),
                                                .verb = tr("Delete"),
                                                .isDestructive = true},
                                               m_screen);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, view] {
        const int now = chosen();
        choose(0); // with the filter of the one that goes
        auto own = m_own;
        own.removeAt(view - viewCount);
        setOwn(own);
        if (now != view)
            choose(now < view ? now : now - 1);
        Q_EMIT layoutChanged();
    });
    dialog->open();
}

QString ViewsBar::objectionTo(const QString &name, int except) const
{
    const auto &names = m_views->names();
    for (int view = 0; view < names.size(); ++view) {
        if (view != except && names.at(view).compare(name, Qt::CaseInsensitive) == 0)
            return tr("There is a view of that name.");
    }
    return {};
}

void ViewsBar::openMenu(int view, QPoint at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(m_rename->icon(), tr("Rename…")), &QAction::triggered, this,
            [this, view] { askToRename(view); });
    connect(menu->addAction(m_delete->icon(), tr("Delete…")), &QAction::triggered, this,
            [this, view] { askToDelete(view); });
    menu->popup(at);
}

} // namespace slipway::images
