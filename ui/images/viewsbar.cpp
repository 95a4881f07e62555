// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/viewsbar.h"

#include "ui/filter/filterfield.h"
#include "ui/filter/savedviews.h"
#include "ui/look/actionbutton.h"
#include "ui/look/spacing.h"
#include "ui/look/strokes.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"
#include "ui/words/plain.h"

#include <QAction>
#include <QHBoxLayout>
#include <QJsonArray>
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
    auto *action = look::makeAction(id, text, icon, screen);
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
    look::keepMargins(row, {16, 4, 16, 6});
    look::keepSpacing(row, look::space::s);
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
