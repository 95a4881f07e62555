// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/tour.h"

#include "app/desktop/tour/guide.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QPainter>
#include <QThreadPool>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace slipway::desktop::tour
{
namespace
{

constexpr int fast = 60; ///< of 0, the smallest files, to 100, the fastest

/// Dialogs stand over the middle of their window, as a window manager puts them, also where it has another size now.
QPoint placeOf(const QWidget &over, const QWidget &window)
{
    if (!qobject_cast<const QDialog *>(&over))
        return over.pos() - window.pos();
    QRect frame = over.rect();
    frame.moveCenter(window.rect().center());
    return frame.topLeft();
}

} // namespace

QImage pictureOf(QWidget &window)
{
    auto picture = window.grab();
    QPainter painter{&picture};
    const auto windows = QApplication::topLevelWidgets();
    for (auto *over : windows)
        if (over != &window && over->isVisible())
            painter.drawPixmap(placeOf(*over, window), over->grab());
    painter.end();
    return picture.toImage();
}

int paintTour(const QString &folder)
{
    QDir{}.mkpath(folder);
    QApplication::setQuitOnLastWindowClosed(false); // each act has a window of its own
    Guide guide{acts(), views()};
    QThreadPool writers; // a picture takes longer to write than to paint
    QObject::connect(&guide, &Guide::settled, &guide, [&](const QString &scene, const View &view) {
        const auto file = u"%1/%2-%3.png"_s.arg(folder, scene, view.name);
        writers.start([picture = pictureOf(guide.stage().program().window()), file] {
            if (!picture.save(file, "PNG", fast))
                std::fprintf(stderr, "%s cannot be written\n", qPrintable(file));
        });
    });
    QObject::connect(&guide, &Guide::stuck, &guide, [](const QString &scene, const QString &view) {
        std::fprintf(stderr, "%s did not settle (%s)\n", qPrintable(scene), qPrintable(view));
        QApplication::exit(1);
    });
    QObject::connect(&guide, &Guide::ended, &guide, [] { QApplication::exit(0); });
    QMetaObject::invokeMethod(&guide, &Guide::start, Qt::QueuedConnection);
    return QApplication::exec();
}

} // namespace slipway::desktop::tour
