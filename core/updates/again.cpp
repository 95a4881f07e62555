// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/run.h"
#include "core/updates/text.h"

#include "core/updates/prepared.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::updates
{
namespace
{

/// A planned update and the site where it still stands.
struct Repeated
{
    compose::Site site;
    Judgement judgement;

    [[nodiscard]] const ImageRepository &repository() const { return site.use.image->repository; }
    [[nodiscard]] const Candidate &candidate() const { return *judgement.candidate; }
};

Error moved(const QString &message)
{
    return {.kind = Error::Kind::Conflict,
            .message = message,
            .remedy = Text::tr("Nothing was written. Make the plan again, and read it again.")};
}

QString spot(const compose::ImageUse &use)
{
    return Text::tr("%1 line %2").arg(use.file).arg(use.line);
}

Result<QList<Repeated>> repeatedUpdates(const Survey &survey, const Plan &read)
{
    QList<Repeated> updates;
    for (const auto &reference : read.references) {
        if (!reference.judgement || reference.judgement->outcome != Outcome::Update)
            continue;
        const auto &use = reference.use;
        const auto site = std::ranges::find_if(survey.sites, [&](const compose::Site &each) {
            return each.use.file == use.file && each.use.path == use.path && each.use.line == use.line &&
                   each.use.column == use.column;
        });
        if (!reference.judgement->candidate || site == survey.sites.end() || site->use.text != use.text ||
            site->use.image != use.image || !use.image)
            return failure(moved(Text::tr("%1 is not as it was when the plan was made.").arg(spot(use))));
        updates.append({.site = *site, .judgement = *reference.judgement});
    }
    return updates;
}

/// Whether the tag still leads to the planned digest: as its own, or as that of one of its platforms.
QCoro::Task<Result<>> checkDigest(Repeated update, registry::Client *client, std::stop_token stop)
{
    const auto digest = update.candidate().digest;
    const auto tag = update.candidate().tag;
    const auto manifest = co_await client->manifest(update.repository(), tag, stop);
    if (!manifest && manifest.error().kind != Error::Kind::NotFound)
        co_return failure(manifest.error());
    const auto isThere =
        manifest && (manifest->digest == digest ||
                     std::ranges::contains(manifest->children, digest, &registry::Manifest::Child::digest));
    if (!isThere)
        co_return failure(
            moved(Text::tr("The tag %1 of %2 has moved since the plan was made.").arg(tag, text(update.repository()))));
    if (manifest->digest == digest)
        co_return Result<>{};
    const auto child =
        co_await client->manifest(update.repository(), digest.text(), stop); // what is written was fetched and hashed
    co_return child.transform([](const registry::Manifest &) {});
}

bool mentions(const QList<ShownEdit> &edits, const QString &text)
{
    return std::ranges::any_of(edits, [&](const ShownEdit &edit) { return edit.after.contains(text); });
}

Result<QList<compose::TextEdit>> editsAgain(const Repeated &update)
{
    const auto &image = *update.site.use.image;
    const auto &edits = update.judgement.edits;
    const auto keepsNoTag = !image.tag && image.digest && !mentions(edits, update.candidate().tag);
    const auto writesDigest = mentions(edits, update.candidate().digest.text());
    const auto again = compose::pinEdits(update.site, keepsNoTag ? std::nullopt : std::optional{update.candidate().tag},
                                         writesDigest ? std::optional{update.candidate().digest} : std::nullopt);
    if (!again || shownEdits(*again) != edits)
        return failure(
            moved(Text::tr("The change of %1 cannot be made as it was planned.").arg(spot(update.site.use))));
    return *again;
}

} // namespace

QCoro::Task<Result<PreparedPlan>> prepareAgain(Scope scope, Plan read, Outside outside, std::stop_token stop)
{
    scope.files = read.arguments;
    const auto found = co_await surveyAside(scope, Keep::Places);
    if (!found)
        co_return failure(found.error());
    const auto updates = repeatedUpdates(*found, read);
    if (!updates)
        co_return failure(updates.error());

    std::vector<QCoro::Task<Result<>>> checks;
    QList<ImageRepository> repositories;
    for (const auto &update : *updates)
        repositories.append(update.repository());
    outside.client->expect(repositories);
    for (const auto &update : *updates)
        checks.push_back(checkDigest(update, outside.client, stop));
    Result<> checked;
    for (auto &check : checks) {
        const auto done = co_await check;
        if (!done && checked)
            checked = done;
    }
    if (!checked)
        co_return failure(checked.error());

    QList<compose::TextEdit> edits;
    for (const auto &update : *updates) {
        const auto again = editsAgain(update);
        if (!again)
            co_return failure(again.error());
        edits += *again;
    }
    const auto diff = read.diff;
    read.problems.clear();
    auto made = prepared(std::move(read), *found, edits, scope.source);
    if (made.plan.diff != diff)
        co_return failure(
            moved(Text::tr("The files are not as they were when the plan was made: the diff would be another one.")));
    co_return made;
}

} // namespace slipway::updates
