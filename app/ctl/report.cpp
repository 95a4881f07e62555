// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/report.h"

#include "app/ctl/cells.h"
#include "app/ctl/diffview.h"
#include "app/ctl/json.h"
#include "app/ctl/rows.h"
#include "app/ctl/text.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{
namespace
{

using updates::Outcome;
using updates::Plan;

void print(QIODevice &device, const QString &text)
{
    device.write(text.toUtf8());
}

QString placed(const QString &file, std::optional<int> line, std::optional<int> column, const QString &sentence)
{
    auto text = visible(file);
    for (const auto &number : {line, column})
        if (number)
            text += u':' + QString::number(*number);
    return text + u": "_s + visible(sentence) + u'\n';
}

/// Why there is no row to show.
QString nothingFound(const Plan &plan)
{
    return Text::tr("No image references in %1: there is nothing to update.\n").arg(visible(plan.files.join(u", "_s)));
}

bool isBroken(const Plan &plan)
{
    return std::ranges::contains(plan.problems, Problem::Severity::Error, &Problem::severity);
}

} // namespace

void tellProblems(const Context &context, const QList<Problem> &problems)
{
    for (const auto &problem : problems) {
        const bool isWarning = problem.severity == Problem::Severity::Warning;
        const auto sentence = (isWarning ? Text::tr("warning: ") : QString{}) + problem.message;
        print(*context.err, placed(problem.file, problem.line, problem.column, sentence));
    }
}

void tellErrors(const Context &context, const Plan &plan)
{
    for (const auto &[use, judgement] : plan.references)
        if (judgement && judgement->outcome == Outcome::Error)
            print(*context.err, placed(use.file, use.line, use.column, judgement->why));
}

void showImages(const Context &context, const Plan &plan)
{
    const auto count = plan.references.size();
    if (count == 0 && !isBroken(plan))
        print(*context.out, nothingFound(plan));
    if (count == 0)
        return;
    const auto total = count == 1 ? Text::tr("1 image reference") : Text::tr("%1 image references").arg(count);
    QSet<QString> places;
    for (const auto &reference : plan.references)
        places.insert(reference.use.file);
    const auto files = places.size() == 1 ? Text::tr("1 file") : Text::tr("%1 files").arg(places.size());
    print(*context.out, laidOut(imagesTable(plan, context.terminal), context.terminal) + u'\n' +
                            Text::tr("%1 in %2\n").arg(total, files));
}

void showPlan(const Context &context, const Plan &plan)
{
    if (plan.references.isEmpty()) {
        if (!isBroken(plan))
            print(*context.out, nothingFound(plan));
        return;
    }
    auto text = laidOut(planTable(plan, context.terminal), context.terminal);
    text += u'\n' + summary(plan, context.terminal) + u'\n';
    if (!plan.diff.isEmpty())
        text += u'\n' + diffText(plan.diff, context.terminal);
    print(*context.out, text);
}

void showDiff(const Context &context, const QString &diff)
{
    print(*context.out, context.terminal.tty ? diffText(diff, context.terminal) : diff);
}

void printDocument(const Context &context, const Options &options, const Plan &plan)
{
    tellProblems(context, plan.problems);
    tellErrors(context, plan);
    context.out->write(toJson(options.command, plan));
}

void show(const Context &context, const Options &options, const Plan &plan)
{
    if (options.json)
        return printDocument(context, options, plan);
    tellProblems(context, plan.problems);
    if (options.diff || options.quiet)
        tellErrors(context, plan);
    if (options.diff)
        showDiff(context, plan.diff);
    else if (!options.quiet)
        showPlan(context, plan);
}

Exit failed(const Context &context, const Options &options, const Error &error)
{
    if (error.kind != Error::Kind::Cancelled) {
        const auto sentence =
            error.remedy.isEmpty() ? error.message : QStringList{error.message, error.remedy}.join(u' ');
        print(*context.err, u"slipwayctl: "_s + visible(sentence) + u'\n');
    }
    if (options.json)
        context.out->write(toJson(options.command, {}));
    return error.kind == Error::Kind::InvalidInput && !options.services.isEmpty() ? Exit::WrongUsage : Exit::Failed;
}

updates::Scope scopeOf(const Context &context, const Options &options)
{
    return {.folder = context.folder, .files = options.words, .services = options.services};
}

Exit exitOf(const Options &options, const Plan &plan)
{
    if (isBroken(plan) || plan.count(Outcome::Error) > 0)
        return Exit::Failed;
    if (options.command == "plan"_L1 && plan.count(Outcome::Update) > 0)
        return Exit::UpdatesAvailable;
    return Exit::Done;
}

} // namespace slipway::ctl
