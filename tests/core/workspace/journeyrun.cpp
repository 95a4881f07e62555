// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/workspace/journeyrun.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace slipway::test
{

void runJourney(QProcess &journey, Demo &demo, const QString &what)
{
    bool isLate = false;
    QEventLoop loop; // not qWaitFor(), which sleeps while the process waits for an answer
    QObject::connect(&journey, &QProcess::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(std::chrono::seconds(30), &loop, [&] {
        isLate = true;
        journey.kill();
    });
    journey.start(QStringLiteral(SLIPWAY_JOURNEY),
                  {QString::number(demo.server.port()), demo.folder.path(u"state.sqlite"_s), what});
    loop.exec();
    QVERIFY2(!isLate, qPrintable(what));
}

} // namespace slipway::test
