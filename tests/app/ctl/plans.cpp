// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ctl/plans.h"

using namespace Qt::StringLiterals;

namespace slipway::test
{

using updates::Outcome;
using updates::PlannedReference;
using updates::Reason;

Digest digest(const QString &beginning)
{
    const QString text = u"sha256:"_s + beginning.repeated(64).first(64);
    return Digest::parse(text).value();
}

PlannedReference reference(const QString &service, const QString &image, int line)
{
    PlannedReference reference;
    reference.use.file = u"compose.yaml"_s;
    reference.use.line = line;
    reference.use.column = 12;
    reference.use.path = u"/services/"_s + service + u"/image"_s;
    reference.use.services = {service};
    reference.use.text = image;
    if (const auto parsed = ImageReference::parse(image))
        reference.use.image = *parsed;
    return reference;
}

PlannedReference judged(PlannedReference reference, Outcome outcome, std::optional<Reason> reason, const QString &why)
{
    reference.judgement = updates::Judgement{.outcome = outcome, .reason = reason, .why = why};
    return reference;
}

PlannedReference updated(PlannedReference reference, const QString &tag, const QString &why)
{
    reference = judged(std::move(reference), Outcome::Update, {}, why);
    auto &judgement = *reference.judgement;
    const auto old = reference.use.image ? reference.use.image->tag.value_or(QString{}) : QString{};
    judgement.newest = tag;
    judgement.candidate = updates::Candidate{tag, digest(u"7e5e913a"_s)};
    judgement.edits = {{reference.use.file, reference.use.line, old, tag}};
    return reference;
}

updates::Plan variedPlan()
{
    updates::Plan plan;
    plan.files = {u"compose.yaml"_s, u".env"_s};

    auto api = updated(reference(u"api"_s, u"ghcr.io/acme/api:1.4.2"_s, 3), u"1.5.0"_s,
                       u"1.5.0 is the newest 1.x. 2.0.0 is a major version, and the policy allows minor ones."_s);
    api.judgement->reason = Reason::Level;
    api.judgement->newest = u"2.0.0"_s;
    api.judgement->skipped = {{u"2.0.0"_s, Reason::Level}};
    api.judgement->risks = {updates::Risk::PlatformDropped, updates::Risk::StaleComment};
    api.judgement->source = updates::Source{
        .url = u"https://github.com/acme/api"_s,
        .from = u"3f0c2ab"_s,
        .to = u"7d11e0c"_s,
        .compare = u"https://github.com/acme/api/compare/3f0c2ab...7d11e0c"_s,
    };

    auto web = updated(reference(u"web"_s, u"ghcr.io/acme/web:latest@"_s + digest(u"d5803231"_s).text(), 5),
                       u"latest"_s, u"latest was built again on 2026-03-02."_s);
    web.judgement->newest = {};

    auto migrate = judged(reference(u"api"_s, u"ghcr.io/acme/migrate:1.5.0"_s, 8), Outcome::Current, {},
                          u"1.5.0 is the newest 1.x."_s);
    migrate.use.kind = compose::Kind::Hook;
    migrate.judgement->newest = u"1.5.0"_s;

    auto db = judged(reference(u"db"_s, u"postgres:16.4-alpine"_s, 11), Outcome::Held, Reason::Level,
                     u"17.0-alpine is a major version, and the policy allows minor ones."_s);
    db.judgement->newest = u"17.0-alpine"_s;
    db.judgement->skipped = {{u"17.0-alpine"_s, Reason::Level}};

    auto worker =
        judged(reference(u"worker"_s, u"ghcr.io/acme/worker:${WORKER_TAG}"_s, 14), Outcome::Refused,
               Reason::VariableUnset, u"WORKER_TAG has no value in .env and no default. Add WORKER_TAG=… to .env."_s);
    worker.use.via = compose::Via::Unset;
    worker.use.image = {};

    auto cache = judged(reference(u"cache"_s, u"redis:7.4.1"_s, 17), Outcome::Error, Reason::RegistryRateLimited,
                        u"docker.io wants no more requests before 15:10."_s);

    auto fragment = judged(reference(u"x"_s, u"busybox:1.36"_s, 20), Outcome::Refused, Reason::Unused,
                           u"No service uses this fragment."_s);
    fragment.use.path = u"/x-base/image"_s;
    fragment.use.services = {};

    plan.references = {api, web, migrate, db, worker, cache, fragment};
    plan.diff = u"--- a/compose.yaml\n+++ b/compose.yaml\n@@ -1,6 +1,6 @@\n services:\n   api:\n"
                "-    image: ghcr.io/acme/api:1.4.2 # 1.4.2\n+    image: ghcr.io/acme/api:1.5.0 # 1.4.2\n   web:\n"
                "-    image: ghcr.io/acme/web:latest@%1\n+    image: ghcr.io/acme/web:latest@%2\n"_s.arg(
                    digest(u"d5803231"_s).text(), digest(u"7e5e913a"_s).text());
    return plan;
}

} // namespace slipway::test
