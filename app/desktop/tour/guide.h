// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/tour/acts.h"

#include <QTimer>

namespace slipway::desktop::tour
{

/// In what a scene is looked at.
struct View
{
    QString name; ///< "light", "dark-narrow", "light-200"
    QSize window;
    bool isDark = false;
    double text = 1;
};

/// Light and dark, each usual, narrow, and with text twice as large.
[[nodiscard]] QList<View> views();

/// Leads through all acts: plays each scene, and says in each view when it can be looked at. The event loop is the
/// program's own.
class Guide final : public QObject
{
    Q_OBJECT

public:
    Guide(QList<Act> acts, QList<View> views);
    ~Guide() override;

    void start();
    [[nodiscard]] Stage &stage() { return *m_stage; }

Q_SIGNALS:
    void settled(const QString &scene, const slipway::desktop::tour::View &view);
    void stuck(const QString &scene, const QString &view); ///< it did not settle; the tour is over
    void ended();

private:
    void nextAct();
    void nextScene();
    void nextView();
    void look();

    QList<Act> m_acts;
    QList<View> m_views;
    std::unique_ptr<Stage> m_stage;
    QTimer m_timer;
    qsizetype m_act = -1;
    qsizetype m_scene = -1;
    qsizetype m_view = -1;
    int m_looked = 0; ///< how often at this scene in this view
    int m_quiet = 0;  ///< of these, how often in a row it was settled
};

} // namespace slipway::desktop::tour
