// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/diagnostics.h"

#include "core/workspace/state.h"
#include "ui/look/scheme.h"

#include <QApplication>
#include <QLocale>
#include <QScreen>
#include <QStyle>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace slipway::desktop
{
namespace
{

QString yesOrNo(bool isSo)
{
    return isSo ? u"yes"_s : u"no"_s;
}

QStringList workspaceLines(const workspace::Snapshot &snapshot)
{
    const bool isPublicHost = snapshot.host == "github.com"_L1;
    return {
        u"Host: "_s + (snapshot.isDemo ? u"the demo"_s
                       : isPublicHost  ? snapshot.host
                                       : u"a GitHub Enterprise host"_s),
        u"Images: %1 in %2 compose files, %3 pull requests"_s.arg(snapshot.rows.size())
            .arg(snapshot.composeFiles)
            .arg(snapshot.pullRequests.size()),
        u"Last refresh: "_s + (snapshot.refreshedAt.isValid() ? snapshot.refreshedAt.toString(Qt::ISODate) : u"none"_s),
        u"Offline: "_s + yesOrNo(snapshot.offlineSince.isValid()),
        u"Last refresh had a problem: "_s + yesOrNo(snapshot.problem.has_value()), // its words may hold names
        u"Problems of files: %1"_s.arg(snapshot.problems.size()),
    };
}

} // namespace

QString diagnosticsOf(const workspace::Snapshot *snapshot)
{
    const auto &appearance = look::Scheme::current().appearance();
    QStringList screens;
    const auto all = QGuiApplication::screens();
    for (const auto *screen : all)
        screens.append(
            u"%1x%2 at %3"_s.arg(screen->size().width()).arg(screen->size().height()).arg(screen->devicePixelRatio()));
    QStringList lines{
        u"Slipway "_s + QCoreApplication::applicationVersion(),
        u"Qt %1 on %2, %3, %4"_s.arg(QString::fromLatin1(qVersion()), QSysInfo::prettyProductName(),
                                     QSysInfo::currentCpuArchitecture(), QGuiApplication::platformName()),
        u"Screens: "_s + screens.join(u", "_s),
        u"Language: "_s + QLocale{}.name(),
        u"Appearance: %1, text %2 %, %3 rows"_s.arg(appearance.isDark ? u"dark"_s : u"light"_s)
            .arg(qRound(appearance.textFactor * 100))
            .arg(appearance.isCompact ? u"compact"_s : u"comfortable"_s),
    };
    if (snapshot)
        lines += workspaceLines(*snapshot);
    return lines.join(u'\n') + u'\n';
}

} // namespace slipway::desktop
