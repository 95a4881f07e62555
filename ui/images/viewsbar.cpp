// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/viewsbar.h"

#include "ui/feedback/asking.h"
#include "ui/filter/filterfield.h"
#include "ui/filter/savedviews.h"
#include "ui/look/icons.h"
#include "ui/look/strokes.h"
#include "ui/look/type.h"
#include "ui/words/plain.h"

#include <QAction>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QMenu>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using look::scaled;

namespace
{

QStringList readyMade()
{
    QStringList names;
    for (int view = 0; view < viewCount; ++view)
        names.append(viewName(static_cast<View>(view)));
    return names;
}

QAction *actionOf(QWidget *screen, const QString &id, const QString &text, const QString &icon)
{
    auto *action = new QAction(text, screen);
    action->setObjectName(id);
    if (!icon.isEmpty())
        action->setIcon(look::icon(icon));
    action->setProperty("iconName", icon); // for the command palette
    screen->addAction(action);
    return action;
}

} // namespace

ViewsBar::ViewsBar(ImagesProxy *rows, QWidget *screen)
    : QWidget(screen)
    , m_rows(rows)
    , m_screen(screen)
    , m_views(new filter::SavedViews(readyMade(), this))
    , m_filter(new filter::FilterField(filterKeys(), this))
    , m_save(actionOf(screen, u"views.save"_s, tr("Save this view…"), u"star"_s))
    , m_rename(actionOf(screen, u"views.rename"_s, tr("Rename this view…"), u"edit"_s))
    , m_delete(actionOf(screen, u"views.delete"_s, tr("Delete this view…"), u"trash"_s))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(scaled(16), scaled(4), scaled(16), scaled(6));
    row->setSpacing(scaled(look::space::s));
    row->addWidget(m_views, 1);
    row->addWidget(m_filter);
    connect(m_views, &filter::SavedViews::chosenChanged, this, &ViewsBar::take);
    connect(m_views, &filter::SavedViews::menuWanted, this, &ViewsBar::openMenu);
    connect(m_filter, &filter::FilterField::queryChanged, this, [this](const filter::Query &query) {
        m_rows->setQuery(query);
        Q_EMIT rowsChanged();
    });
    connect(m_filter, &filter::FilterField::left, this, &ViewsBar::left);
    connect(m_save, &QAction::triggered, this, &ViewsBar::askToSave);
    connect(m_rename, &QAction::triggered, this, [this] { askToRename(chosen()); });
    connect(m_delete, &QAction::triggered, this, [this] { askToDelete(chosen()); });
    makeActions();
}

void ViewsBar::showCounts()
{
    QList<filter::Query> queries;
    for (const auto &own : std::as_const(m_own))
        queries.append(filter::parse(own.filter, filterKeys()));
    QList<int> counts(viewCount + m_own.size(), 0);
    for (const auto &row : m_rows->images()->snapshot().rows) {
        for (int view = 0; view < viewCount; ++view)
            counts[view] += belongsTo(static_cast<View>(view), row.state) ? 1 : 0;
        for (qsizetype own = 0; own < m_own.size(); ++own) {
            const bool isIn = belongsTo(m_own.at(own).view, row.state) &&
                              filter::accepts(queries.at(own), filterKeys(),
                                              [&row](const QString &key) { return filterTexts(row, key); });
            counts[viewCount + own] += isIn ? 1 : 0;
        }
    }
    m_views->setCounts(counts);
}

void ViewsBar::choose(int view)
{
    m_views->choose(view);
}

int ViewsBar::chosen() const
{
    return m_views->chosen();
}

QString ViewsBar::filter() const
{
    return m_filter->text();
}

void ViewsBar::setFilter(const QString &text)
{
    m_filter->setText(text);
}

void ViewsBar::enterFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

/// A filter that came with a view goes with it; one that the person typed stays.
void ViewsBar::take(int view)
{
    const auto *own = view < viewCount ? nullptr : &m_own.at(view - viewCount);
    const bool isTaken = !m_taken.isEmpty() && m_filter->text() == m_taken;
    m_taken = own ? own->filter : QString();
    m_rows->setView(own ? own->view : static_cast<View>(view));
    if (own || isTaken)
        m_filter->setText(m_taken);
    judge();
    Q_EMIT rowsChanged();
    Q_EMIT layoutChanged();
}

void ViewsBar::setOwn(const QList<OwnView> &own)
{
    m_own = own;
    QStringList names;
    for (const auto &each : std::as_const(m_own))
        names.append(each.name);
    m_views->setOwn(names);
    showCounts();
    makeActions();
}

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

/// Menus and palette show them as they are now.
void ViewsBar::makeActions()
{
    qDeleteAll(std::exchange(m_show, {}));
    const auto &names = m_views->names();
    for (int view = 0; view < names.size(); ++view) {
        auto *action = actionOf(m_screen, u"views.show%1"_s.arg(view), words::inControl(words::visible(names.at(view))),
                                u"filter"_s);
        action->setProperty("object", tr("View of the images"));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, view] {
            choose(view);
            judge(); // a second time does not let go of it
        });
        m_show.append(action);
    }
    judge();
    Q_EMIT actionsChanged();
}

void ViewsBar::judge()
{
    const bool isOwn = chosen() >= viewCount;
    for (auto *action : {m_rename, m_delete}) {
        action->setEnabled(isOwn);
        action->setProperty("reason", isOwn ? QString() : tr("It is a ready-made view."));
    }
    for (int view = 0; view < m_show.size(); ++view)
        m_show.at(view)->setChecked(view == chosen());
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

QJsonObject ViewsBar::layout() const
{
    QJsonArray own;
    for (const auto &view : m_own)
        own.append(
            QJsonObject{{u"name"_s, view.name}, {u"view"_s, static_cast<int>(view.view)}, {u"filter"_s, view.filter}});
    return {{u"chosen"_s, chosen()}, {u"own"_s, own}};
}

void ViewsBar::restore(const QJsonObject &layout)
{
    QList<OwnView> own;
    const auto kept = layout[u"own"_s].toArray();
    for (const auto &each : kept) {
        const OwnView view{.name = each[u"name"_s].toString().trimmed(),
                           .view = static_cast<View>(std::clamp(each[u"view"_s].toInt(), 0, viewCount - 1)),
                           .filter = each[u"filter"_s].toString()};
        if (!view.name.isEmpty())
            own.append(view);
    }
    if (own != m_own)
        setOwn(own);
    choose(layout[u"chosen"_s].toInt());
}

/// The line below.
void ViewsBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    look::drawEdge(painter, rect(), Qt::BottomEdge, look::color(look::Token::Border));
}

} // namespace slipway::images
