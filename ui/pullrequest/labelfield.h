// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace slipway::pullrequest
{

/// The labels of a pull request: each can be taken away, others of the repository can be added.
class LabelField final : public QWidget
{
    Q_OBJECT

public:
    explicit LabelField(QWidget *parent = nullptr);

    void setLabels(const QStringList &labels);
    [[nodiscard]] const QStringList &labels() const { return m_labels; }
    /// Those that the repository has.
    void setChoices(const QStringList &choices);

Q_SIGNALS:
    void changed();

private:
    void build();

    QStringList m_labels;
    QStringList m_choices;
    QHBoxLayout *m_row;
};

} // namespace slipway::pullrequest
