// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/match.h"

#include <algorithm>

namespace slipway::window
{
namespace
{

constexpr int wholeWord = 30;
constexpr int wordBegin = 12;
constexpr int inARow = 8;
constexpr int anywhere = 1;

bool beginsWord(QStringView text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber() || (text.at(at).isUpper() && text.at(at - 1).isLower());
}

/// A word as it stands in the text: far better than its letters here and there.
std::optional<Match> wholeMatch(QStringView word, QStringView text)
{
    std::optional<Match> best;
    for (auto at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        Match found{.score = wholeWord + int(word.size()) * inARow + (beginsWord(text, at) ? wordBegin : 0)};
        for (qsizetype i = 0; i < word.size(); ++i)
            found.positions.append(at + i);
        if (!best || found.score > best->score)
            best = found;
    }
    return best;
}

/// What a letter prefers that does not stand right behind the one before.
enum class Then { NextWord, SameWord };

/// Where it stands: from there on in the same word, or at the beginning of a later one; -1 if nowhere.
qsizetype placeOf(QChar letter, QStringView text, qsizetype from, Then then)
{
    qsizetype same = -1;
    bool isSameWord = true;
    for (auto at = from; at < text.size(); ++at) {
        const bool isBegin = beginsWord(text, at);
        isSameWord = isSameWord && !isBegin;
        if (text.at(at).toCaseFolded() != letter.toCaseFolded())
            continue;
        if (at == from || isBegin)
            return at;
        if (isSameWord && same < 0)
            same = at;
        if (same >= 0 && then == Then::SameWord)
            return same;
    }
    return same;
}

/// The letters as an abbreviation: the first begins a word, the others go on in that word or begin a later one.
std::optional<Match> abbreviation(QStringView word, QStringView text, qsizetype begin, Then then)
{
    Match found;
    auto from = begin;
    for (const auto letter : word) {
        const auto at = placeOf(letter, text, from, then);
        if (at < 0)
            return std::nullopt;
        found.score += beginsWord(text, at) ? wordBegin : at == from ? inARow : anywhere;
        found.positions.append(at);
        from = at + 1;
    }
    return found;
}

std::optional<Match> letterMatch(QStringView word, QStringView text)
{
    std::optional<Match> best;
    for (qsizetype begin = 0; begin < text.size(); ++begin) {
        if (!beginsWord(text, begin) || text.at(begin).toCaseFolded() != word.front().toCaseFolded())
            continue;
        for (const auto then : {Then::NextWord, Then::SameWord})
            if (const auto found = abbreviation(word, text, begin, then);
                found && (!best || found->score > best->score))
                best = found;
    }
    return best;
}

} // namespace

std::optional<Match> match(QStringView typed, QStringView text)
{
    Match all;
    const auto words = typed.split(u' ', Qt::SkipEmptyParts);
    for (const auto word : words) {
        auto found = wholeMatch(word, text);
        if (!found)
            found = letterMatch(word, text);
        if (!found)
            return std::nullopt;
        all.score += found->score;
        all.positions += found->positions;
    }
    std::ranges::sort(all.positions);
    all.positions.erase(std::unique(all.positions.begin(), all.positions.end()), all.positions.end());
    all.score -= int(text.size()) / 16; // of two that fit alike, the shorter one
    return all;
}

} // namespace slipway::window
