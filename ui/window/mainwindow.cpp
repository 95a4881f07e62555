// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "ui/look/palette.h"
#include "ui/look/scheme.h"
#include "ui/look/surfaces.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"
#include "ui/window/commands.h"
#include "ui/window/header.h"
#include "ui/window/menukey.h"
#include "ui/window/palette.h"
#include "ui/window/rail.h"
#include "ui/window/statusline.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::window
{
namespace
{

constexpr QSize smallest{900, 600};
constexpr QSize firstSize{1360, 860};
constexpr double narrowRail = 1120;
constexpr int lowWindow = 700;

} // namespace

MainWindow::MainWindow(QSettings &settings, QWidget *parent)
    : QMainWindow{parent}
    , m_settings{settings}
    , m_header{new Header{this}}
    , m_rail{new NavigationRail{this}}
    , m_screens{new QStackedWidget{this}}
    , m_bannerSpace{new QWidget{this}}
    , m_status{new StatusLine{this}}
    , m_palette{nullptr}
{
    auto *all = new QWidget{this};
    auto *banner = new QVBoxLayout{m_bannerSpace};
    banner->setContentsMargins({});
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_bannerSpace);
    right->addWidget(m_screens, 1);
    auto *below = new QHBoxLayout;
    below->setSpacing(0);
    below->addWidget(m_rail);
    below->addWidget(new look::Line{Qt::Vertical, all});
    below->addLayout(right, 1);
    auto *rows = new QVBoxLayout{all};
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(m_header);
    rows->addLayout(below, 1);
    setCentralWidget(all);
    setStatusBar(m_status);
    look::keepSurface(m_screens, look::Token::Base);
    m_palette = new Palette{this};
    m_menuKey = new MenuKey{this};
    connect(m_menuKey, &MenuKey::aboutToShow, this, &MainWindow::closePalette);
    m_palette->setRecent(m_settings.value("palette/recent").toStringList());

    connect(m_header, &Header::paletteRequested, this, &MainWindow::openPalette);
    connect(m_palette, &Palette::pageRequested, this, &MainWindow::pageRequested);
    connect(m_rail, &NavigationRail::chosen, this, &MainWindow::goTo);
    connect(m_status, &StatusLine::cancelRequested, this, &MainWindow::cancelRequested);
    addCommands();
    addViewCommands();
    addLookCommands();
    restoreLooks();
    connect(&look::Scheme::current(), &look::Scheme::changed, this, &MainWindow::fit);
    restorePlace();
}

MainWindow::~MainWindow()
{
    delete m_menuKey; // it looks at the window whenever something happens, also at its end
}

void MainWindow::addPlace(const Place &place)
{
    const QKeySequence key{QKeyCombination{Qt::CTRL, Qt::Key(int(Qt::Key_1) + int(m_places.size()))}};
    m_places.append(place);
    m_rail->addPlace(place.name, place.icon, key.toString(QKeySequence::NativeText));
    const QByteArray id = "go." + place.id.toLatin1();
    addCommand(*this, {.id = id.constData(), .text = place.name, .keys = {key}, .icon = place.icon},
               [this, place] { go(place.id); });
}

void MainWindow::addPage(QWidget *page, const QString &placeId)
{
    const auto place = std::ranges::find(m_places, placeId, &Place::id);
    if (place != m_places.end())
        m_placeOf.insert(page, int(place - m_places.begin()));
    m_screens->addWidget(page);
}

void MainWindow::showFirstStart()
{
    m_header->setWorkspace({}, tr("Connect or try the demo"));
    setWindowTitle({});
    m_status->showNoWorkspace(tr("Nothing is sent anywhere"));
    m_bannerSpace->show();
    if (m_places.isEmpty()) {
        m_rail->clear();
        for (const auto &[name, icon] : std::as_const(m_coming))
            m_rail->addPlace(name, icon, {});
    }
    m_rail->setEnabled(false);
    auto *page = m_firstStart();
    m_screens->setCurrentWidget(page);
    page->setFocus();
}

void MainWindow::openAlone(QWidget *page)
{
    if (m_placeOf.contains(m_screens->currentWidget()))
        m_beneath = m_screens->currentWidget();
    m_screens->setCurrentWidget(page);
    m_bannerSpace->hide(); // it is about the workspace
    if (m_places.isEmpty())
        m_status->showNoWorkspace({});
    buildMenus();
    page->setFocus();
}

void MainWindow::closeAlone()
{
    if (m_beneath && !m_placeOf.contains(m_screens->currentWidget()))
        setShown(m_beneath);
}

void MainWindow::clearPlaces()
{
    for (const auto &place : std::as_const(m_places))
        delete findCommand(*this, u"go."_s + place.id);
    m_places.clear();
    m_placeOf.clear();
    m_back.clear();
    m_forward.clear();
    m_rail->clear();
}

void MainWindow::go(const QString &placeId)
{
    const auto place = std::ranges::find(m_places, placeId, &Place::id);
    if (place != m_places.end())
        open(place->screen());
}

void MainWindow::goTo(int place)
{
    if (place >= 0 && place < m_places.size() && m_placeOf.value(m_screens->currentWidget(), -1) != place)
        open(m_places.at(place).screen());
}

void MainWindow::open(QWidget *page)
{
    auto *before = m_screens->currentWidget();
    if (before != page && m_placeOf.contains(before)) {
        m_back.append(before);
        m_forward.clear();
    }
    setShown(page);
}

void MainWindow::setShown(QWidget *page)
{
    m_rail->setEnabled(true);
    m_bannerSpace->show();
    m_screens->setCurrentWidget(page);
    buildMenus();
    const int place = m_placeOf.value(page, 0);
    m_rail->choose(place);
    page->setFocus();
    Q_EMIT placeChanged(m_places.at(place).id);
}

void MainWindow::goBack()
{
    if (m_back.isEmpty())
        return;
    m_forward.append(m_screens->currentWidget());
    setShown(m_back.takeLast());
}

void MainWindow::show(const workspace::Snapshot &snapshot, int interval, const QDateTime &now)
{
    m_header->setWorkspace(snapshot.owner, snapshot.repository);
    m_status->show(snapshot, interval, now);
    setWindowTitle(tr("%1/%2 – Slipway").arg(snapshot.owner, snapshot.repository));
}

void MainWindow::setCount(const QString &placeId, int count, look::Token worst)
{
    const auto place = std::ranges::find(m_places, placeId, &Place::id);
    if (place != m_places.end())
        m_rail->setCount(int(place - m_places.begin()), count, worst);
}

void MainWindow::setWork(const QString &words)
{
    m_status->setWork(words);
}

void MainWindow::setBanner(QWidget *banner)
{
    while (auto *item = m_bannerSpace->layout()->takeAt(0)) {
        item->widget()->hide();
        delete item;
    }
    if (!banner)
        return;
    m_bannerSpace->layout()->addWidget(banner);
    banner->show();
}

QWidget *MainWindow::content() const
{
    return m_screens;
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fit();
}

void MainWindow::fit()
{
    const bool asked = m_settings.value("window/narrowRail").toBool();
    m_rail->setNarrow(asked || width() < look::scaled(narrowRail));
    m_status->setLow(height() < lowWindow);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose && !m_mayClose()) {
        event->ignore();
        return;
    }
    m_settings.setValue("window/geometry", saveGeometry());
    m_settings.setValue("palette/recent", m_palette->recent());
    QMainWindow::closeEvent(event);
}

void MainWindow::forgetRecent()
{
    m_palette->setRecent({});
    m_settings.remove("palette/recent");
}

void MainWindow::restorePlace()
{
    const auto room = screen()->availableGeometry().size();
    setMinimumSize(smallest.boundedTo(room));
    resize(firstSize.boundedTo(room));
    restoreGeometry(m_settings.value("window/geometry").toByteArray()); // Qt clamps it to the screens that exist
}

} // namespace slipway::window
