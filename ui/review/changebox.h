// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/changes.h"

#include <QComboBox>

namespace slipway::review
{

/// The list of changes in one line, for a window that has no room for it beside the page.
class ChangeBox final : public QComboBox
{
    Q_OBJECT

public:
    explicit ChangeBox(QWidget *parent = nullptr);

    /// `current` is the id of the change that is shown.
    void show(const QList<Change> &changes, const QString &current);

    using QComboBox::show;

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fill();

    QList<Change> m_changes;
    QString m_current;
    bool m_isBehind = false; ///< they are still to be filled in: nobody saw the box
};

} // namespace slipway::review
