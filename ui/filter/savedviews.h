// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace slipway::look
{
class ViewButton;
}

namespace slipway::filter
{

/// The questions to a list, side by side, one of them chosen: ready-made ones, and behind them those that a person
/// saved. Those that find no room are in a menu behind the others.
class SavedViews final : public QWidget
{
    Q_OBJECT

public:
    explicit SavedViews(const QStringList &names, QWidget *parent = nullptr);

    /// Those that a person saved, in place of the ones before. Nothing is chosen by it; one that goes is none any more.
    void setOwn(const QStringList &names);
    void setCounts(const QList<int> &counts);
    void choose(int view);
    [[nodiscard]] int chosen() const { return m_chosen; }
    [[nodiscard]] const QStringList &names() const { return m_names; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosenChanged(int view);
    /// The person wants to do something with one of their own.
    void menuWanted(int view, QPoint globalPos);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void add(const QString &name);
    void arrange();
    void showMenu();

    qsizetype m_readyMade;
    QStringList m_names;
    QList<int> m_counts;
    QList<look::ViewButton *> m_buttons;
    QToolButton *m_more;
    int m_chosen = 0;
};

} // namespace slipway::filter
