// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/pin.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::compose
{
namespace
{

/// New text for a part of the effective text.
struct Replacement
{
    qsizetype begin;
    qsizetype end;
    QByteArray text;
    qsizetype run; ///< the run in which it lies
};

std::optional<ReferenceParts> partsOf(const Site &site)
{
    return site.use.image ? referenceParts(QString::fromUtf8(site.effective.text)) : std::nullopt;
}

/// The indices of the runs that a stretch of the effective text touches.
QList<qsizetype> runsIn(const Effective &effective, qsizetype begin, qsizetype end)
{
    QList<qsizetype> indices;
    for (qsizetype i = 0; i < effective.runs.size(); ++i) {
        const auto &run = effective.runs.at(i);
        if (run.begin < end && run.end > begin)
            indices.append(i);
    }
    return indices;
}

/// The one run of the tag that a variable gives, or the whole tag where it is plain text.
struct TagPart
{
    qsizetype begin;
    qsizetype end;
    qsizetype run;
    bool isVariable;
};

std::optional<TagPart> tagPart(const Effective &effective, qsizetype begin, qsizetype end)
{
    const auto touched = runsIn(effective, begin, end);
    std::optional<TagPart> part;
    for (const auto index : touched) {
        const auto &run = effective.runs.at(index);
        if (run.from == Run::From::Nowhere)
            return std::nullopt;
        if (run.from == Run::From::Text)
            continue;
        if (part)
            return std::nullopt; // from more than one variable
        part = TagPart{
            .begin = std::max(run.begin, begin), .end = std::min(run.end, end), .run = index, .isVariable = true};
    }
    if (!part && !touched.isEmpty())
        part = TagPart{.begin = begin, .end = end, .run = touched.first(), .isVariable = false};
    return part;
}

std::optional<qsizetype> editableRun(const Effective &effective, qsizetype begin, qsizetype end)
{
    const auto touched = runsIn(effective, begin, end);
    if (touched.size() != 1 || effective.runs.at(touched.first()).from == Run::From::Nowhere)
        return std::nullopt;
    return touched.first();
}

using Replacements = std::expected<QList<Replacement>, PinObstacle>;

/// The new tag, as a change of the part of the tag that may change.
Replacements tagReplacement(const Effective &effective, const ReferenceParts &parts, const QByteArray &tag)
{
    if (!parts.hasTag) {
        const auto run = editableRun(effective, parts.nameEnd - 1, parts.nameEnd);
        if (!run)
            return std::unexpected(PinObstacle::Complex);
        return QList{Replacement{.begin = parts.nameEnd, .end = parts.nameEnd, .text = ':' + tag, .run = *run}};
    }
    const auto part = tagPart(effective, parts.tagBegin, parts.tagEnd);
    if (!part)
        return std::unexpected(PinObstacle::Complex);
    const auto before = effective.text.sliced(parts.tagBegin, part->begin - parts.tagBegin);
    const auto behind = effective.text.sliced(part->end, parts.tagEnd - part->end);
    if (tag.size() <= before.size() + behind.size() || !tag.startsWith(before) || !tag.endsWith(behind))
        return std::unexpected(PinObstacle::Complex);
    const auto text = tag.sliced(before.size(), tag.size() - before.size() - behind.size());
    return QList{Replacement{.begin = part->begin, .end = part->end, .text = text, .run = part->run}};
}

Replacements digestReplacement(const Effective &effective, const ReferenceParts &parts,
                               const std::optional<Digest> &digest)
{
    if (parts.hasDigest) {
        const auto begin = digest ? parts.digestBegin : parts.digestBegin - 1; // with its `@`
        const auto run = editableRun(effective, begin, parts.digestEnd);
        if (!run)
            return std::unexpected(PinObstacle::Complex);
        const auto text = digest ? digest->text().toLatin1() : QByteArray{};
        return QList{Replacement{.begin = begin, .end = parts.digestEnd, .text = text, .run = *run}};
    }
    if (!digest)
        return QList<Replacement>{};
    const auto end = parts.hasTag ? parts.tagEnd : parts.nameEnd;
    const auto run = editableRun(effective, end - 1, end);
    const auto part = parts.hasTag ? tagPart(effective, parts.tagBegin, parts.tagEnd) : std::nullopt;
    // Behind a variable, a digest would silently overrule whoever sets that variable.
    if (!run || (part && part->isVariable && part->run != *run))
        return std::unexpected(PinObstacle::Complex);
    return QList{Replacement{.begin = end, .end = end, .text = '@' + digest->text().toLatin1(), .run = *run}};
}

/// A place that holds a run: the scalar's text, one default in it, or a value in `.env`.
struct EditPlace
{
    Run::From from;
    qsizetype begin; ///< of the place's text in the scalar's value; 0 for a variable
    QByteArray text;
    VariablePointer variable;

    bool operator==(const EditPlace &) const = default;
};

EditPlace placeOf(const Site &site, const Run &run)
{
    if (run.from == Run::From::EnvFile)
        return {.from = run.from, .begin = 0, .text = run.variable->value, .variable = run.variable};
    const auto value = site.place->value.toByteArray();
    if (run.from == Run::From::Default)
        return {.from = run.from,
                .begin = run.placeBegin,
                .text = value.sliced(run.placeBegin, run.placeEnd - run.placeBegin),
                .variable = {}};
    return {.from = run.from, .begin = 0, .text = value, .variable = {}};
}

/// Replacements of one place as one edit of the file.
TextEdit editOf(const Site &site, const EditPlace &place, QList<Replacement> replacements, bool alone)
{
    const auto &runs = site.effective.runs;
    const auto sourceOf = [&](const Replacement &replacement, qsizetype at) {
        const auto &run = runs.at(replacement.run);
        return run.offset + (at - run.begin) - place.begin;
    };
    std::ranges::sort(replacements, {}, &Replacement::begin);
    const auto begin = sourceOf(replacements.first(), replacements.first().begin);
    auto at = begin;
    QByteArray text;
    for (const auto &replacement : std::as_const(replacements)) {
        const auto from = sourceOf(replacement, replacement.begin);
        text += place.text.sliced(at, from - at) + replacement.text;
        at = sourceOf(replacement, replacement.end);
    }
    const auto fileBegin = place.variable ? place.variable->begin : site.place->begin + place.begin;
    const auto after = place.text.first(begin) + text + place.text.sliced(at);
    const auto old = place.text.sliced(begin, at - begin);
    return {.file = place.variable ? place.variable->file : site.use.file,
            .path = place.variable ? place.variable->path : site.place.file->path,
            .begin = fileBegin + begin,
            .end = fileBegin + at,
            .text = text,
            .line = place.variable ? place.variable->line : site.use.line,
            .before = QString::fromUtf8(alone ? place.text : old),
            .after = QString::fromUtf8(alone ? after : text),
            .node = place.variable ? yaml::noNode : site.place.node,
            .variable = place.variable ? place.variable->name : QByteArray{}};
}

QList<TextEdit> editsOf(const Site &site, const QList<Replacement> &replacements)
{
    QList<std::pair<EditPlace, QList<Replacement>>> byPlace;
    for (const auto &replacement : replacements) {
        const auto place = placeOf(site, site.effective.runs.at(replacement.run));
        const auto known = std::ranges::find(byPlace, place, &std::pair<EditPlace, QList<Replacement>>::first);
        if (known != byPlace.end())
            known->second.append(replacement);
        else
            byPlace.append({place, {replacement}});
    }
    QList<TextEdit> edits;
    for (const auto &[place, own] : std::as_const(byPlace)) {
        const auto sharesScalar = place.from == Run::From::Text && std::ranges::any_of(byPlace, [](const auto &other) {
                                      return other.first.from == Run::From::Default;
                                  });
        edits.append(editOf(site, place, own, !sharesScalar));
    }
    return edits;
}

} // namespace

std::optional<PinObstacle> pinObstacle(const Site &site)
{
    const auto parts = partsOf(site);
    if (!parts)
        return std::nullopt;
    if (!site.place->verbatim)
        return PinObstacle::Escaped;
    const auto nameRun = editableRun(site.effective, parts->nameEnd - 1, parts->nameEnd);
    if (parts->hasTag ? !tagPart(site.effective, parts->tagBegin, parts->tagEnd).has_value() : !nameRun.has_value())
        return PinObstacle::Complex;
    if (parts->hasDigest && !editableRun(site.effective, parts->digestBegin, parts->digestEnd))
        return PinObstacle::Complex;
    return std::nullopt;
}

std::expected<QList<TextEdit>, PinObstacle> pinEdits(const Site &site, const std::optional<QString> &tag,
                                                     const std::optional<Digest> &digest)
{
    const auto parts = partsOf(site);
    if (!parts || !site.place->verbatim)
        return std::unexpected(PinObstacle::Escaped);
    QList<Replacement> replacements;
    if (tag && site.use.image->tag != tag) {
        const auto forTag = tagReplacement(site.effective, *parts, tag->toLatin1());
        if (!forTag)
            return std::unexpected(forTag.error());
        replacements += *forTag;
    }
    if (site.use.image->digest != digest) {
        const auto forDigest = digestReplacement(site.effective, *parts, digest);
        if (!forDigest)
            return std::unexpected(forDigest.error());
        replacements += *forDigest;
    }
    return editsOf(site, replacements);
}

VariablePointer tagVariable(const Site &site)
{
    const auto parts = partsOf(site);
    if (!parts)
        return {};
    const auto begin = parts->hasTag ? parts->tagBegin : parts->nameEnd - 1;
    const auto part = tagPart(site.effective, begin, parts->hasTag ? parts->tagEnd : parts->nameEnd);
    return part ? site.effective.runs.at(part->run).variable : VariablePointer{};
}

TagFrame tagFrame(const Site &site)
{
    const auto parts = partsOf(site);
    if (!parts || !parts->hasTag)
        return {};
    const auto part = tagPart(site.effective, parts->tagBegin, parts->tagEnd);
    if (!part || !part->isVariable)
        return {};
    const auto text = QString::fromUtf8(site.effective.text);
    return {.before = text.sliced(parts->tagBegin, part->begin - parts->tagBegin),
            .behind = text.sliced(part->end, parts->tagEnd - part->end)};
}

} // namespace slipway::compose
