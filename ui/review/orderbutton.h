// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/changes.h"

#include <QToolButton>

class QActionGroup;
class QSettings;

namespace slipway::review
{

/// In which order the changes stand: a menu, whose actions the menu bar and the palette offer too. Remembers it.
class OrderButton final : public QToolButton
{
    Q_OBJECT

public:
    OrderButton(QSettings &settings, QWidget *parent);

    [[nodiscard]] Order order() const;

Q_SIGNALS:
    void chosen();

private:
    QAction *add(const char *id, const QString &text, Order order);

    QActionGroup *m_orders;
};

} // namespace slipway::review
