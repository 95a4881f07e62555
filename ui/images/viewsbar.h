// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/images/imagesproxy.h"

#include <QJsonObject>
#include <QWidget>

class QAction;

namespace slipway::filter
{
class FilterField;
class SavedViews;
} // namespace slipway::filter

namespace slipway::images
{

/// A view that a person saved: one of the ready-made ones, with a filter.
struct OwnView
{
    QString name;
    View view = View::All;
    QString filter = {};

    bool operator==(const OwnView &) const = default;
};

/// Which rows are shown: a view, and the text of a filter. What a person saved stands behind the ready-made views, and
/// each view is an action, so that menus and palette know it too.
class ViewsBar final : public QWidget
{
    Q_OBJECT

public:
    ViewsBar(ImagesProxy *rows, QWidget *screen);

    void showCounts();
    void choose(int view);
    [[nodiscard]] int chosen() const;
    [[nodiscard]] const QList<OwnView> &ownViews() const { return m_own; }

    [[nodiscard]] QString filter() const;
    void setFilter(const QString &text);
    void enterFilter();

    /// Asks for a name, and keeps what is shown under it.
    void askToSave();

    [[nodiscard]] QJsonObject layout() const;
    /// What makes no sense is passed over.
    void restore(const QJsonObject &layout);

Q_SIGNALS:
    void rowsChanged();
    void layoutChanged();
    void actionsChanged();
    void left(); ///< the person is done with the filter

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void take(int view);
    void askToRename(int view);
    void askToDelete(int view);
    void setOwn(const QList<OwnView> &own);
    void makeActions();
    void judge();
    void openMenu(int view, QPoint at);
    [[nodiscard]] QString objectionTo(const QString &name, int except) const;

    ImagesProxy *m_rows;
    QWidget *m_screen;
    filter::SavedViews *m_views;
    filter::FilterField *m_filter;
    QList<OwnView> m_own;
    QString m_taken; ///< the filter that came with the view
    QAction *m_save;
    QAction *m_rename;
    QAction *m_delete;
    QList<QAction *> m_show; ///< one for each view
};

} // namespace slipway::images
