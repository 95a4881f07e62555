// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/acts.h"
#include "app/desktop/tour/trouble.h"

#include "ui/diff/renewal.h"
#include "ui/feedback/confirm.h"
#include "ui/feedback/messagebar.h"
#include "ui/images/imagesscreen.h"
#include "ui/pullrequest/pullrequestscreen.h"
#include "ui/review/reviewscreen.h"
#include "ui/window/commands.h"

#include <QAction>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace slipway::desktop::tour
{
namespace
{

using diffview::Renewal;
using pullrequest::PullRequestScreen;

std::function<void(Stage &)> review(int pullRequest)
{
    return [pullRequest](Stage &stage) {
        stage.go(u"review"_s);
        stage.review().choosePullRequest(pullRequest);
    };
}

std::function<void(Stage &)> run(const QString &action)
{
    return [action](Stage &stage) { stage.review().findChild<QAction *>(action)->trigger(); };
}

QPushButton *showDifference(Stage &stage)
{
    return stage.button(Renewal::tr("Show difference"));
}

Act reading()
{
    return {
        .begin = [](Stage &stage) { stage.openWorkspace(); },
        .scenes =
            {
                {u"review-ready"_s, review(220)},
                {u"review-blocked"_s, review(217)},
                {u"review-progress"_s, review(221)},
                {u"review-merged"_s, review(219)},
                {u"review-close"_s,
                 [](Stage &stage) {
                     review(220)(stage);
                     run(u"review.close"_s)(stage);
                 }},
                {u"review-side-by-side"_s,
                 [](Stage &stage) {
                     review(217)(stage);
                     run(u"diff.sideBySide"_s)(stage);
                 }},
                {u"review-whole-digests"_s, run(u"diff.whole"_s)}, // long lines wrap
                {u"review-find"_s,
                 [](Stage &stage) {
                     run(u"diff.whole"_s)(stage);
                     run(u"diff.unified"_s)(stage);
                     run(u"diff.find"_s)(stage);
                 }},
                {u"review-behind"_s, [](Stage &stage) { stage.review().choose(rowOf(u"google-drive"_s)); }},
                {u"review-moved"_s,
                 [](Stage &stage) {
                     stage.demo().change(composeFileMoves());
                     stage.checkNow();
                 },
                 [](Stage &stage) { return stage.isSettled() && showDifference(stage); }},
                {u"review-difference"_s, [](Stage &stage) { showDifference(stage)->click(); },
                 [](Stage &stage) { return stage.button(Renewal::tr("Show new preview")) != nullptr; }},
                {u"review-failed"_s,
                 [](Stage &stage) {
                     stage.demo().change(nobodyAnswers());
                     review(221)(stage);
                     run(u"review.refresh"_s)(stage);
                 },
                 [](Stage &stage) { return stage.snapshot().offlineSince.isValid(); }},
            },
    };
}

void draft(Stage &stage, const QStringList &services)
{
    QList<workspace::RowKey> rows;
    for (const auto &service : services)
        rows.append(rowOf(service));
    stage.pullRequest().draftUpdate(rows);
    stage.program().window().open(&stage.pullRequest());
}

/// As soon as they stand there as one.
void draftOneForEach(Stage &stage, const QStringList &services)
{
    draft(stage, services);
    auto *each = stage.pullRequest().findChild<QAction *>(u"pull.each"_s);
    QObject::connect(each, &QAction::enabledChanged, each, &QAction::trigger,
                     static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
}

void send(Stage &stage)
{
    if (auto *button = stage.button(PullRequestScreen::tr("Create pull request")))
        button->click();
}

bool isSending(Stage &stage)
{
    return stage.button(PullRequestScreen::tr("Creating…"));
}

bool saysSo(Stage &stage)
{
    const auto *message = stage.pullRequest().findChild<feedback::MessageBar *>();
    const auto *button = stage.button(PullRequestScreen::tr("Create pull request"));
    return stage.isSettled() && message->isVisible() && button && button->isEnabled();
}

Act sending()
{
    return {
        .begin = [](Stage &stage) { stage.openWorkspace(); },
        .scenes =
            {
                {u"new-pull-request-each"_s,
                 [](Stage &stage) { draftOneForEach(stage, {u"google-drive"_s, u"queue"_s}); },
                 [](Stage &stage) {
                     return stage.isSettled() && stage.pullRequest().findChild<QAction *>(u"pull.skip"_s)->isVisible();
                 }},
                {u"new-pull-request-ready"_s,
                 [](Stage &stage) { draft(stage, {u"google-drive"_s, u"queue"_s, u"fogis-api-client"_s}); }},
                {u"new-pull-request-moved"_s,
                 [](Stage &stage) {
                     stage.demo().change(baseMoves());
                     stage.checkNow();
                 },
                 saysSo},
                {u"new-pull-request-difference"_s,
                 [](Stage &stage) {
                     stage.demo().change(composeFileMoves());
                     stage.checkNow();
                 },
                 [](Stage &stage) {
                     if (auto *button = showDifference(stage))
                         button->click();
                     return stage.isSettled() && stage.button(Renewal::tr("Show new preview"));
                 }},
                {u"new-pull-request-failed"_s,
                 [](Stage &stage) {
                     stage.demo().change(writesGoWrong(simulator::serverError()));
                     send(stage);
                 },
                 saysSo},
                {u"new-pull-request-opening"_s,
                 [](Stage &stage) {
                     stage.demo().change(allIsWell());
                     stage.demo().change(writesGoWrong({.manner = simulator::Fault::Manner::Silent}));
                     send(stage);
                 },
                 isSending},
                {u"new-pull-request-quitting"_s, [](Stage &stage) { stage.program().window().close(); },
                 [](Stage &stage) { return stage.program().window().findChild<feedback::ConfirmDialog *>(); }},
            },
    };
}

/// What was opened is shown with its toast.
Act opened()
{
    return {
        .begin = [](Stage &stage) { stage.openWorkspace(); },
        .scenes =
            {
                {u"review-opened"_s, [](Stage &stage) { draft(stage, {u"google-drive"_s, u"queue"_s}); },
                 [](Stage &stage) {
                     send(stage);
                     return stage.isSettled() && stage.snapshot().find(222) && !isSending(stage);
                 }},
                {u"new-pull-request-update"_s, run(u"review.edit"_s),
                 [](Stage &stage) { return stage.button(PullRequestScreen::tr("Update pull request")) != nullptr; }},
            },
    };
}

/// What only a person can edit leads to its file.
Act byHand()
{
    return {
        .begin =
            [](Stage &stage) {
                stage.demo().change(filesNeedAPerson());
                stage.openWorkspace();
            },
        .scenes =
            {
                {u"images-not-clear"_s, [](Stage &stage) { stage.images().select(rowOf(u"reverse-proxy"_s)); }},
                {u"new-pull-request-by-hand"_s,
                 [](Stage &stage) {
                     stage.pullRequest().draftPolicy(
                         {.service = u"google-drive"_s, .hold = config::Hold{config::HoldForever{}}});
                     stage.program().window().open(&stage.pullRequest());
                 },
                 [](Stage &stage) { return stage.button(feedback::MessageBar::tr("Open file")) != nullptr; }},
            },
    };
}

Act strange()
{
    return {
        .begin =
            [](Stage &stage) {
                stage.demo().change(charactersHide());
                stage.demo().change(namesAreHostile());
                stage.openWorkspace();
            },
        .scenes =
            {
                {u"images-hostile"_s, [](Stage &stage) { stage.images().select(rowOf(u"fogis-api-client"_s)); }},
                {u"images-hostile-failed"_s, [](Stage &stage) { stage.images().select(rowOf(u"calendar-sync"_s)); }},
                {u"review-hidden"_s, review(217)},
                {u"new-pull-request-hostile"_s, [](Stage &stage) { draft(stage, {u"google-drive"_s, u"queue"_s}); }},
                {u"palette-hostile"_s, [](Stage &stage) { stage.program().window().openPalette(); }},
            },
    };
}

} // namespace

QList<Act> reviewActs()
{
    return {reading(), sending(), opened(), byHand(), strange()};
}

} // namespace slipway::desktop::tour
