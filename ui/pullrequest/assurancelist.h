// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pullrequest/assurances.h"

#include <QWidget>

class QVBoxLayout;

namespace slipway::pullrequest
{

/// "Before you send it": one line for each thing that was looked at.
class AssuranceList final : public QWidget
{
    Q_OBJECT

public:
    explicit AssuranceList(QWidget *parent = nullptr);

    void show(const QList<Assurance> &assurances);

    using QWidget::show;

Q_SIGNALS:
    void pullRequestRequested(int number);

private:
    void append(const Assurance &assurance);

    QVBoxLayout *m_rows;
    QList<QWidget *> m_shown;
};

} // namespace slipway::pullrequest
