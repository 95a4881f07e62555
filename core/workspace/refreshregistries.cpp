// SPDX-License-Identifier: GPL-3.0-or-later
// What a refresh asks the registries.
#include "core/workspace/refreshrun.h"

#include "core/updates/repository.h"
#include "core/workspace/facts.h"
#include "core/workspace/rows.h"

#include <algorithm>
#include <vector>

namespace slipway::workspace
{

QCoro::Task<> RefreshRun::askRegistries(QStringList services)
{
    const auto client = m_reach->registries();
    std::vector<QCoro::Task<>> facts;
    const updates::Outside outside{
        .client = client.get(),
        .now = m_now,
        .progress = m_report.progress,
        .judged =
            [&](const updates::PlannedReference &reference) {
                judged(reference);
                for (const auto &owner : reference.owners)
                    facts.push_back(askFacts(client.get(), {.project = owner.project, .service = owner.service}));
                tellSoon();
            },
        .firstSeen = [this](const ImageRepository &repository,
                            const Digest &digest) { return m_reach->state().firstSeen(repository, digest, m_now); },
    };
    const auto source = updates::repositoryReader(m_learned.files);
    const auto planned = co_await updates::plan({.source = source, .services = services}, outside, m_stop);
    for (size_t i = 0; i < facts.size(); ++i) // none is added any more
        co_await facts.at(i);
    if (!planned) {
        fail(planned.error());
        co_return;
    }
    addJudgements(m_snapshot.rows, planned->plan, m_now); // also those that are refused without asking anyone
    if (services.isEmpty())
        m_snapshot.problems = planned->plan.problems;
}

void RefreshRun::judged(const updates::PlannedReference &reference)
{
    const updates::Plan one{.files = {}, .references = {reference}, .problems = {}, .diff = {}, .written = {}};
    addJudgements(m_snapshot.rows, one, m_now);
}

QCoro::Task<> RefreshRun::askFacts(registry::Client *client, RowKey key)
{
    const auto *row = m_snapshot.find(key);
    if (!row)
        co_return;
    const auto asked = *row;
    const auto facts = co_await factsOf(asked, client, m_now.date(), m_stop);
    const auto found = std::ranges::find(m_snapshot.rows, key, &Row::key);
    if (!facts || found == m_snapshot.rows.end())
        co_return;
    if (asked.judgement && asked.judgement->outcome != updates::Outcome::Error)
        addFacts(*found, *facts); // else what was known last stays
    tellSoon();
}

} // namespace slipway::workspace
