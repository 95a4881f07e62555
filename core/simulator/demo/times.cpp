// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/demo/times.h"

namespace slipway::simulator::demo
{

namespace
{

std::chrono::seconds unit(QChar letter)
{
    switch (letter.unicode()) {
    case u'd': return std::chrono::days{1};
    case u'h': return std::chrono::hours{1};
    case u'm': return std::chrono::minutes{1};
    case u's': return std::chrono::seconds{1};
    default: Q_UNREACHABLE_RETURN({});
    }
}

} // namespace

std::chrono::seconds duration(QStringView text)
{
    std::chrono::seconds sum{0};
    int number = 0;
    for (const auto character : text) {
        if (character.isDigit()) {
            number = number * 10 + character.digitValue();
            continue;
        }
        sum += number * unit(character);
        number = 0;
    }
    return sum;
}

QDateTime at(const QDateTime &start, QStringView offset)
{
    const auto span = duration(offset.sliced(1));
    return start.addDuration(offset.startsWith(u'-') ? -span : span);
}

} // namespace slipway::simulator::demo
