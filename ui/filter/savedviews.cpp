// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/savedviews.h"

#include "ui/look/buttons.h"
#include "ui/look/scheme.h"
#include "ui/look/theme.h"
#include "ui/look/toggles.h"
#include "ui/look/type.h"
#include "ui/words/plain.h"

#include <QEvent>
#include <QLocale>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace slipway::filter
{

using look::scaled;
SavedViews::SavedViews(const QStringList &names, QWidget *parent)
    : QWidget(parent)
    , m_readyMade(names.size())
    , m_more(look::makeIconButton(u"more"_s, tr("More views"), this))
{
    for (const auto &name : names)
        add(name);
    m_buttons.first()->setChecked(true);
    connect(m_more, &QToolButton::clicked, this, &SavedViews::showMenu);
    connect(&look::Scheme::current(), &look::Scheme::changed, this, [this] {
        updateGeometry();
        arrange();
    });
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SavedViews::add(const QString &name)
{
    const auto view = static_cast<int>(m_buttons.size());
    auto *button = new look::ViewButton(words::inControl(words::visible(name)), this);
    connect(button, &QAbstractButton::clicked, this, [this, view] {
        choose(view);
        m_buttons.at(view)->setChecked(true); // a second click does not let go of it
    });
    if (view >= m_readyMade) {
        button->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(button, &QWidget::customContextMenuRequested, this,
                [this, button, view](QPoint at) { Q_EMIT menuWanted(view, button->mapToGlobal(at)); });
    }
    m_names.append(name);
    m_counts.append(0);
    m_buttons.append(button);
}

void SavedViews::setOwn(const QStringList &names)
{
    while (m_buttons.size() > m_readyMade) {
        delete m_buttons.takeLast();
        m_names.removeLast();
        m_counts.removeLast();
    }
    for (const auto &name : names)
        add(name);
    if (m_chosen >= m_buttons.size())
        m_chosen = 0;
    m_buttons.at(m_chosen)->setChecked(true);
    arrange();
}

void SavedViews::setCounts(const QList<int> &counts)
{
    if (m_counts == counts)
        return;
    m_counts = counts;
    for (int view = 0; view < m_buttons.size(); ++view)
        m_buttons.at(view)->setCount(counts.value(view));
    arrange();
}

void SavedViews::choose(int view)
{
    if (view < 0 || view >= m_buttons.size() || view == m_chosen)
        return;
    m_buttons.at(std::exchange(m_chosen, view))->setChecked(false);
    m_buttons.at(view)->setChecked(true);
    arrange();
    Q_EMIT chosenChanged(view);
}

QSize SavedViews::sizeHint() const
{
    int width = 0;
    for (const auto *button : m_buttons)
        width += button->sizeHint().width() + scaled(look::space::xs);
    return {width, m_buttons.first()->sizeHint().height()};
}

QSize SavedViews::minimumSizeHint() const
{
    return {m_buttons.first()->sizeHint().width() + m_more->sizeHint().width(), m_buttons.first()->sizeHint().height()};
}

void SavedViews::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void SavedViews::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        arrange();
}

/// As many as fit, from the first on, and always the chosen one.
void SavedViews::arrange()
{
    const int between = scaled(look::space::xs);
    const bool allFit = sizeHint().width() <= width() + between;
    const int menuWidth = allFit ? 0 : m_more->sizeHint().width();
    int reserved = m_buttons.at(m_chosen)->sizeHint().width() + between;
    int x = 0;
    for (int view = 0; view < m_buttons.size(); ++view) {
        auto *button = m_buttons.at(view);
        const int own = button->sizeHint().width();
        if (view == m_chosen)
            reserved = 0;
        const bool fits = view == m_chosen || x + own + between + reserved + menuWidth <= width() || allFit;
        button->setVisible(fits);
        if (!fits)
            continue;
        button->setGeometry(style()->visualRect(layoutDirection(), rect(), {x, 0, own, height()}));
        x += own + between;
    }
    m_more->setVisible(!allFit);
    const int side = std::min(m_more->sizeHint().height(), height());
    m_more->setGeometry(style()->visualRect(layoutDirection(), rect(), {x, (height() - side) / 2, side, side}));
}

void SavedViews::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int view = 0; view < m_buttons.size(); ++view) {
        if (m_buttons.at(view)->isVisibleTo(this))
            continue;
        auto *action =
            menu->addAction(words::inControl(m_names.at(view)) + u'\t' + QLocale().toString(m_counts.at(view)));
        connect(action, &QAction::triggered, this, [this, view] { choose(view); });
    }
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

} // namespace slipway::filter
