// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/state.h"
#include "ui/look/theme.h"
#include "ui/window/paletteentry.h"

#include <QMainWindow>
#include <QPointer>
#include <QStackedWidget>

class QMenu;
class QSettings;

namespace slipway::window
{

class Header;
class MenuKey;
class NavigationRail;
class Palette;
class StatusLine;

/// A screen that the rail leads to.
struct Place
{
    QString id;
    QString name;
    QString icon;
    /// Asked for whenever the window goes there; a page of this window (see addPage).
    std::function<QWidget *()> screen;
};

/// The frame: header, rail, screens, status bar, command palette. It knows no screen but what Place says of it.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// The settings remember sizes and looks; they must outlive the window.
    explicit MainWindow(QSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// In the order of the rail. Ctrl+1 … go there.
    void addPlace(const Place &place);
    /// What is shown instead of any place while there is no workspace.
    void setFirstStart(std::function<QWidget *()> page) { m_firstStart = std::move(page); }
    /// A page, and the place it belongs to, if any. Its actions are its own (see commands.h); children with the
    /// property "pane" are where F6 stops.
    void addPage(QWidget *page, const QString &placeId);

    /// Fills the menus with what can be done now; each page that is opened does it again.
    void buildMenus();
    /// What can be done: the window's actions, and those of the page that is shown. Menus and palette have just these.
    [[nodiscard]] QList<QAction *> commands() const;
    /// What the workspace button opens.
    void setWorkspaceMenu(QMenu *menu);
    void openWorkspaceMenu();

    /// Another workspace comes: its places go, with the screens they led to.
    void clearPlaces();
    void showFirstStart();
    /// Names and icons of the places that come with a workspace: the rail shows them until then.
    void setComing(const QList<std::pair<QString, QString>> &places) { m_coming = places; }
    /// A page over everything, with no place in the rail: Connect.
    void openAlone(QWidget *page);
    /// What was there before it is back, as it was.
    void closeAlone();
    void go(const QString &placeId);
    void open(QWidget *page);
    void goBack();

    void show(const workspace::Snapshot &snapshot, int interval, const QDateTime &now);
    void setCount(const QString &placeId, int count, look::Token worst);
    void setWork(const QString &words);

    /// What the palette can go to besides the window's actions; asked for each time it opens.
    void setDestinations(std::function<QList<PaletteEntry>()> destinations);
    void openPalette();
    void closePalette();
    /// What was run from it lately may name what nobody is to be told of any more.
    void forgetRecent();

    /// Asked whenever the window is about to close: false keeps it open.
    void setMayClose(std::function<bool()> mayClose) { m_mayClose = std::move(mayClose); }

    /// What lies over everything, under the header: offline, demo. Null takes it away.
    void setBanner(QWidget *banner);
    /// Where toasts stand.
    [[nodiscard]] QWidget *content() const;

    using QMainWindow::show;

Q_SIGNALS:
    void cancelRequested();
    void pageRequested(const QUrl &page);
    void placeChanged(const QString &placeId);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void addCommands();
    void addViewCommands();
    void addLookCommands();
    void showLooks();
    void setShown(QWidget *page);
    void goTo(int place);
    void movePane(int step);
    void fit();
    void restoreLooks();
    void restorePlace();

    QSettings &m_settings;
    Header *m_header;
    NavigationRail *m_rail;
    QStackedWidget *m_screens;
    QWidget *m_bannerSpace;
    StatusLine *m_status;
    MenuKey *m_menuKey = nullptr;
    Palette *m_palette;
    QList<Place> m_places;
    QHash<QWidget *, int> m_placeOf;
    QList<QWidget *> m_back;
    QList<QWidget *> m_forward;
    QMenu *m_menu = nullptr; ///< of the menu button; the menu bar has the same ones
    std::function<QWidget *()> m_firstStart;
    QList<std::pair<QString, QString>> m_coming;
    QPointer<QWidget> m_beneath; ///< what a page lies over that was opened alone
    std::function<QList<PaletteEntry>()> m_destinations;
    std::function<bool()> m_mayClose;
};

} // namespace slipway::window
