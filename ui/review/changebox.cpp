// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/changebox.h"

#include "ui/look/icons.h"
#include "ui/look/stateicon.h"
#include "ui/words/plain.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace slipway::review
{

ChangeBox::ChangeBox(QWidget *parent)
    : QComboBox{parent}
{
    setAccessibleName(tr("Changes"));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    setProperty("pane", true); // where F6 stops
    connect(this, &QComboBox::activated, this, [this](int row) { Q_EMIT chosen(itemData(row).toString()); });
}

void ChangeBox::show(const QList<Change> &changes, const QString &current)
{
    m_changes = changes;
    m_current = current;
    m_isBehind = true;
    if (isVisible())
        fill();
}

void ChangeBox::showEvent(QShowEvent *event)
{
    fill();
    QComboBox::showEvent(event);
}

void ChangeBox::fill()
{
    if (!std::exchange(m_isBehind, false))
        return;
    const QSignalBlocker quiet{this};
    clear();
    for (const auto &change : std::as_const(m_changes)) {
        const auto look = lookOf(change);
        addItem(look::icon(look.icon, look.iconColor), words::visible(tr("%1  %2").arg(change.name, change.detail)),
                change.id());
    }
    setCurrentIndex(findData(m_current));
}

} // namespace slipway::review
