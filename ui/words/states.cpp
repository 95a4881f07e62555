// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/states.h"

#include <QCoreApplication>

namespace slipway::words
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("words", text);
}

} // namespace

QString word(workspace::State state)
{
    using enum workspace::State;
    switch (state) {
    case Failed: return tr("Failed");
    case Blocked: return tr("Blocked");
    case UpdateReady: return tr("Update ready");
    case InProgress: return tr("In progress");
    case Behind: return tr("Behind");
    case Held: return tr("Held");
    case Unknown: return tr("Unknown");
    case Checking: return tr("Checking");
    case UpToDate: return tr("Up to date");
    }
    Q_UNREACHABLE_RETURN({});
}

QString word(workspace::Check::State state)
{
    using enum workspace::Check::State;
    switch (state) {
    case Passed: return tr("Passed");
    case Failed: return tr("Failed");
    case Running: return tr("Running");
    case Neutral: return tr("Neutral");
    case Skipped: return tr("Skipped");
    }
    Q_UNREACHABLE_RETURN({});
}

QString spoken(workspace::State state, const QString &reason)
{
    return reason.isEmpty() ? word(state) : tr("%1, %2").arg(word(state), reason);
}

} // namespace slipway::words
