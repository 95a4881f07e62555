// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/acts.h"
#include "app/desktop/tour/trouble.h"

#include "ui/images/imagesscreen.h"
#include "ui/images/overviewpage.h"
#include "ui/images/releasenotes.h"
#include "ui/pullrequest/pullrequestscreen.h"

#include <QTabBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::desktop::tour
{
namespace
{

using images::Deed;

std::function<void(Stage &)> select(const QString &service)
{
    return [service](Stage &stage) { stage.images().select(rowOf(service)); };
}

std::function<void(Stage &)> openTab(int tab)
{
    return [tab](Stage &stage) {
        stage.images().select(rowOf(u"fogis-api-client"_s));
        stage.images().findChild<QTabBar *>()->setCurrentIndex(tab);
    };
}

std::function<void(Stage &)> ask(Deed deed)
{
    return [deed](Stage &stage) {
        stage.images().findChild<QTabBar *>()->setCurrentIndex(0);
        stage.images().select(rowOf(u"google-drive"_s));
        stage.images().deeds().of(deed)->trigger();
    };
}

std::function<void(Stage &)> suffer(const Demo::Edit &trouble)
{
    return [trouble](Stage &stage) {
        stage.demo().change(trouble);
        stage.checkNow();
    };
}

void tick(Stage &stage, const QStringList &services)
{
    for (const auto &service : services) {
        stage.images().select(rowOf(service));
        stage.images().deeds().of(Deed::Tick)->trigger();
    }
}

/// In a narrow window it lies over the table, and closes whenever the window gets narrow.
bool opensPane(Stage &stage)
{
    auto *toggle = stage.images().deeds().of(Deed::TogglePane);
    if (!toggle->isChecked())
        toggle->trigger();
    return stage.isSettled();
}

/// At the end of the pane.
bool showsNotes(Stage &stage)
{
    auto *notes = stage.images().findChild<images::ReleaseNotes *>();
    stage.images().findChild<images::OverviewPage *>()->ensureWidgetVisible(notes, 0, 0);
    return notes->isVisible();
}

bool closesPane(Stage &stage)
{
    auto *toggle = stage.images().deeds().of(Deed::TogglePane);
    if (toggle->isChecked())
        toggle->trigger();
    return stage.isSettled();
}

Act usual()
{
    return {
        .begin = [](Stage &stage) { stage.openWorkspace(); },
        .scenes =
            {
                {u"images-failed"_s, select(u"calendar-sync"_s)},
                {u"images-ready"_s, select(u"fogis-api-client"_s)},
                {u"images-blocked"_s, select(u"match-processor"_s)},
                {u"images-unknown"_s, select(u"logs"_s)},
                {u"images-versions"_s, openTab(1), opensPane},
                {u"images-labels"_s, openTab(2), opensPane},
                {u"policy-hold"_s, ask(Deed::Hold)},
                {u"policy-ignore"_s, ask(Deed::Ignore)},
                {u"policy-pin"_s, ask(Deed::Pin)},
                {u"policy-level"_s, ask(Deed::Level)},
                {u"images-pane"_s, select(u"fogis-api-client"_s), opensPane},
                {u"images-notes"_s, [](Stage &) {}, [](Stage &stage) { return opensPane(stage) && showsNotes(stage); }},
                {u"images-no-pane"_s, [](Stage &) {}, closesPane},
                {u"images-ticked"_s, [](Stage &stage) { tick(stage, {u"google-drive"_s, u"queue"_s}); }},
                {u"images-filtered"_s,
                 [](Stage &stage) {
                     stage.images().deeds().of(Deed::Untick)->trigger();
                     stage.images().setFilter(u"status:failed tag:2"_s);
                 }},
                {u"images-offline"_s,
                 [](Stage &stage) {
                     stage.images().setFilter({});
                     stage.images().select(rowOf(u"fogis-api-client"_s));
                     suffer(nobodyAnswers())(stage);
                 },
                 [](Stage &stage) { return opensPane(stage) && stage.snapshot().offlineSince.isValid(); }},
                {u"images-refused"_s,
                 [](Stage &stage) {
                     stage.demo().change(allIsWell());
                     suffer(tokenIsRefused())(stage);
                 },
                 [](Stage &stage) {
                     return stage.isSettled() && stage.snapshot().problem && !stage.snapshot().offlineSince.isValid();
                 }},
                {u"images-waiting"_s,
                 [](Stage &stage) {
                     stage.images().select(rowOf(u"queue"_s));
                     stage.demo().change(allIsWell());
                     suffer(gitHubAsksToWait())(stage);
                 },
                 [](Stage &stage) {
                     return stage.isSettled() && stage.snapshot().problem &&
                            stage.snapshot().problem->kind == Error::Kind::RateLimited;
                 }},
            },
    };
}

/// Acts whose world is another one from the start.
Act from(const Demo::Edit &world, const QList<Scene> &scenes)
{
    return {.begin =
                [world](Stage &stage) {
                    stage.demo().change(world);
                    stage.openWorkspace();
                },
            .scenes = scenes};
}

/// GitHub has said what it knows, so that nothing changes any more.
bool isChecking(Stage &stage)
{
    return !stage.snapshot().rows.isEmpty() && !stage.snapshot().pullRequests.isEmpty();
}

Act checking()
{
    const auto cancel = [](Stage &stage) { stage.program().session()->workspace().cancel(); };
    const auto hasEnded = [](Stage &stage) { return !stage.program().session()->workspace().isRefreshing(); };
    auto act = from(registriesAreSilent(), {{u"images-checking"_s, [](Stage &) {}, isChecking},
                                            {u"images-not-checked"_s, cancel, hasEnded}}); // the pane goes on asking
    act.isReady = isChecking;
    return act;
}

bool isProposed(Stage &stage)
{
    return stage.isSettled() && std::ranges::any_of(stage.snapshot().pullRequests, [](const auto &pull) {
               return pull.policyServices.contains(u"google-drive"_s);
           });
}

/// The hold is proposed and sent; its toast offers to undo it.
Act proposing()
{
    return {
        .begin = [](Stage &stage) { stage.openWorkspace(); },
        .scenes =
            {
                {u"new-pull-request-policy"_s,
                 [](Stage &stage) {
                     stage.pullRequest().draftPolicy(
                         {.service = u"google-drive"_s,
                          .hold = config::Hold{stage.program().session()->now().date().addDays(7)}});
                     stage.program().window().open(&stage.pullRequest());
                 }},
                {u"images-proposed"_s,
                 [](Stage &stage) {
                     if (auto *send = stage.button(pullrequest::PullRequestScreen::tr("Create pull request")))
                         send->click();
                 },
                 [](Stage &stage) {
                     if (stage.button(pullrequest::PullRequestScreen::tr("Creating…")) || !isProposed(stage))
                         return false;
                     stage.go(u"images"_s);
                     stage.images().select(rowOf(u"google-drive"_s));
                     return stage.isSettled();
                 }},
            },
    };
}

} // namespace

QList<Act> imagesActs()
{
    return {
        checking(),
        usual(),
        from(composeFilesGo(), {{u"images-empty"_s, [](Stage &) {}}}),
        from(nothingIsNewer(),
             {{u"images-current"_s, [](Stage &stage) { stage.images().choose(images::View::NeedsUpdate); }},
              {u"review-nothing"_s, [](Stage &stage) { stage.go(u"review"_s); }}}),
        proposing(),
    };
}

} // namespace slipway::desktop::tour
