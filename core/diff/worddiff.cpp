// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/worddiff.h"

#include <algorithm>
#include <span>
#include <vector>

namespace slipway::diff
{

namespace
{

constexpr size_t mostPairs = 1'000'000; // of words that are compared with each other; 4 MB

using Words = std::vector<QStringView>;
using SomeWords = std::span<const QStringView>;

bool isInWord(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'_';
}

Words wordsOf(QStringView line)
{
    Words words;
    for (auto begin = line.begin(); begin != line.end();) {
        const auto end = isInWord(*begin) ? std::find_if_not(begin, line.end(), isInWord) : begin + 1;
        words.emplace_back(begin, end);
        begin = end;
    }
    return words;
}

/// For each pair of rests of the two, how many words the longest common subsequence has.
class CommonWords
{
public:
    CommonWords(SomeWords before, SomeWords after)
        : m_width(after.size() + 1)
        , m_lengths((before.size() + 1) * m_width)
    {
        for (auto i = before.size(); i-- > 0;) {
            for (auto j = after.size(); j-- > 0;)
                m_lengths[i * m_width + j] =
                    before[i] == after[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
        }
    }

    [[nodiscard]] int at(size_t i, size_t j) const { return m_lengths[i * m_width + j]; }

private:
    size_t m_width;
    std::vector<int> m_lengths;
};

void mark(QList<Range> &ranges, QStringView line, QStringView word)
{
    const auto begin = word.begin() - line.begin();
    if (!ranges.isEmpty() && ranges.back().end == begin)
        ranges.back().end = begin + word.size();
    else
        ranges.append({begin, begin + word.size()});
}

QList<Range> whole(QStringView line, SomeWords words)
{
    QList<Range> ranges;
    for (const auto word : words)
        mark(ranges, line, word);
    return ranges;
}

/// What the two have in common at their beginning and end is taken off.
void trim(SomeWords &before, SomeWords &after)
{
    const auto same = std::ranges::mismatch(before, after).in1 - before.begin();
    before = before.subspan(static_cast<size_t>(same));
    after = after.subspan(static_cast<size_t>(same));
    while (!before.empty() && !after.empty() && before.back() == after.back()) {
        before = before.first(before.size() - 1);
        after = after.first(after.size() - 1);
    }
}

} // namespace

ChangedWords changedWords(QStringView before, QStringView after)
{
    const auto allBefore = wordsOf(before);
    const auto allAfter = wordsOf(after);
    SomeWords olds = allBefore;
    SomeWords news = allAfter;
    trim(olds, news);
    if ((olds.size() + 1) * (news.size() + 1) > mostPairs)
        return {whole(before, olds), whole(after, news)};

    const CommonWords common{olds, news};
    ChangedWords changed;
    for (size_t i = 0, j = 0; i < olds.size() || j < news.size();) {
        if (i < olds.size() && j < news.size() && olds[i] == news[j]) {
            ++i;
            ++j;
        } else if (j == news.size() || (i < olds.size() && common.at(i + 1, j) >= common.at(i, j + 1))) {
            mark(changed.before, before, olds[i++]);
        } else {
            mark(changed.after, after, news[j++]);
        }
    }
    return changed;
}

} // namespace slipway::diff
