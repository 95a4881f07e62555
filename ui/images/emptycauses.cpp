// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/emptycauses.h"

#include "ui/words/ages.h"
#include "ui/words/errors.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using workspace::Row;
using workspace::Snapshot;
using workspace::State;

namespace
{

QString tr(const char *text, qsizetype count = -1)
{
    return QCoreApplication::translate("images", text, nullptr, static_cast<int>(count));
}

QString checked(const Snapshot &snapshot, const QDateTime &now)
{
    return snapshot.refreshedAt.isValid() ? tr("Checked %1.").arg(words::ago(snapshot.refreshedAt, now)) : QString{};
}

Emptiness nothingFound(const Snapshot &snapshot)
{
    if (snapshot.composeFileNames.isEmpty())
        return {{.icon = u"file"_s,
                 .what = tr("There is no compose file in %1.").arg(snapshot.repository),
                 .more = tr("Slipway looked on %1.").arg(snapshot.branch),
                 .button = tr("Check now")},
                Help::CheckNow};
    if (!snapshot.problems.isEmpty())
        return {{.icon = u"file"_s,
                 .what = tr("No image could be read from the compose files of %1.").arg(snapshot.repository),
                 .more = tr("What is wrong with them stands above."),
                 .button = tr("Check now")},
                Help::CheckNow};
    return {{.icon = u"file"_s,
             .what = tr("No image in the compose files of %1.").arg(snapshot.repository),
             .more = tr("Slipway looked at %1 on %2.").arg(snapshot.composeFileNames.join(u", "), snapshot.branch),
             .button = tr("Check now")},
            Help::CheckNow};
}

/// What another token can mend is no use trying again.
Emptiness nothingAllowed(const Error &problem)
{
    const bool isNotFound = problem.kind == Error::Kind::NotFound;
    const bool wantsToken = isNotFound || words::said(problem).wantsSignIn;
    return {{.icon = u"warning"_s,
             .what = problem.message,
             .more = problem.remedy,
             .button = isNotFound   ? tr("Connect again…")
                       : wantsToken ? tr("Sign in…")
                                    : tr("Try again")},
            wantsToken ? Help::SignIn : Help::CheckNow};
}

Emptiness nothingRead(const Snapshot &snapshot, bool isWaiting)
{
    if (isWaiting)
        return {{.icon = u"refresh"_s,
                 .what = tr("Reading the compose files of %1.").arg(snapshot.repository),
                 .more = tr("Its images appear here as soon as they are known.")}};
    if (snapshot.offlineSince.isValid())
        return {{.icon = u"offline"_s,
                 .what = tr("You are offline."),
                 .more = tr("Nothing was read of %1 before, so there is nothing to show.").arg(snapshot.repository),
                 .button = tr("Try now")},
                Help::CheckNow};
    return snapshot.problem ? nothingAllowed(*snapshot.problem) : nothingFound(snapshot);
}

Emptiness nothingInView(const Snapshot &snapshot, View view, const QDateTime &now)
{
    const auto areAll = [&](State state) {
        return std::ranges::all_of(snapshot.rows, [&](const Row &row) { return row.state == state; });
    };
    const auto underWay = std::ranges::count(snapshot.rows, State::InProgress, &Row::state);
    QString what;
    auto more = checked(snapshot, now);
    switch (view) {
    case View::NeedsUpdate:
        what = areAll(State::UpToDate) ? tr("Everything is up to date.") : tr("Nothing needs an update.");
        break;
    case View::Failing: what = tr("Nothing fails."); break;
    default:
        what = tr("Nothing awaits you.");
        if (underWay > 0)
            more = underWay == 1 ? tr("1 change is under way.") : tr("%n changes are under way.", underWay);
    }
    return {{.icon = u"state-ok"_s, .what = what, .more = more, .button = tr("Show all")}, Help::ShowAll};
}

} // namespace

Emptiness emptinessOf(const Snapshot &snapshot, View view, const QString &filter, bool isWaiting, const QDateTime &now)
{
    if (snapshot.rows.isEmpty())
        return nothingRead(snapshot, isWaiting);
    const bool viewHasRows =
        std::ranges::any_of(snapshot.rows, [&](const Row &row) { return belongsTo(view, row.state); });
    if (!viewHasRows)
        return nothingInView(snapshot, view, now);
    const auto count = snapshot.rows.size();
    return {{.icon = u"filter"_s,
             .what = count == 1 ? tr("The filter hides the only image.") : tr("The filter hides all %n images.", count),
             .more = tr("Nothing matches \"%1\".").arg(filter.trimmed()),
             .button = tr("Clear filter")},
            Help::ClearFilter};
}

} // namespace slipway::images
