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

/// The letters from left to right, each at the next beginning of a word that has it, else at its next place.
std::optional<Match> letterMatch(QStringView word, QStringView text)
{
    Match found;
    qsizetype from = 0;
    for (const auto letter : word) {
        const auto next = text.indexOf(letter, from, Qt::CaseInsensitive);
        if (next < 0)
            return std::nullopt;
        auto at = next;
        for (auto other = next; other >= 0 && next != from;
             other = text.indexOf(letter, other + 1, Qt::CaseInsensitive))
            if (beginsWord(text, other)) {
                at = other;
                break;
            }
        found.score += beginsWord(text, at) ? wordBegin : at == from && from > 0 ? inARow : anywhere;
        found.positions.append(at);
        from = at + 1;
    }
    return found;
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
