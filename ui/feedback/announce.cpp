// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/announce.h"

#include <QAccessible>
#include <QWidget>

namespace slipway::feedback
{

void announce(QWidget *about, const QString &text)
{
    QAccessibleAnnouncementEvent event(about, text);
    event.setPoliteness(QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&event);
}

} // namespace slipway::feedback
