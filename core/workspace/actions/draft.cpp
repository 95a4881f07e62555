// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/actions/draft.h"

#include "core/updates/pullmarker.h"
#include "core/updates/run.h"
#include "core/updates/survey.h"
#include "core/workspace/actions/base.h"
#include "core/workspace/actions/drafting.h"
#include "core/workspace/actions/opening.h"
#include "core/workspace/answers.h"
#include "core/workspace/comparing.h"
#include "core/workspace/rows.h"
#include "core/workspace/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

QList<PullRequest> openOnes(const QList<github::UpdatePull> &answer)
{
    QList<PullRequest> open;
    for (const auto &each : answer) {
        if (each.pull.state == github::PullRequest::State::Open)
            open.append(pullRequestOf(each));
    }
    return open;
}

/// What the open pull request updates may have gone from the files since.
QCoro::Task<Result<QStringList>> stillThere(QStringList services, Base base)
{
    const auto survey =
        co_await updates::surveyAside({.source = updates::repositoryReader(base.files)}, updates::Keep::NamesOnly);
    if (!survey)
        co_return failure(survey.error());
    QSet<QString> known;
    const auto images = imagesOf(*survey);
    for (auto image = images.cbegin(); image != images.cend(); ++image)
        known.insert(image.key().service);
    QStringList there;
    std::ranges::copy_if(services, std::back_inserter(there),
                         [&](const QString &each) { return known.contains(each); });
    co_return there.isEmpty() ? services : there;
}

/// Why none of the references gets an update.
Error nothingToUpdate(const updates::Plan &plan)
{
    for (const auto &reference : plan.references) {
        if (reference.judgement && reference.judgement->outcome != updates::Outcome::Current)
            return {.kind = Error::Kind::InvalidInput, .message = reference.judgement->why};
    }
    for (const auto &problem : plan.problems) {
        if (problem.severity == Problem::Severity::Error)
            return {.kind = Error::Kind::InvalidInput, .message = problem.message};
    }
    return {.kind = Error::Kind::InvalidInput, .message = Text::tr("There is nothing newer to update to.")};
}

Error allLeftOut(const Drafting &choice)
{
    const auto &[key, number] = choice.leftOut.first();
    return {.kind = Error::Kind::InvalidInput,
            .message = choice.leftOut.size() == 1
                           ? Text::tr("%1 has #%2; it is updated there.").arg(key.service).arg(number)
                           : Text::tr("All of them have a pull request; they are updated there.")};
}

/// The files as they would be after a plan; nothing if it changes none.
Result<updates::RepositoryFilesPointer> after(const updates::RepositoryFilesPointer &files,
                                              const updates::PreparedPlan &plan)
{
    QMap<QString, QByteArray> bytes;
    for (const auto &unit : plan.changes) {
        for (const auto &change : unit)
            bytes.insert(updates::targetOf(*files, change.name), change.after);
    }
    if (bytes.isEmpty())
        return failure(nothingToUpdate(plan.plan));
    return withBytes(files, bytes);
}

QCoro::Task<Result<updates::PreparedPlan>> planFor(ReachPointer reach, registry::Client *client, Base base,
                                                   QStringList services, std::stop_token stop)
{
    const auto now = reach->clock().now();
    const updates::Outside outside{
        .client = client,
        .now = now,
        .firstSeen = [reach, now](const ImageRepository &repository,
                                  const Digest &digest) { return reach->state().firstSeen(repository, digest, now); },
    };
    const updates::Scope scope{.source = updates::repositoryReader(base.files), .services = services};
    const auto planned = co_await updates::plan(scope, outside, stop);
    co_return planned;
}

Result<Draft> draftOf(const Compared &made, const Drafting &choice, const QList<RowKey> &keys, const Base &base)
{
    QList<updates::PullUpdate> told;
    Draft draft{.pullRequest = choice.pullRequest,
                .branch = choice.branch.text(),
                .into = base.branch.text(),
                .preview = made.preview,
                .leftOut = choice.leftOut};
    for (const auto &update : made.updates) {
        told.append(update.told);
        draft.markers.append(updates::markerLine(updates::UpdateMarker{
            .service = update.told.service, .from = update.told.from, .to = update.told.to, .base = base.commit.id}));
    }
    const auto text = updates::pullTextFor(told, static_cast<int>(made.preview.files.size()));
    if (!text)
        return failure(text.error());
    draft.title = text->title;
    draft.text = text->body;
    draft.labels = text->labels;
    std::ranges::copy_if(keys, std::back_inserter(draft.services),
                         [&](const RowKey &key) { return choice.services.contains(key.service); });
    return draft;
}

/// Of one that is open, what people made of its labels counts; but a major version is said, and a try that was
/// interrupted before it had its labels is made good.
QStringList labelsWith(const QStringList &open, const Draft &draft, Reach &reach)
{
    auto labels = open;
    const auto add = [&labels](const QString &label) {
        if (!labels.contains(label, Qt::CaseInsensitive))
            labels.append(label);
    };
    if (draft.labels.contains(u"major"_s))
        add(u"major"_s);
    const auto begun = reach.state().begun(reach.id());
    for (const auto &each : begun) {
        const auto opening = openingFrom(each.what);
        if (each.kind == QLatin1StringView(openingKind) && opening && opening->branch == draft.branch)
            std::ranges::for_each(opening->labels, add);
    }
    return labels;
}

/// What people wrote into the open pull request stays, as long as it makes the same updates; its labels always do.
void keepWritten(Draft &draft, const QList<github::UpdatePull> &pulls, Reach &reach)
{
    const auto open = std::ranges::find_if(
        pulls, [&](const github::UpdatePull &each) { return each.pull.number.value == draft.pullRequest; });
    if (open == pulls.end())
        return;
    const auto updatesIn = [](const QString &body) {
        QMap<QString, std::pair<updates::PinnedTag, updates::PinnedTag>> services;
        const auto markers = updates::readMarkers(body);
        for (const auto &marker : markers.updates)
            services.insert(marker.service, {marker.from, marker.to});
        return services;
    };
    draft.titleBefore = open->pull.title;
    draft.bodyBefore = open->pull.body;
    draft.labels = labelsWith(open->pull.labels, draft, reach);
    if (updatesIn(open->pull.body) != updatesIn(draft.markers.join(u'\n')))
        return;
    draft.title = open->pull.title;
    draft.text = updates::withoutMarkers(open->pull.body).replace("\r\n"_L1, "\n"_L1); // as GitHub's editor ends lines
}

} // namespace

QCoro::Task<Result<Draft>> draftUpdate(ReachPointer reach, QList<RowKey> services, std::stop_token stop)
{
    auto asking = askOurPulls(reach, stop);
    const auto base = co_await askBase(reach, stop);
    const auto pulls = co_await asking;
    if (!base || !pulls)
        co_return failure(!base ? base.error() : pulls.error());
    auto choice = choose(services, openOnes(*pulls));
    if (choice.services.isEmpty())
        co_return failure(allLeftOut(choice));
    if (const auto objection = goesElsewhere(*pulls, choice.branch, base->branch))
        co_return failure(*objection);
    if (choice.pullRequest > 0) {
        const auto there = co_await stillThere(choice.services, *base);
        if (!there)
            co_return failure(there.error());
        choice.services = *there;
    }
    const auto client = reach->registries(); // what the plan asks is not asked again
    const auto planned = co_await planFor(reach, client.get(), *base, choice.services, stop);
    if (!planned)
        co_return failure(planned.error());
    const auto changed = after(base->files, *planned);
    if (!changed)
        co_return failure(changed.error());
    const Difference difference{.before = base->files, .after = *changed};
    const auto made =
        co_await compared(reach, client.get(), difference, base->branch.text(), base->commit.id.text(), stop);
    if (!made)
        co_return failure(made.error());
    auto draft = draftOf(*made, choice, services, *base);
    if (draft)
        keepWritten(*draft, *pulls, *reach);
    co_return draft;
}

} // namespace slipway::workspace
