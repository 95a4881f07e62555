// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/remote.h"

#include "app/ctl/network.h"
#include "app/ctl/text.h"
#include "core/registry/logins.h"
#include "core/store/cachefile.h"
#include "core/updates/repository.h"
#include "core/workspace/actions/draft.h"
#include "core/workspace/actions/openpull.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{
namespace
{

using workspace::RowKey;

std::shared_ptr<const Secret> secretOf(const QByteArray &text)
{
    const auto token = text.trimmed();
    return token.isEmpty() ? nullptr : std::make_shared<const Secret>(token);
}

/// GitHub's token: of the file, else SLIPWAY_TOKEN, else GH_TOKEN, which is for github.com alone.
Result<std::shared_ptr<const Secret>> tokenOf(const Context &context, const Options &options, const github::Host &host)
{
    if (!options.tokenFile.isEmpty()) {
        const auto read = registry::readTokenFile(QDir{context.folder}.absoluteFilePath(options.tokenFile));
        if (!read)
            return failure(read.error());
        return std::make_shared<const Secret>((*read)->secret.reveal());
    }
    const auto own = secretOf(context.environment.value(u"SLIPWAY_TOKEN"_s).toUtf8());
    const auto isEnterprise = host.isEnterprise;
    return own || isEnterprise ? own : secretOf(context.environment.value(u"GH_TOKEN"_s).toUtf8());
}

Result<workspace::ReachPointer> reachOf(const Context &context, const Options &options)
{
    const auto host = options.apiUrl.isEmpty() ? github::hostNamed(u"github.com") : github::hostAt(options.apiUrl);
    const auto repository = RepositoryId::parse(options.repository);
    auto settings = settingsOf(context, options);
    if (!host || !repository || !settings)
        return failure(!host ? host.error() : !repository ? repository.error() : settings.error());
    if (host->rest.scheme() == "http"_L1) // the person wrote it so
        settings->insecureHosts.append(host->rest.authority());
    const auto token = tokenOf(context, options, *host);
    if (!token)
        return failure(token.error());
    const auto branch = BranchName::parse(options.ref);
    workspace::Connection connection{.host = *host,
                                     .repository = *repository,
                                     .branch = branch ? std::optional(*branch) : std::nullopt,
                                     .token = *token,
                                     .network = *settings,
                                     .environment = context.environment};
    const workspace::Places places{.cache = options.noCache ? QString{} : store::cachePath(context.environment),
                                   .state = options.pullRequest ? store::statePath(context.environment) : QString{}};
    return std::make_shared<workspace::Reach>(std::move(connection), places, *context.clock);
}

QStringList updatedServices(const updates::Plan &plan)
{
    QStringList services;
    for (const auto &reference : plan.references) {
        if (reference.judgement && reference.judgement->outcome == updates::Outcome::Update)
            services += reference.use.services;
    }
    services.removeDuplicates();
    return services;
}

RowKey keyOf(const updates::Plan &plan, const QString &service)
{
    for (const auto &reference : plan.references) {
        for (const auto &owner : reference.owners) {
            if (owner.service == service)
                return {.project = owner.project, .service = owner.service};
        }
    }
    return {.project = {}, .service = service};
}

void addProblem(updates::Plan &plan, const QString &service, const Error &error)
{
    const auto sentences = error.remedy.isEmpty() ? error.message : QString{error.message + u' ' + error.remedy};
    plan.problems.append({.file = {},
                          .line = {},
                          .column = {},
                          .code = u"write-failed"_s,
                          .message = service.isEmpty() ? sentences : QString{service + u": "_s + sentences}});
}

Error moved(const updates::PlanBase &base)
{
    return {.kind = Error::Kind::Conflict,
            .message = Text::tr("%1 has moved since the plan was made, so nothing was sent.").arg(base.ref),
            .remedy = Text::tr("Start again.")};
}

updates::PlanPull::State stateOf(workspace::Opened::How how)
{
    switch (how) {
    case workspace::Opened::How::Created: return updates::PlanPull::State::Created;
    case workspace::Opened::How::Updated: return updates::PlanPull::State::Updated;
    case workspace::Opened::How::Unchanged: break;
    }
    return updates::PlanPull::State::Unchanged;
}

/// One pull request for these services; those that have one of their own are left for later.
QCoro::Task<Result<workspace::Draft>> sendOne(Context context, Remote remote, QList<RowKey> keys, updates::Plan *plan)
{
    const auto stop = context.stop;
    const auto draft = co_await workspace::draftUpdate(remote.reach, keys, stop);
    if (!draft)
        co_return failure(draft.error());
    if (draft->preview.baseCommit != remote.base.commit)
        co_return failure(moved(remote.base));
    const auto opened = co_await workspace::openPullRequest(remote.reach, *draft, stop);
    if (!opened)
        co_return failure(opened.error());
    if (opened->wasReadBefore)
        context.err->write(Text::tr("%1: this GitHub cannot guard a branch while it moves; it was read just before.\n")
                               .arg(draft->branch)
                               .toUtf8());
    updates::PlanPull pull{.services = {},
                           .number = opened->number,
                           .url = opened->url,
                           .branch = draft->branch,
                           .state = stateOf(opened->how)};
    for (const auto &update : draft->preview.updates)
        pull.services.append(update.key.service);
    plan->pullRequests->append(pull);
    co_return draft;
}

} // namespace

QCoro::Task<Result<Remote>> remoteOf(Context context, Options options)
{
    const auto reach = reachOf(context, options);
    if (!reach)
        co_return failure(reach.error());
    const auto api = (*reach)->github();
    const auto id = (*reach)->connection().repository;
    auto ref = options.ref;
    if (ref.isEmpty()) {
        const auto found = co_await github::findRepository(api, id, context.stop);
        if (!found)
            co_return failure(found.error());
        (*reach)->learned().repository = *found;
        ref = found->defaultBranch.text();
    }
    const auto commit = co_await github::readCommit(api, id, ref, context.stop);
    if (!commit)
        co_return failure(commit.error());
    const auto words = options.words;
    const auto files = co_await updates::readRepository(api, id, *commit, {}, words, context.stop);
    if (!files)
        co_return failure(files.error());
    (*reach)->learned().files = *files;
    co_return Remote{
        .reach = *reach,
        .base = {.repository = id.text(), .ref = ref, .commit = commit->id.text()},
        .scope = {.source = updates::repositoryReader(*files), .files = options.words, .services = options.services}};
}

QCoro::Task<updates::Plan> sent(Context context, Options options, Remote remote, updates::Plan plan)
{
    plan.pullRequests = QList<updates::PlanPull>{};
    auto waiting = updatedServices(plan);
    if (options.together && waiting.size() > 1) {
        QList<RowKey> keys;
        for (const auto &service : std::as_const(waiting))
            keys.append(keyOf(plan, service));
        const auto draft = co_await sendOne(context, remote, keys, &plan);
        if (draft) {
            for (const auto &pull : std::as_const(*plan.pullRequests))
                waiting.removeIf([&](const QString &service) { return pull.services.contains(service); });
        } else if (draft.error().kind != Error::Kind::InvalidInput) { // that is: each has one already
            addProblem(plan, {}, draft.error());
            co_return plan;
        }
    }
    while (!waiting.isEmpty()) {
        const auto service = waiting.takeFirst();
        const QList<RowKey> keys{keyOf(plan, service)};
        const auto draft = co_await sendOne(context, remote, keys, &plan);
        if (!draft)
            addProblem(plan, service, draft.error());
        else // what shares a text with it went with it
            waiting.removeIf([&](const QString &other) { return plan.pullRequests->last().services.contains(other); });
        if (context.stop.stop_requested())
            break;
    }
    co_return plan;
}

} // namespace slipway::ctl
