// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/emptycauses.h"

#include "core/compose/projects.h"
#include "ui/images/text.h"
#include "ui/words/ages.h"
#include "ui/words/errors.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using workspace::Row;
using workspace::Snapshot;
using workspace::State;

bool isWithoutComposeFile(const Snapshot &snapshot)
{
    const auto &problems = snapshot.problems;
    return snapshot.rows.isEmpty() && snapshot.composeFileNames.isEmpty() && !snapshot.problem &&
           !snapshot.offlineSince.isValid() && problems.size() == 1 && problems.first().file == "compose.yaml"_L1 &&
           problems.first().message == compose::withoutBaseFile();
}

namespace
{

QString checked(const Snapshot &snapshot, const QDateTime &now)
{
    return snapshot.refreshedAt.isValid() ? Text::tr("Checked %1.").arg(words::ago(snapshot.refreshedAt, now))
                                          : QString{};
}

Emptiness nothingFound(const Snapshot &snapshot)
{
    const bool isNothingSaid = snapshot.composeFileNames.isEmpty() && snapshot.problems.isEmpty();
    if (isWithoutComposeFile(snapshot) || isNothingSaid)
        return {{.icon = u"file"_s,
                 .what = Text::tr("There is no compose file in %1.").arg(snapshot.repository),
                 .more = Text::tr("Slipway looked on %1 for compose.yaml, docker-compose.yml, or what "
                                  ".github/slipway.yml lists.")
                             .arg(snapshot.branch),
                 .button = Text::tr("Check now")},
                Help::CheckNow};
    if (!snapshot.problems.isEmpty())
        return {{.icon = u"file"_s,
                 .what = Text::tr("No image could be read from the compose files of %1.").arg(snapshot.repository),
                 .more = Text::tr("What is wrong with them stands above."),
                 .button = Text::tr("Check now")},
                Help::CheckNow};
    return {
        {.icon = u"file"_s,
         .what = Text::tr("No image in the compose files of %1.").arg(snapshot.repository),
         .more = Text::tr("Slipway looked at %1 on %2.").arg(snapshot.composeFileNames.join(u", "), snapshot.branch),
         .button = Text::tr("Check now")},
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
             .button = isNotFound   ? Text::tr("Connect again…")
                       : wantsToken ? Text::tr("Sign in…")
                                    : Text::tr("Try again")},
            wantsToken ? Help::SignIn : Help::CheckNow};
}

Emptiness nothingRead(const Snapshot &snapshot, bool isWaiting)
{
    if (isWaiting)
        return {{.icon = u"refresh"_s,
                 .what = Text::tr("Reading the compose files of %1.").arg(snapshot.repository),
                 .more = Text::tr("Its images appear here as soon as they are known.")}};
    if (snapshot.offlineSince.isValid())
        return {
            {.icon = u"offline"_s,
             .what = Text::tr("You are offline."),
             .more = Text::tr("Nothing was read of %1 before, so there is nothing to show.").arg(snapshot.repository),
             .button = Text::tr("Try now")},
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
        what = areAll(State::UpToDate) ? Text::tr("Everything is up to date.") : Text::tr("Nothing needs an update.");
        break;
    case View::Failing: what = Text::tr("Nothing fails."); break;
    default:
        what = Text::tr("Nothing awaits you.");
        if (underWay > 0)
            more = underWay == 1 ? Text::tr("1 change is under way.")
                                 : Text::tr("%n changes are under way.", nullptr, static_cast<int>(underWay));
    }
    return {{.icon = u"state-ok"_s, .what = what, .more = more, .button = Text::tr("Show all")}, Help::ShowAll};
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
             .what = count == 1 ? Text::tr("The filter hides the only image.")
                                : Text::tr("The filter hides all %n images.", nullptr, static_cast<int>(count)),
             .more = Text::tr("Nothing matches \"%1\".").arg(filter.trimmed()),
             .button = Text::tr("Clear filter")},
            Help::ClearFilter};
}

} // namespace slipway::images
