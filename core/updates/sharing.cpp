// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/sharing.h"

#include "core/updates/why.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::updates
{
namespace
{

using VariableKey = std::pair<QString, QByteArray>; ///< file, name

/// How far a reference that Slipway leaves as it is minds the change of a variable in it.
enum class Minds { Nothing, Digests, Everything };

Minds mindsOf(const Survey &survey, const compose::Site &site)
{
    const auto subject = subjectOf(survey, site);
    if (subject)
        return Minds::Everything;
    switch (subject.error().reason) {
    case Reason::Shadowed:
    case Reason::Unused: return Minds::Nothing;
    case Reason::BuiltHere:
    case Reason::NeverPulled:
    case Reason::NotManaged: return Minds::Digests;
    default: return Minds::Everything;
    }
}

void addVariable(const compose::VariablePointer &variable, QSet<VariableKey> &into)
{
    const VariableKey key{variable->path, variable->name};
    if (into.contains(key))
        return;
    into.insert(key);
    for (const auto &used : variable->uses)
        addVariable(used, into);
}

/// The variables that feed a site, also those that only feed others.
QSet<VariableKey> variablesOf(const compose::Site &site)
{
    QSet<VariableKey> variables;
    for (const auto &run : site.effective.runs) {
        if (run.variable)
            addVariable(run.variable, variables);
    }
    return variables;
}

bool addsDigest(const compose::TextEdit &edit)
{
    return edit.after.contains("@sha"_L1) && !edit.before.contains("@sha"_L1);
}

/// Finds out for one edit after another who does not go along with it.
class Conflicts
{
public:
    Conflicts(const Survey &survey, const QList<Judged> &judged)
        : m_survey(survey)
    {
        for (const auto &each : judged)
            m_judged.insert(each.index, &each);
        for (qsizetype i = 0; i < survey.sites.size(); ++i) {
            const auto variables = variablesOf(survey.sites.at(i));
            for (const auto &variable : variables)
                m_fed[variable].append(i);
        }
    }

    /// Why an update cannot be made; nothing if it can.
    [[nodiscard]] std::optional<QString> against(const Judged &update) const
    {
        for (const auto &edit : update.verdict.edits) {
            if (edit.variable.isEmpty())
                continue;
            if (addsDigest(edit) && m_survey.usedElsewhere.contains({edit.path, edit.variable}))
                return whyVariableUsedElsewhere(edit.variable);
            const auto fed = m_fed.value({edit.path, edit.variable});
            for (const auto index : fed) {
                if (auto why = against(edit, index))
                    return why;
            }
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] std::optional<QString> against(const compose::TextEdit &edit, qsizetype index) const
    {
        const auto *other = m_judged.value(index);
        if (other && other->verdict.edits.contains(edit))
            return std::nullopt;
        const auto isSame = [&](const compose::TextEdit &own) {
            return own.path == edit.path && own.variable == edit.variable;
        };
        if (other && std::ranges::any_of(other->verdict.edits, isSame))
            return whyVariableShared(edit.variable);
        const auto &site = m_survey.sites.at(index);
        const auto minds = mindsOf(m_survey, site);
        if (minds == Minds::Everything)
            return whyVariableFeeds(edit.variable, site.use);
        return minds == Minds::Digests && addsDigest(edit) ? std::optional{whyVariableUsedElsewhere(edit.variable)}
                                                           : std::nullopt;
    }

    const Survey &m_survey;
    QHash<qsizetype, const Judged *> m_judged;
    QHash<VariableKey, QList<qsizetype>> m_fed;
};

} // namespace

void refuseConflicts(const Survey &survey, QList<Judged> &judged)
{
    judged.detach(); // Conflicts points into it
    const Conflicts conflicts(survey, judged);
    QList<std::pair<Judged *, QString>> refused;
    do { // a refusal can leave others alone with their edit
        refused.clear();
        for (auto &each : judged) {
            if (const auto why = conflicts.against(each))
                refused.append({&each, *why});
        }
        for (const auto &[each, why] : std::as_const(refused))
            each->verdict = {.judgement = {.outcome = Outcome::Refused, .reason = Reason::VariableShared, .why = why}};
    } while (!refused.isEmpty());
}

} // namespace slipway::updates
