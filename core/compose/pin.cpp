// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/pin.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::compose
{
namespace
{

/// A stretch of the effective text that lies in one run and may change.
struct Part
{
    qsizetype begin;
    qsizetype end;
    const Run *run;

    [[nodiscard]] bool isVariable() const { return run->from != Run::From::Text; }
};

/// New text for a part.
struct Replacement
{
    Part part;
    QByteArray text;
};

using Replaced = std::expected<Replacement, PinObstacle>;

std::optional<ReferenceParts> partsOf(const Site &site)
{
    return site.use.image ? referenceParts(QString::fromUtf8(site.effective.text)) : std::nullopt;
}

/// What of [begin, end) may change: what its one variable gives; all of it where it is one stretch of plain text.
std::optional<Part> partIn(const Effective &effective, qsizetype begin, qsizetype end)
{
    QList<Part> texts;
    QList<Part> variables;
    for (const auto &run : effective.runs) {
        if (run.end <= begin || run.begin >= end)
            continue;
        if (!run.editable)
            return std::nullopt;
        const Part part{.begin = std::max(run.begin, begin), .end = std::min(run.end, end), .run = &run};
        (part.isVariable() ? variables : texts).append(part);
    }
    if (variables.size() == 1)
        return variables.first();
    return variables.isEmpty() && texts.size() == 1 ? std::optional{texts.first()} : std::nullopt;
}

/// The part that holds the tag; without one, the end of the name.
std::optional<Part> tagPart(const Effective &effective, const ReferenceParts &parts)
{
    return parts.hasTag ? partIn(effective, parts.tagBegin, parts.tagEnd)
                        : partIn(effective, parts.nameEnd - 1, parts.nameEnd);
}

/// Makes [begin, end) say `text`; what stands around the part that may change must stay.
Replaced replacement(const Effective &effective, qsizetype begin, qsizetype end, const QByteArray &text)
{
    const auto part = partIn(effective, begin, end);
    if (!part)
        return std::unexpected(PinObstacle::Complex);
    const auto before = effective.text.sliced(begin, part->begin - begin);
    const auto behind = effective.text.sliced(part->end, end - part->end);
    const auto inner = text.size() - before.size() - behind.size();
    if (inner <= 0 || !text.startsWith(before) || !text.endsWith(behind))
        return std::unexpected(PinObstacle::Complex);
    return Replacement{.part = *part, .text = text.sliced(before.size(), inner)};
}

/// Puts text right behind a part. Behind a variable that ends before, it would not belong to what the variable gives.
Replaced insertion(const std::optional<Part> &part, qsizetype at, const QByteArray &text)
{
    if (!part || part->end != at)
        return std::unexpected(PinObstacle::Complex);
    return Replacement{.part = {.begin = at, .end = at, .run = part->run}, .text = text};
}

Replaced tagReplacement(const Effective &effective, const ReferenceParts &parts, const QByteArray &tag)
{
    if (parts.hasTag)
        return replacement(effective, parts.tagBegin, parts.tagEnd, tag);
    return insertion(tagPart(effective, parts), parts.nameEnd, ':' + tag);
}

Replaced digestReplacement(const Effective &effective, const ReferenceParts &parts, const QByteArray &digest)
{
    if (parts.hasDigest)
        return replacement(effective, parts.digestBegin, parts.digestEnd, digest);
    return insertion(tagPart(effective, parts), parts.hasTag ? parts.tagEnd : parts.nameEnd, '@' + digest);
}

/// Takes the digest away, with its `@`.
Replaced digestRemoval(const Effective &effective, const ReferenceParts &parts)
{
    const auto part = partIn(effective, parts.digestBegin - 1, parts.digestEnd);
    if (!part || part->begin != parts.digestBegin - 1 || part->end != parts.digestEnd)
        return std::unexpected(PinObstacle::Complex);
    return Replacement{.part = *part, .text = {}};
}

/// What a run is a part of in its file: the scalar's text, one default in it, or a value in `.env`.
struct Home
{
    Run::From from;
    qsizetype begin; ///< in the scalar's value; 0 for a variable
    QByteArray text;
    VariablePointer variable;

    bool operator==(const Home &) const = default;
};

Home homeOf(const Site &site, const Run &run)
{
    const auto value = site.place->value.toByteArray();
    switch (run.from) {
    case Run::From::EnvFile:
        return {.from = run.from, .begin = 0, .text = run.variable->value, .variable = run.variable};
    case Run::From::Default:
        return {.from = run.from,
                .begin = run.placeBegin,
                .text = value.sliced(run.placeBegin, run.placeEnd - run.placeBegin),
                .variable = {}};
    case Run::From::Text: break;
    }
    return {.from = run.from, .begin = 0, .text = value, .variable = {}};
}

/// Replacements in one home, in their order, as one edit. It shows the whole home, or only what changes.
TextEdit editOf(const Site &site, const Home &home, const QList<Replacement> &replacements, bool showsWhole)
{
    const auto inHome = [&](const Part &part, qsizetype at) {
        return part.run->offset + (at - part.run->begin) - home.begin;
    };
    const auto begin = inHome(replacements.first().part, replacements.first().part.begin);
    auto end = begin;
    QByteArray text;
    for (const auto &[part, replaced] : replacements) {
        text += home.text.sliced(end, inHome(part, part.begin) - end) + replaced;
        end = inHome(part, part.end);
    }
    const auto before = showsWhole ? home.text : home.text.sliced(begin, end - begin);
    const auto after = showsWhole ? home.text.first(begin) + text + home.text.sliced(end) : text;
    const auto &variable = home.variable;
    const auto fileBegin = variable ? variable->begin : site.place->begin + home.begin;
    return {.file = variable ? variable->file : site.use.file,
            .path = variable ? variable->path : site.place.file->path,
            .begin = fileBegin + begin,
            .end = fileBegin + end,
            .text = text,
            .line = variable ? variable->line : site.use.line,
            .before = QString::fromUtf8(before),
            .after = QString::fromUtf8(after),
            .node = variable ? yaml::noNode : site.place.node,
            .variable = variable ? variable->name : QByteArray{}};
}

/// The tag's and the digest's replacement as one edit if they have the same home.
QList<TextEdit> editsOf(const Site &site, const QList<Replacement> &replacements)
{
    QList<Home> homes;
    for (const auto &each : replacements)
        homes.append(homeOf(site, *each.part.run));
    if (homes.size() == 2 && homes.first() == homes.last())
        return {editOf(site, homes.first(), replacements, true)};

    const auto isDefault = [](const Home &home) { return home.from == Run::From::Default; };
    const auto sharesScalar = std::ranges::any_of(homes, isDefault);
    QList<TextEdit> edits;
    for (qsizetype i = 0; i < homes.size(); ++i) {
        const auto showsWhole = homes.at(i).from != Run::From::Text || !sharesScalar;
        edits.append(editOf(site, homes.at(i), {replacements.at(i)}, showsWhole));
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
    const auto isFixed = site.ambiguous || !tagPart(site.effective, *parts) ||
                         (parts->hasDigest && !partIn(site.effective, parts->digestBegin, parts->digestEnd));
    return isFixed ? std::optional{PinObstacle::Complex} : std::nullopt;
}

std::expected<QList<TextEdit>, PinObstacle> pinEdits(const Site &site, const std::optional<QString> &tag,
                                                     const std::optional<Digest> &digest)
{
    const auto parts = partsOf(site);
    if (!parts || !site.place->verbatim)
        return std::unexpected(PinObstacle::Escaped);
    if (site.ambiguous)
        return std::unexpected(PinObstacle::Complex);
    QList<Replaced> replaced;
    if (tag && site.use.image->tag != tag)
        replaced.append(tagReplacement(site.effective, *parts, tag->toLatin1()));
    if (site.use.image->digest != digest)
        replaced.append(digest ? digestReplacement(site.effective, *parts, digest->text().toLatin1())
                               : digestRemoval(site.effective, *parts));
    QList<Replacement> replacements;
    for (const auto &each : std::as_const(replaced)) {
        if (!each)
            return std::unexpected(each.error());
        replacements.append(*each);
    }
    return editsOf(site, replacements);
}

VariablePointer tagVariable(const Site &site)
{
    const auto parts = partsOf(site);
    const auto part = parts ? tagPart(site.effective, *parts) : std::nullopt;
    return part ? part->run->variable : VariablePointer{};
}

TagFrame tagFrame(const Site &site)
{
    const auto parts = partsOf(site);
    const auto part = parts && parts->hasTag ? tagPart(site.effective, *parts) : std::nullopt;
    if (!part || !part->isVariable())
        return {};
    const auto text = QString::fromUtf8(site.effective.text);
    return {.before = text.sliced(parts->tagBegin, part->begin - parts->tagBegin),
            .behind = text.sliced(part->end, parts->tagEnd - part->end)};
}

} // namespace slipway::compose
