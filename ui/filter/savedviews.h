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

/// The ready-made questions to a list, side by side, one of them chosen. Those that find no room are in a menu behind
/// the others.
class SavedViews final : public QWidget
{
    Q_OBJECT

public:
    explicit SavedViews(const QStringList &names, QWidget *parent = nullptr);

    void setCounts(const QList<int> &counts);
    void choose(int view);
    [[nodiscard]] int chosen() const { return m_chosen; }
    [[nodiscard]] QString name(int view) const { return m_names.at(view); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosenChanged(int view);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void showMenu();

    QStringList m_names;
    QList<int> m_counts;
    QList<look::ViewButton *> m_buttons;
    QToolButton *m_more;
    int m_chosen = 0;
};

} // namespace slipway::filter
