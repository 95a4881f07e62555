// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/versiontail.h"

#include "core/image/characters.h"

#include <algorithm>
#include <array>
#include <span>

namespace slipway
{

using namespace Qt::StringLiterals;
using namespace characters;

namespace
{

constexpr qsizetype shortestCommit = 7;
constexpr qsizetype longestCommit = 40;
constexpr qsizetype shortestDescribedCommit = 5; // behind the `g` of git describe

bool areDigits(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, isDigit);
}

/// A part of the tail.
struct Piece
{
    QStringView text;
    QChar before; ///< the separator in front of it; null directly behind the numbers
};
using Pieces = QVarLengthArray<Piece, 8>;

struct Name
{
    QLatin1StringView text;
    int rank;
    bool needsNumber = false; ///< directly behind it
};

constexpr auto preReleaseNames = std::to_array<Name>({{"dev"_L1, 0},
                                                      {"nightly"_L1, 0},
                                                      {"snapshot"_L1, 0},
                                                      {"canary"_L1, 0},
                                                      {"unstable"_L1, 0},
                                                      {"edge"_L1, 0},
                                                      {"a"_L1, 1, true},
                                                      {"alpha"_L1, 1},
                                                      {"b"_L1, 2, true},
                                                      {"beta"_L1, 2},
                                                      {"m"_L1, 3, true},
                                                      {"pre"_L1, 3},
                                                      {"preview"_L1, 3},
                                                      {"ea"_L1, 3},
                                                      {"next"_L1, 3},
                                                      {"rc"_L1, 4}});

constexpr auto counterLetters = std::to_array<QLatin1StringView>(
    {"r"_L1, "u"_L1, "p"_L1, "ls"_L1, "rev"_L1, "build"_L1, "patch"_L1, "hotfix"_L1, "post"_L1});

Pieces split(QStringView tail)
{
    Pieces pieces;
    QChar before;
    for (auto begin = tail.begin(); begin < tail.end(); ++begin) {
        const auto end = std::find_if(begin, tail.end(), isSeparator);
        if (begin != end)
            pieces.append({.text = {begin, end}, .before = before});
        if (end == tail.end())
            break;
        before = *end;
        begin = end;
    }
    return pieces;
}

/// A piece as letters and the digits behind them; one of another form has all of it as its letters, which no name
/// equals.
struct Word
{
    QStringView letters;
    Number number;

    [[nodiscard]] bool is(QLatin1StringView name) const
    {
        return letters.size() == name.size() && letters.compare(name, Qt::CaseInsensitive) == 0;
    }
};

Word wordOf(QStringView piece)
{
    const auto digits = std::ranges::find_if(piece, isDigit);
    const Number number{digits, piece.end()};
    return areDigits(number) ? Word{{piece.begin(), digits}, number} : Word{piece, {}};
}

/// A pre-release at the beginning of the pieces, and how many it takes.
struct PreReleasePieces
{
    Version::PreRelease preRelease;
    size_t count;
};

std::optional<PreReleasePieces> preReleaseOf(std::span<const Piece> rest)
{
    const auto word = wordOf(rest.front().text);
    const auto name = std::ranges::find_if(preReleaseNames, [&](const Name &one) { return word.is(one.text); });
    if (name == preReleaseNames.end() || (name->needsNumber && word.number.isEmpty()))
        return {};
    if (word.number.isEmpty() && rest.size() > 1 && areDigits(rest[1].text))
        return PreReleasePieces{{name->rank, rest[1].text}, 2};
    return PreReleasePieces{{name->rank, word.number}, 1};
}

std::optional<Version::Counter> counterOf(QStringView text)
{
    const auto word = wordOf(text);
    const auto letters = std::ranges::find_if(counterLetters, [&](QLatin1StringView one) { return word.is(one); });
    if (letters == counterLetters.end() || word.number.isEmpty())
        return {};
    return Version::Counter{*letters, word.number};
}

/// What is glued to the numbers is no commit: 3.7.0a1234567.
bool isCommitPiece(const Piece &piece)
{
    return !piece.before.isNull() && isCommit(piece.text);
}

/// `_N`, or `-N` that is last or before a commit; the caller knows that it stands directly behind the numbers or the
/// pre-release.
bool isBareCounter(std::span<const Piece> rest)
{
    const auto &piece = rest.front();
    if (!areDigits(piece.text))
        return false;
    return piece.before == u'_' || (piece.before == u'-' && (rest.size() == 1 || isCommitPiece(rest[1])));
}

} // namespace

bool isCommit(QStringView piece)
{
    if (piece.startsWith(u'g'))
        return piece.size() > shortestDescribedCommit && piece.size() <= longestCommit + 1 &&
               std::ranges::all_of(piece.sliced(1), isHex);
    return piece.size() >= shortestCommit && piece.size() <= longestCommit && std::ranges::all_of(piece, isHex) &&
           std::ranges::any_of(piece, isDigit) && std::ranges::any_of(piece, isLetter);
}

void readTail(QStringView tail, Version &version)
{
    const auto pieces = split(tail);
    bool mayBeBareCounter = true;
    for (std::span<const Piece> rest{pieces}; !rest.empty(); rest = rest.subspan(1)) {
        const auto &piece = rest.front();
        const auto preRelease = isCommitPiece(piece) ? std::nullopt : preReleaseOf(rest);
        if (isCommitPiece(piece)) {
            version.hasCommit = true;
        } else if (preRelease) {
            version.preReleases.append(preRelease->preRelease);
            rest = rest.subspan(preRelease->count - 1);
        } else if (mayBeBareCounter && isBareCounter(rest)) {
            version.bareCounter = piece.text;
        } else if (const auto counter = counterOf(piece.text)) {
            version.counters.append(*counter);
        } else {
            version.variant.append(piece.text);
        }
        mayBeBareCounter = preRelease && !version.bareCounter;
    }
}

} // namespace slipway
