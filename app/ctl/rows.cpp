// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/rows.h"

#include "app/ctl/cells.h"
#include "app/ctl/inwords.h"
#include "app/ctl/text.h"

using namespace Qt::StringLiterals;

namespace slipway::ctl
{
namespace
{

using compose::ImageUse;
using updates::Judgement;
using updates::Outcome;
using updates::Plan;
using updates::PlannedReference;
using updates::Reason;

/// What a person can leave as it is, and what the files mean to be so.
bool needsNobody(const Judgement &judgement)
{
    if (judgement.outcome == Outcome::Current || judgement.outcome == Outcome::Held)
        return true;
    const QList<std::optional<Reason>> intended{Reason::BuiltHere, Reason::NeverPulled, Reason::Shadowed,
                                                Reason::Unused, Reason::NotManaged};
    return judgement.outcome == Outcome::Refused && intended.contains(judgement.reason);
}

/// The state's sign and word. The sign tells states apart where there are no colours.
Cell stateCell(const std::optional<Judgement> &judgement, bool unicode)
{
    if (!judgement)
        return {Text::tr("? not judged"), Paint::Attention};
    switch (judgement->outcome) {
    case Outcome::Update: return {(unicode ? u"↑ "_s : u"^ "_s) + Text::tr("update"), Paint::Update};
    case Outcome::Current: return {(unicode ? u"✓ "_s : u"= "_s) + Text::tr("current"), Paint::Good};
    case Outcome::Held: return {(unicode ? u"‖ "_s : u"| "_s) + Text::tr("held"), Paint::Muted};
    case Outcome::Refused:
        return {(unicode ? u"⊘ "_s : u"- "_s) + Text::tr("refused"),
                needsNobody(*judgement) ? Paint::Muted : Paint::Attention};
    case Outcome::Error: return {(unicode ? u"✗ "_s : u"! "_s) + Text::tr("error"), Paint::Danger};
    }
    return {};
}

Paint namePaint(const std::optional<Judgement> &judgement)
{
    return judgement && needsNobody(*judgement) ? Paint::Plain : Paint::Strong;
}

Cell serviceCell(const ImageUse &use, Paint paint)
{
    constexpr qsizetype mostNames = 3;
    auto names = use.services;
    if (names.isEmpty())
        return {visible(nameOfUnused(use.path)), Paint::Muted};
    const auto more = names.size() - mostNames;
    if (more > 0)
        names = names.first(mostNames);
    auto text = visible(names.join(u", "_s));
    if (more > 0)
        text += Text::tr(" and %1 more").arg(more);
    if (use.kind != compose::Kind::Service)
        text += u" ("_s + kindInWords(use.kind) + u')';
    return {text, paint};
}

/// The tag, and the digest's beginning if there is one: "latest d580323". Of a text that is no reference, its end.
Cell runningCell(const ImageUse &use, const std::optional<Judgement> &judgement)
{
    if (!use.image)
        return {visible(use.text.section(u'/', -1))};
    const auto &image = *use.image;
    const auto tag = image.tag.value_or(image.digest ? QString{} : u"latest"_s);
    const bool tagChanges = judgement && judgement->candidate && judgement->candidate->tag != tag;
    if (!image.digest || (tagChanges && !tag.isEmpty()))
        return {visible(tag)};
    return {visible(tag.isEmpty() ? firstSeven(*image.digest) : tag + u' ' + firstSeven(*image.digest))};
}

Cell newestCell(const ImageUse &use, const std::optional<Judgement> &judgement, bool unicode)
{
    if (!judgement)
        return {};
    const auto arrow = unicode ? u"→ "_s : u"-> "_s;
    const auto tag = use.image ? use.image->tag.value_or(u"latest"_s) : QString{};
    if (const auto &candidate = judgement->candidate)
        return {arrow + visible(candidate->tag == tag ? firstSeven(candidate->digest) : candidate->tag), Paint::Update};
    if (judgement->newest && *judgement->newest != tag)
        return {arrow + visible(*judgement->newest), Paint::Muted};
    return {};
}

QList<Note> notesOf(const ImageUse &use, const Judgement &judgement)
{
    QList<Note> notes{{visible(judgement.why), needsNobody(judgement) ? Paint::Muted : Paint::Plain}};
    QStringList risks;
    for (const auto risk : judgement.risks)
        risks.append(riskInWords(risk));
    if (!risks.isEmpty())
        notes.append({Text::tr("Look twice: %1.").arg(risks.join(u"; "_s)), Paint::Attention});
    if (judgement.source && !judgement.source->compare.isEmpty())
        notes.append({visible(shortLink(*judgement.source)), Paint::Muted, true});
    if (judgement.outcome == Outcome::Refused || judgement.outcome == Outcome::Error)
        notes.append({placeOf(use), Paint::Muted, true});
    return notes;
}

/// The rows of each file together, under its name where there is more than one file.
QList<Section> sectionsOf(const Plan &plan, const auto &rowOf)
{
    QList<Section> sections;
    for (const auto &reference : plan.references) {
        const auto title = visible(reference.use.file);
        if (sections.isEmpty() || sections.last().title != title)
            sections.append({title, {}});
        sections.last().rows.append(rowOf(reference));
    }
    if (sections.size() == 1)
        sections.first().title.clear();
    return sections;
}

QString counted(int count, Outcome outcome)
{
    switch (outcome) {
    case Outcome::Update: return count == 1 ? Text::tr("1 update") : Text::tr("%1 updates").arg(count);
    case Outcome::Current: return Text::tr("%1 current").arg(count);
    case Outcome::Held: return Text::tr("%1 held").arg(count);
    case Outcome::Refused: return Text::tr("%1 refused").arg(count);
    case Outcome::Error: return count == 1 ? Text::tr("1 error") : Text::tr("%1 errors").arg(count);
    }
    return {};
}

} // namespace

Table planTable(const Plan &plan, const Terminal &terminal)
{
    const auto rowOf = [&](const PlannedReference &reference) {
        const auto &[use, judgement, owners] = reference;
        return Row{
            .cells = {stateCell(judgement, terminal.unicode), serviceCell(use, namePaint(judgement)),
                      runningCell(use, judgement), newestCell(use, judgement, terminal.unicode)},
            .notes = judgement ? notesOf(use, *judgement) : QList<Note>{},
        };
    };
    return {
        .headings = {Text::tr("state"), Text::tr("service"), Text::tr("running"),
                     (terminal.unicode ? u"→ "_s : u"-> "_s) + Text::tr("newest"), Text::tr("why")},
        .sections = sectionsOf(plan, rowOf),
    };
}

Table imagesTable(const Plan &plan, const Terminal &terminal)
{
    const auto rowOf = [&](const PlannedReference &reference) {
        const auto &use = reference.use;
        return Row{
            .cells = {{placeOf(use)}, serviceCell(use, Paint::Strong), {imageInWords(use, terminal.unicode)}},
            .notes = {{styleInWords(use), Paint::Muted}},
        };
    };
    auto sections = sectionsOf(plan, rowOf);
    for (auto &section : sections)
        section.title.clear(); // each row has its place
    return {
        .headings = {Text::tr("place"), Text::tr("service"), Text::tr("image"), Text::tr("written")},
        .sections = std::move(sections),
    };
}

QString summary(const Plan &plan, const Terminal &terminal)
{
    QStringList parts;
    for (const auto outcome : {Outcome::Update, Outcome::Current, Outcome::Held, Outcome::Refused, Outcome::Error}) {
        const int count = plan.count(outcome);
        const auto paint = outcome == Outcome::Update  ? Paint::Update
                           : outcome == Outcome::Error ? Paint::Danger
                                                       : Paint::Plain;
        if (count > 0)
            parts.append(painted(counted(count, outcome), paint, terminal));
    }
    if (parts.isEmpty())
        return Text::tr("Nothing was judged: the policy has to be mended first.\n");
    const bool isDone = plan.count(Outcome::Update) == 0 && plan.count(Outcome::Error) == 0 && !plan.isBroken();
    return (isDone ? Text::tr("Nothing to do: ") : QString{}) + parts.join(u", "_s) + u'\n';
}

} // namespace slipway::ctl
