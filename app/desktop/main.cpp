// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/program.h"
#include "app/desktop/tour/tour.h"
#include "ui/diff/diffaccessible.h"
#include "ui/look/scheme.h"
#include "ui/look/systemmotion.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace
{

slipway::desktop::Program::Folders folders()
{
    const auto below = [](const QString &base) -> QString { return base + u"/slipway"_s; };
    return {
        .settings = below(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)),
        .cache = below(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)),
        .state = below(QStandardPaths::writableLocation(QStandardPaths::GenericStateLocation)),
    };
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application{argc, argv};
    QApplication::setApplicationName(u"slipway"_s);
    QApplication::setApplicationDisplayName(u"Slipway"_s);
    QApplication::setApplicationVersion(QStringLiteral(SLIPWAY_VERSION));
    QGuiApplication::setDesktopFileName(u"io.github.slipway.Slipway"_s);

    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate(
        "main", "See where every container image stands, and turn each new one into a change that you have reviewed."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption demo{u"demo"_s, QApplication::translate("main", "open the demo workspace")};
    const QCommandLineOption still{u"still"_s, QApplication::translate("main", "let the demo's clock stand")};
    const QCommandLineOption seed{u"seed"_s, QApplication::translate("main", "of the demo's life"), u"N"_s, u"1"_s};
    const QCommandLineOption tour{
        u"tour"_s, QApplication::translate("main", "paint every screen of the demo into a folder, and end"), u"DIR"_s};
    parser.addOptions({demo, still, seed, tour});
    parser.process(application);

    slipway::look::install();
    slipway::diffview::installDiffAccessibility();
    if (parser.isSet(tour))
        return slipway::desktop::tour::paintTour(parser.value(tour));
    slipway::look::followDesktopMotion();
    using slipway::desktop::Program;
    const bool isDemo = parser.isSet(demo) || parser.isSet(still);
    auto asLeft = isDemo ? std::future<slipway::workspace::Snapshot>{} : Program::readLast(folders());
    Program program{folders()};
    if (isDemo)
        program.openDemo(parser.isSet(still) ? slipway::desktop::Demo::Life::StandsStill
                                             : slipway::desktop::Demo::Life::Moves,
                         parser.value(seed).toUInt());
    else
        program.openLast(std::move(asLeft));
    program.window().QMainWindow::show();
    return QApplication::exec();
}
