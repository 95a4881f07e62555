// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/json.h"

#include "app/ctl/jsontext.h"

using namespace Qt::StringLiterals;

namespace slipway::ctl
{
namespace
{

using updates::Judgement;
using updates::Outcome;
using updates::Plan;
using updates::PlannedReference;

void writeTexts(JsonText &json, const QStringList &texts)
{
    json.list(texts, [&](const QString &text) { json.text(text); });
}

void writeImage(JsonText &json, const std::optional<ImageReference> &image)
{
    if (!image)
        return json.null();
    json.object([&] {
        json.key(u"registry").text(image->repository.registry);
        json.key(u"repository").text(image->repository.path);
        json.key(u"tag");
        image->tag ? json.text(*image->tag) : json.null();
        json.key(u"digest");
        image->digest ? json.text(image->digest->text()) : json.null();
    });
}

void writeUse(JsonText &json, const compose::ImageUse &use)
{
    json.key(u"file").text(use.file);
    json.key(u"line").number(use.line);
    json.key(u"column").number(use.column);
    json.key(u"path").text(use.path);
    json.key(u"kind").text(code(use.kind));
    writeTexts(json.key(u"services"), use.services);
    json.key(u"style").text(compose::code(use.style));
    json.key(u"anchor").boolean(use.anchor);
    json.key(u"via").text(code(use.via));
    json.key(u"text").text(use.text);
    writeImage(json.key(u"image"), use.image);
}

void writeSkipped(JsonText &json, const updates::Skipped &skipped)
{
    json.object([&] {
        json.key(u"tag").text(skipped.tag);
        json.key(u"reason").text(code(skipped.reason));
    });
}

void writeCandidate(JsonText &json, const updates::Candidate &candidate)
{
    json.object([&] {
        json.key(u"tag").text(candidate.tag);
        json.key(u"digest").text(candidate.digest.text());
    });
}

void writeEdit(JsonText &json, const updates::ShownEdit &edit)
{
    json.object([&] {
        json.key(u"file").text(edit.file);
        json.key(u"line").number(edit.line);
        json.key(u"old").text(edit.before);
        json.key(u"new").text(edit.after);
    });
}

void writeSource(JsonText &json, const updates::Source &source)
{
    json.object([&] {
        json.key(u"url").text(source.url);
        if (!source.from.isEmpty())
            json.key(u"from").text(source.from);
        if (!source.to.isEmpty())
            json.key(u"to").text(source.to);
        if (!source.compare.isEmpty())
            json.key(u"compare").text(source.compare);
    });
}

void writeJudgement(JsonText &json, const Judgement &judgement)
{
    const bool wasCompared = judgement.outcome != Outcome::Refused && judgement.outcome != Outcome::Error;
    json.key(u"outcome").text(code(judgement.outcome));
    if (judgement.reason)
        json.key(u"reason").text(code(*judgement.reason));
    json.key(u"why").text(judgement.why);
    if (judgement.newest)
        json.key(u"newest").text(*judgement.newest);
    if (wasCompared || !judgement.skipped.isEmpty())
        json.key(u"skipped").list(judgement.skipped, [&](const auto &skipped) { writeSkipped(json, skipped); });
    if (judgement.candidate)
        writeCandidate(json.key(u"candidate"), *judgement.candidate);
    if (judgement.outcome == Outcome::Update)
        json.key(u"edits").list(judgement.edits, [&](const auto &edit) { writeEdit(json, edit); });
    if (wasCompared || !judgement.risks.isEmpty())
        json.key(u"risks").list(judgement.risks, [&](updates::Risk risk) { json.text(code(risk)); });
    if (judgement.source)
        writeSource(json.key(u"source"), *judgement.source);
}

void writeReference(JsonText &json, const PlannedReference &reference)
{
    json.object([&] {
        writeUse(json, reference.use);
        if (reference.judgement)
            writeJudgement(json, *reference.judgement);
    });
}

void writeProblem(JsonText &json, const Problem &problem)
{
    json.object([&] {
        json.key(u"file").text(problem.file);
        json.key(u"line");
        problem.line ? json.number(*problem.line) : json.null();
        json.key(u"column");
        problem.column ? json.number(*problem.column) : json.null();
        json.key(u"severity").text(problem.severity == Problem::Severity::Error ? u"error" : u"warning");
        json.key(u"code").text(problem.code);
        json.key(u"message").text(problem.message);
    });
}

void writeSummary(JsonText &json, const Plan &plan)
{
    json.object([&] {
        for (const auto outcome : {Outcome::Update, Outcome::Current, Outcome::Held, Outcome::Refused, Outcome::Error})
            json.key(code(outcome)).number(plan.count(outcome));
    });
}

void writeBase(JsonText &json, const updates::PlanBase &base)
{
    json.object([&] {
        json.key(u"repository").text(base.repository);
        json.key(u"ref").text(base.ref);
        json.key(u"commit").text(base.commit);
    });
}

void writePull(JsonText &json, const updates::PlanPull &pull)
{
    json.object([&] {
        writeTexts(json.key(u"services"), pull.services);
        json.key(u"number").number(pull.number);
        json.key(u"url").text(pull.url);
        json.key(u"branch").text(pull.branch);
        json.key(u"state").text(code(pull.state));
    });
}

} // namespace

QByteArray toJson(const QString &command, const Plan &plan)
{
    JsonText json;
    json.object([&] {
        json.key(u"format").number(1);
        json.key(u"command").text(command);
        if (plan.base)
            writeBase(json.key(u"base"), *plan.base);
        writeTexts(json.key(u"files"), plan.files);
        json.key(u"references").list(plan.references, [&](const auto &reference) { writeReference(json, reference); });
        json.key(u"problems").list(plan.problems, [&](const auto &problem) { writeProblem(json, problem); });
        if (command != "images"_L1) {
            if (!plan.arguments.isEmpty())
                writeTexts(json.key(u"arguments"), plan.arguments);
            writeSummary(json.key(u"summary"), plan);
            json.key(u"diff").text(plan.diff);
        }
        if (command == "apply"_L1)
            writeTexts(json.key(u"written"), plan.written);
        if (plan.pullRequests)
            json.key(u"pullRequests").list(*plan.pullRequests, [&](const auto &pull) { writePull(json, pull); });
    });
    auto text = json.taken();
    text += '\n';
    return text;
}

} // namespace slipway::ctl
