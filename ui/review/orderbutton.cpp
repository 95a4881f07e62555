// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/orderbutton.h"

#include "ui/look/actionbutton.h"
#include "ui/look/icons.h"

#include <QActionGroup>
#include <QMenu>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace slipway::review
{
namespace
{

constexpr auto byServiceKey = "review/byService"_L1;

} // namespace

OrderButton::OrderButton(QSettings &settings, QWidget *parent)
    : QToolButton{parent}
    , m_orders{new QActionGroup{this}}
{
    auto *newest = add("review.sortNewest", tr("Newest first"), Order::NewestFirst);
    auto *byService = add("review.sortService", tr("By service"), Order::ByService);
    (settings.value(byServiceKey).toBool() ? byService : newest)->setChecked(true);
    connect(m_orders, &QActionGroup::triggered, this, [this, &settings] {
        settings.setValue(byServiceKey, order() == Order::ByService);
        Q_EMIT chosen();
    });
    auto *menu = new QMenu{this};
    menu->addActions(m_orders->actions());
    setMenu(menu);
    setPopupMode(InstantPopup);
    setIcon(look::icon(u"sort"_s));
    setFocusPolicy(Qt::TabFocus);
    setToolTip(tr("Order of the changes"));
    setAccessibleName(tr("Order of the changes"));
}

QAction *OrderButton::add(const char *id, const QString &text, Order order)
{
    auto *action = look::makeAction(QLatin1StringView{id}, text, u"sort"_s, this);
    action->setCheckable(true);
    action->setProperty("object", tr("Order of the changes"));
    action->setData(int(order));
    m_orders->addAction(action);
    return action;
}

Order OrderButton::order() const
{
    return static_cast<Order>(m_orders->checkedAction()->data().toInt());
}

} // namespace slipway::review
