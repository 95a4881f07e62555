// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compose/pin.h"
#include "core/updates/outside.h"
#include "core/updates/subject.h"

#include <QCoroTask>
#include <QDateTime>

#include <stop_token>

namespace slipway::updates
{

/// A judgement with the edits that carry it out.
struct Verdict
{
    Judgement judgement;
    QList<compose::TextEdit> edits = {};

    bool operator==(const Verdict &) const = default;
};

/// Judges one subject, or all whose tag stands in the same variable and which therefore move together: they take the
/// newest value that every one of them accepts. A verdict for each, in order. Only Cancelled is an Error; what a
/// registry refuses is a verdict of its own.
[[nodiscard]] QCoro::Task<Result<QList<Verdict>>> judgeTogether(QList<Subject> subjects, Outside outside,
                                                                std::stop_token stop);

/// The code for what a registry answered.
[[nodiscard]] Reason reasonOf(const Error &error);

} // namespace slipway::updates
