// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/demo.h"

#include "core/simulator/faults.h"

/// What can befall the demo's GitHub and its registries.
namespace slipway::desktop::tour
{

[[nodiscard]] Demo::Edit nobodyAnswers();                      ///< every connection is reset
[[nodiscard]] Demo::Edit registriesAreSilent();                ///< they take a question, and say nothing
[[nodiscard]] Demo::Edit tokenIsRefused();                     ///< GitHub takes it no more
[[nodiscard]] Demo::Edit gitHubAsksToWait();                   ///< half an hour, whatever it is asked
[[nodiscard]] Demo::Edit writesGoWrong(simulator::Fault with); ///< reading still works
[[nodiscard]] Demo::Edit allIsWell();

[[nodiscard]] Demo::Edit baseMoves();        ///< a person pushes to main
[[nodiscard]] Demo::Edit composeFileMoves(); ///< the same, to the file that most updates change
[[nodiscard]] Demo::Edit composeFilesGo();   ///< main has none any more
[[nodiscard]] Demo::Edit nothingIsNewer();   ///< one service, the newest of it, and no open pull request
[[nodiscard]] Demo::Edit filesNeedAPerson(); ///< a tag without a value, and a policy that two services share
[[nodiscard]] Demo::Edit charactersHide();   ///< in what #217 changes
[[nodiscard]] Demo::Edit namesAreHostile(); ///< markup, `&`, right-to-left marks, 300 characters, wherever people write
[[nodiscard]] Demo::Edit tokenMayLittle(const QString &token); ///< one more token, with a scope too few

} // namespace slipway::desktop::tour
