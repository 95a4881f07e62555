// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/updates/judge.h"
#include "core/updates/survey.h"

namespace slipway::updates
{

/// A site of a survey with what was made of it, by its index.
struct Judged
{
    qsizetype index;
    Subject subject;
    Verdict verdict;
};

/// Refuses each update that would change a variable of `.env` in a way that others do not go along with: another
/// reference that it feeds must get the very same edit, and a digest may come into nothing but image references that
/// get it too. What nobody takes from a registry may change its tag, not gain a digest.
void refuseConflicts(const Survey &survey, QList<Judged> &judged);

} // namespace slipway::updates
