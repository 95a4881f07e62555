// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/states.h"

#include "ui/words/text.h"

namespace slipway::words
{

QString word(workspace::State state)
{
    using enum workspace::State;
    switch (state) {
    case Failed: return Text::tr("Failed");
    case Blocked: return Text::tr("Blocked");
    case UpdateReady: return Text::tr("Update ready");
    case InProgress: return Text::tr("In progress");
    case Behind: return Text::tr("Behind");
    case Held: return Text::tr("Held");
    case Unknown: return Text::tr("Unknown");
    case Checking: return Text::tr("Checking");
    case NotChecked: return Text::tr("Not checked");
    case UpToDate: return Text::tr("Up to date");
    }
    Q_UNREACHABLE_RETURN({});
}

QString needOf(const workspace::PullRequest &pull, const QString &person)
{
    using workspace::PullRequest;
    if (pull.mergeability == PullRequest::Mergeability::Conflicting)
        return Text::tr("Has conflicts");
    if (pull.review == PullRequest::Review::ChangesRequested)
        return Text::tr("Changes requested");
    if (pull.review == PullRequest::Review::Required)
        return pull.author == person ? Text::tr("Needs an approval") : Text::tr("Needs your approval");
    if (pull.mergeability == PullRequest::Mergeability::BaseMoved)
        return Text::tr("Not up to date");
    return Text::tr("Cannot be merged yet");
}

QString word(workspace::Check::State state)
{
    using enum workspace::Check::State;
    switch (state) {
    case Passed: return Text::tr("Passed");
    case Failed: return Text::tr("Failed");
    case Running: return Text::tr("Running");
    case Neutral: return Text::tr("Neutral");
    case Skipped: return Text::tr("Skipped");
    }
    Q_UNREACHABLE_RETURN({});
}

QString lowered(const QString &text)
{
    return text.isEmpty() ? text : text.first(1).toLower() + text.sliced(1);
}

QString spoken(workspace::State state, const QString &reason)
{
    return reason.isEmpty() ? word(state) : Text::tr("%1, %2").arg(word(state), reason);
}

} // namespace slipway::words
