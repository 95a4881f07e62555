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

/// `file:line:column: sentence`, as editors and CI services find it.
QString placed(const QString &file, std::optional<int> line, std::optional<int> column, const QString &sentence)
{
    auto text = file.isEmpty() ? u"slipwayctl"_s : visible(file);
    for (const auto &number : {line, column})
        if (number)
            text += u':' + QString::number(*number);
    return text + u": "_s + visible(sentence) + u'\n';
}

void tellProblems(const Context &context, const QList<Problem> &problems)
{
    for (const auto &problem : problems) {
        const bool isWarning = problem.severity == Problem::Severity::Warning;
        const auto mark = isWarning ? Text::tr("warning: ") : QString{};
        print(*context.err, placed(problem.file, problem.line, problem.column, mark + problem.message));
    }
}

/// The references that could not be found out, where no table tells of them.
void tellErrors(const Context &context, const Plan &plan)
{
    for (const auto &[use, judgement, owners] : plan.references)
        if (judgement && judgement->outcome == Outcome::Error)
            print(*context.err, placed(use.file, use.line, use.column, judgement->why));
}

/// The code of a problem that is about no file.
QString codeOf(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Offline: return u"offline"_s;
    case Error::Kind::Timeout: return u"timeout"_s;
    case Error::Kind::Unauthorized: return u"unauthorized"_s;
    case Error::Kind::Forbidden: return u"forbidden"_s;
    case Error::Kind::NotFound: return u"not-found"_s;
    case Error::Kind::Conflict: return u"conflict"_s;
    case Error::Kind::RateLimited: return u"rate-limited"_s;
    case Error::Kind::InvalidInput: return u"invalid-input"_s;
    case Error::Kind::Protocol: return u"protocol"_s;
    case Error::Kind::Storage: return u"storage"_s;
    case Error::Kind::Cancelled: return u"cancelled"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

/// Why there is no row to show.
QString nothingFound(const Plan &plan)
{
    if (plan.isBroken())
        return {};
    return Text::tr("There is no image reference in %1, so there is nothing to update.\n")
        .arg(visible(plan.files.join(u", "_s)));
}

QString imagesInWords(const Plan &plan, const Terminal &terminal)
{
    const auto count = plan.references.size();
    if (count == 0)
        return nothingFound(plan);
    QSet<QString> places;
    for (const auto &reference : plan.references)
        places.insert(reference.use.file);
    const auto total = count == 1 ? Text::tr("1 image reference") : Text::tr("%1 image references").arg(count);
    const auto files = places.size() == 1 ? Text::tr("1 file") : Text::tr("%1 files").arg(places.size());
    return laidOut(imagesTable(plan, terminal), terminal) + u'\n' + Text::tr("%1 in %2\n").arg(total, files) +
           (plan.problems.isEmpty() ? u""_s : u"\n"_s);
}

QString planInWords(const Plan &plan, const Terminal &terminal)
{
    if (plan.references.isEmpty())
        return nothingFound(plan);
    QString text = laidOut(planTable(plan, terminal), terminal) + u'\n' + summary(plan, terminal);
    if (!plan.diff.isEmpty())
        text += u'\n' + diffText(plan.diff, terminal);
    if (!plan.problems.isEmpty() || plan.count(Outcome::Error) > 0)
        text += u'\n'; // they come next
    return text;
}

QString pullInWords(const updates::PlanPull &pull)
{
    const auto services = visible(pull.services.join(u", "_s));
    const auto number = QString::number(pull.number);
    const QString place = visible(pull.url) + u'\n';
    switch (pull.state) {
    case updates::PlanPull::State::Created: return Text::tr("Opened #%1 for %2: ").arg(number, services) + place;
    case updates::PlanPull::State::Updated: return Text::tr("Updated #%1 for %2: ").arg(number, services) + place;
    case updates::PlanPull::State::Unchanged: break;
    }
    return Text::tr("#%1 for %2 is as it should be: ").arg(number, services) + place;
}

} // namespace

void tellImages(const Context &context, const Options &options, const Plan &plan)
{
    if (!options.json && !options.quiet)
        print(*context.out, imagesInWords(plan, context.terminal));
    tellProblems(context, plan.problems);
    printDocument(context, options, plan);
}

void tellPlan(const Context &context, const Options &options, const Plan &plan)
{
    const int errors = plan.count(Outcome::Error);
    const bool hasTable = !options.json && !options.diff && !options.quiet;
    if (hasTable)
        print(*context.out, planInWords(plan, context.terminal));
    if (options.diff)
        print(*context.out, context.terminal.tty ? diffText(plan.diff, context.terminal) : plan.diff);
    tellProblems(context, plan.problems);
    if (!hasTable)
        tellErrors(context, plan);
    else if (errors > 0)
        print(*context.err,
              Text::tr("slipwayctl: %1 of %2 images could not be checked.\n").arg(errors).arg(plan.references.size()));
}

void tellWritten(const Context &context, const Options &options, const Plan &told, const Plan &written)
{
    tellProblems(context, written.problems.sliced(std::min(told.problems.size(), written.problems.size())));
    const bool isTold = !options.json && !options.diff && !options.quiet;
    const auto pulls = written.pullRequests.value_or(QList<updates::PlanPull>{});
    for (const auto &pull : pulls) {
        if (isTold)
            print(*context.out, pullInWords(pull));
    }
    if (!written.written.isEmpty() && !options.json && !options.diff && !options.quiet)
        print(*context.out, u'\n' + Text::tr("Written: %1\n").arg(visible(written.written.join(u", "_s))));
}

void printDocument(const Context &context, const Options &options, const Plan &plan)
{
    if (options.json)
        context.out->write(toJson(options.command, plan));
}

Exit failed(const Context &context, const Options &options, const Obstacle &obstacle)
{
    const auto &[error, exit] = obstacle;
    if (error.kind == Error::Kind::Cancelled) // by the person, who knows
        return exit;
    const auto code = exit == Exit::WrongUsage ? u"wrong-usage"_s : codeOf(error.kind);
    const QString sentences = error.remedy.isEmpty() ? error.message : QString{error.message + u' ' + error.remedy};
    Plan plan;
    plan.problems = {{.file = {}, .line = {}, .column = {}, .code = code, .message = sentences}};
    tellProblems(context, plan.problems);
    printDocument(context, options, plan);
    return exit;
}

Exit exitOf(const Options &options, const Plan &plan)
{
    if (plan.isBroken() || plan.count(Outcome::Error) > 0)
        return Exit::Failed;
    if (options.command == "plan"_L1 && plan.count(Outcome::Update) > 0)
        return Exit::UpdatesAvailable;
    return Exit::Done;
}

} // namespace slipway::ctl
