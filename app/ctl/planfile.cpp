// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/planfile.h"

#include "app/ctl/text.h"
#include "core/base/json.h"

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{
namespace
{

using compose::ImageUse;
using json::Value;
using updates::Judgement;
using updates::Outcome;
using updates::Plan;
using updates::Reason;
using updates::Risk;

Error noPlan(const QString &what)
{
    return {.kind = Error::Kind::InvalidInput, .message = Text::tr("This is no plan: %1.").arg(what)};
}

/// The value whose stable code stands there.
template<class Enum> Enum oneOf(const Value &in, Enum last)
{
    using compose::code, updates::code;
    return in.parsed([last](QStringView text) -> Result<Enum> {
        for (int i = 0; i <= static_cast<int>(last); ++i)
            if (code(static_cast<Enum>(i)) == text)
                return static_cast<Enum>(i);
        return failure(noPlan(Text::tr("“%1” is not one of the words that may stand there").arg(text)));
    });
}

int readNumber(const Value &in)
{
    return static_cast<int>(in.integer());
}

ImageReference readImage(const Value &in)
{
    ImageReference image{.repository = {in["registry"_L1].text(), in["repository"_L1].text()}, .tag = {}, .digest = {}};
    if (const auto tag = in.find("tag"_L1))
        image.tag = tag->text();
    if (const auto digest = in.find("digest"_L1))
        image.digest = digest->parsed(Digest::parse);
    return image;
}

ImageUse readUse(const Value &in)
{
    ImageUse use{
        .file = in["file"_L1].text(),
        .line = readNumber(in["line"_L1]),
        .column = readNumber(in["column"_L1]),
        .path = in["path"_L1].text(),
        .kind = oneOf(in["kind"_L1], compose::Kind::Model),
        .services = in["services"_L1].each(&Value::text),
        .style = oneOf(in["style"_L1], yaml::Style::Folded),
        .anchor = in["anchor"_L1].boolean(),
        .via = oneOf(in["via"_L1], compose::Via::Unset),
        .text = in["text"_L1].text(),
        .image = {},
    };
    if (const auto image = in.find("image"_L1))
        use.image = readImage(*image);
    return use;
}

updates::Candidate readCandidate(const Value &in)
{
    return {.tag = in["tag"_L1].text(), .digest = in["digest"_L1].parsed(Digest::parse)};
}

updates::ShownEdit readEdit(const Value &in)
{
    return {
        .file = in["file"_L1].text(),
        .line = readNumber(in["line"_L1]),
        .before = in["old"_L1].text(),
        .after = in["new"_L1].text(),
    };
}

updates::Skipped readSkipped(const Value &in)
{
    return {.tag = in["tag"_L1].text(), .reason = oneOf(in["reason"_L1], Reason::TagGone)};
}

updates::Source readSource(const Value &in)
{
    const auto textOf = [&](QLatin1StringView field) {
        const auto value = in.find(field);
        return value ? value->text() : QString{};
    };
    return {
        .url = in["url"_L1].text(),
        .from = textOf("from"_L1),
        .to = textOf("to"_L1),
        .compare = textOf("compare"_L1),
    };
}

Risk readRisk(const Value &in)
{
    return oneOf(in, Risk::StaleComment);
}

Judgement readJudgement(const Value &in)
{
    Judgement judgement{.outcome = oneOf(in["outcome"_L1], Outcome::Error), .why = in["why"_L1].text()};
    if (const auto reason = in.find("reason"_L1))
        judgement.reason = oneOf(*reason, Reason::TagGone);
    if (const auto newest = in.find("newest"_L1))
        judgement.newest = newest->text();
    if (const auto skipped = in.find("skipped"_L1))
        judgement.skipped = skipped->each(readSkipped);
    if (const auto risks = in.find("risks"_L1))
        judgement.risks = risks->each(readRisk);
    if (const auto source = in.find("source"_L1))
        judgement.source = readSource(*source);
    if (judgement.outcome == Outcome::Update) {
        judgement.candidate = readCandidate(in["candidate"_L1]);
        judgement.edits = in["edits"_L1].each(readEdit);
    }
    return judgement;
}

updates::PlannedReference readReference(const Value &in)
{
    updates::PlannedReference reference{.use = readUse(in), .judgement = {}};
    if (in.find("outcome"_L1))
        reference.judgement = readJudgement(in);
    return reference;
}

Problem readProblem(const Value &in)
{
    Problem problem{
        .file = in["file"_L1].text(),
        .line = {},
        .column = {},
        .severity = in["severity"_L1].text() == "warning"_L1 ? Problem::Severity::Warning : Problem::Severity::Error,
        .code = in["code"_L1].text(),
        .message = in["message"_L1].text(),
    };
    if (const auto line = in.find("line"_L1))
        problem.line = readNumber(*line);
    if (const auto column = in.find("column"_L1))
        problem.column = readNumber(*column);
    return problem;
}

Plan readDocument(const Value &in)
{
    const auto arguments = in.find("arguments"_L1);
    return {
        .files = in["files"_L1].each(&Value::text),
        .references = in["references"_L1].each(readReference),
        .problems = in["problems"_L1].each(readProblem),
        .diff = in["diff"_L1].text(),
        .written = {},
        .arguments = arguments ? arguments->each(&Value::text) : QStringList{},
    };
}

struct Header
{
    qint64 format;
    QString command;
};

Header readHeader(const Value &in)
{
    return {.format = in["format"_L1].integer(), .command = in["command"_L1].text()};
}

} // namespace

Result<Plan> readPlan(const QByteArray &text)
{
    const auto header = json::decode(text, readHeader);
    if (!header)
        return failure(noPlan(header.error().details));
    if (header->format != 1)
        return failure(noPlan(Text::tr("its format is %1, and this program knows format 1").arg(header->format)));
    if (header->command != "plan"_L1)
        return failure(noPlan(Text::tr("it was printed by “%1”, not by “plan --json”").arg(header->command)));
    auto plan = json::decode(text, readDocument);
    if (!plan)
        return failure(noPlan(plan.error().details));
    return plan;
}

} // namespace slipway::ctl
