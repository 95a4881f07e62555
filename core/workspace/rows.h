// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/updates/run.h"
#include "core/updates/survey.h"
#include "core/workspace/deployments.h"

namespace slipway::workspace
{

/// Rows are made in steps, each from one kind of answer; a step that has no answer yet is left out.

/// A row for each service of each project, sorted by key, in state Checking: what the compose files alone say.
[[nodiscard]] QList<Row> rowsOf(const updates::Survey &survey);

/// The image of each service of each project.
[[nodiscard]] Images imagesOf(const updates::Survey &survey);

/// What is known of the same rows from before, as long as nothing newer is: a row whose image is still the same keeps
/// all that was found out about it.
void keepKnown(QList<Row> &rows, const QList<Row> &known);

/// The judgements of a plan, as found at that time.
void addJudgements(QList<Row> &rows, const updates::Plan &plan, const QDateTime &now);

/// Which rows the pull requests carry that are open or were merged lately; what was closed changed nothing.
void addPullRequests(QList<Row> &rows, const QList<PullRequest> &pullRequests);

/// Whether a workflow opens the pull requests of a row, as the names of the repository's files and its owner tell.
void addAutomation(QList<Row> &rows, bool hasWorkflow, const QString &owner);

/// Where each row stands: the first that holds, from what needs a person most.
void setStates(QList<Row> &rows, const QList<PullRequest> &pullRequests, const QSet<RowKey> &deploying);

/// Nobody asks for them any more, but for that service: they are not being checked, and were not.
void endChecking(QList<Row> &rows, const QString &asked = {});

/// Whether a pull request changes something of a service.
[[nodiscard]] bool carries(const PullRequest &pullRequest, const QString &service);

/// Whether a pull request can be merged as it is.
[[nodiscard]] bool isReady(const PullRequest &pullRequest);

} // namespace slipway::workspace
