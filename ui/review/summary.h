// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/preview.h"
#include "core/workspace/state.h"
#include "ui/review/changes.h"

/// What the page of a change says, in sentences.
namespace slipway::review
{

/// A thing to know before merging, with its tint.
struct FactLine
{
    enum class Tone { Good, Running, Attention, Bad, Plain };

    Tone tone = Tone::Plain;
    QString title;
    QString detail;

    bool operator==(const FactLine &) const = default;
};

/// What to know first, where there is something: "Two things to know before you merge".
struct Warning
{
    QString title;
    QString text;

    bool operator==(const Warning &) const = default;
};

struct Summary
{
    QString title;
    QString where;     ///< behind the number: "opened by slipway-bot 14 min ago", "not opened yet"
    QString branch;    ///< "slipway/image/queue → main"
    QString chip;      ///< "Ready to merge"
    QString text = {}; ///< empty where there is a warning
    std::optional<Warning> warning = {};
    QList<FactLine> facts = {};

    bool operator==(const Summary &) const = default;
};

/// Needs the preview for what depends on its lines; without one, those sentences are left out.
[[nodiscard]] Summary summaryOf(const Change &change, const workspace::Snapshot &snapshot,
                                const std::optional<workspace::Preview> &preview, const QDateTime &now);

/// "One line changes in each of 2 files.", "3 lines change in docker-compose.yml."
[[nodiscard]] QString linesSentence(const QList<workspace::FilePreview> &files);

} // namespace slipway::review
