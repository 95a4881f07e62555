// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QListView>
#include <QStandardItemModel>

namespace slipway::window
{

/// The places of the window, one under the other: icon, name, and how many things there need a person.
class NavigationRail final : public QListView
{
    Q_OBJECT

public:
    explicit NavigationRail(QWidget *parent = nullptr);

    void addPlace(const QString &name, const QString &icon, const QString &key);
    void choose(int place);
    void clear();

    /// 0 shows nothing. `worst`: the colour of the worst state there, Danger, Attention or AccentText.
    void setCount(int place, int count, look::Token worst);

    /// Icons only, with the names in tooltips and the counts as dots.
    void setNarrow(bool narrow);

Q_SIGNALS:
    void chosen(int place);

private:
    void fitWidth();

    QStandardItemModel m_places;
    bool m_isNarrow = false;
};

} // namespace slipway::window
