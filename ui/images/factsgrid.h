// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/images/overview.h"

#include <QWidget>

class QAbstractButton;
class QAction;
class QGridLayout;
class QPushButton;

namespace slipway::look
{
class Label;
}

namespace slipway::images
{

class FactText;
class IconMark;

/// The facts of a row under each other, each in its place as long as it is there.
class FactsGrid final : public QWidget
{
    Q_OBJECT

public:
    /// `changePolicy` stands beside the policy.
    explicit FactsGrid(QAction *changePolicy, QWidget *parent = nullptr);

    void show(const QList<Fact> &facts);

Q_SIGNALS:
    void linkActivated(const QString &url);

private:
    struct Line
    {
        Fact::Kind kind;
        look::Label *name;
        QWidget *place;
        QPushButton *link;
        IconMark *mark;
        FactText *text;
        QString url = {};
    };
    [[nodiscard]] Line &lineOf(Fact::Kind kind);
    void addLine(Fact::Kind kind);

    QGridLayout *m_grid;
    QList<Line> m_lines;
    QList<Fact> m_facts;
    QAbstractButton *m_change;
};

} // namespace slipway::images
