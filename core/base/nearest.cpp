// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/nearest.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace slipway
{
namespace
{

/// How many letters must be added, dropped, changed or swapped with their neighbour. (Optimal string alignment.)
int distance(const QString &a, const QString &b)
{
    const auto columns = static_cast<size_t>(b.size()) + 1;
    std::vector<int> twoUp(columns), up(columns), row(columns);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        twoUp = std::exchange(up, row);
        row[0] = static_cast<int>(i);
        for (size_t j = 1; j < columns; ++j) {
            const auto at = static_cast<qsizetype>(j) - 1;
            row[j] = std::min({up[j] + 1, row[j - 1] + 1, up[j - 1] + (a[i - 1] == b[at] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[at - 1] && a[i - 2] == b[at])
                row[j] = std::min(row[j], twoUp[j - 2] + 1);
        }
    }
    return row.back();
}

} // namespace

std::optional<QString> nearest(const QString &word, const QStringList &known)
{
    constexpr qsizetype longest = 64; // nobody mistypes more than that, and the work grows with the square
    if (word.isEmpty() || word.size() > longest)
        return {};
    const auto folded = word.toLower();
    std::optional<QString> best;
    int least = std::max(1, static_cast<int>(word.size()) / 3) + 1;
    for (const auto &candidate : known) {
        const auto other = candidate.toLower();
        const int away = other.startsWith(folded) ? 0 : distance(folded, other);
        if (away < least) {
            least = away;
            best = candidate;
        }
    }
    return best;
}

} // namespace slipway
