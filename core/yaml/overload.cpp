// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/overload.h"

#include "core/yaml/text.h"

#include <algorithm>

namespace slipway::yaml
{

namespace
{

constexpr qsizetype mostMarksInLine = 200'000;
constexpr int mostTagDirectives = 100;

bool hasTooManyMarks(QByteArrayView line)
{
    return line.size() > mostMarksInLine &&
           std::ranges::count_if(line, [](char c) { return QByteArrayView{"[]{},"}.contains(c); }) > mostMarksInLine;
}

bool endsLine(char c)
{
    return c == '\n' || c == '\r';
}

} // namespace

std::optional<ParseError> overload(QByteArrayView text)
{
    int line = 1;
    int tagDirectives = 0;
    for (qsizetype begin = 0; begin < text.size(); ++line) {
        const auto found = text.indexOf('\n', begin);
        const auto end = found == -1 ? text.size() : found;
        const auto content = text.sliced(begin, end - begin);
        if (hasTooManyMarks(content))
            return ParseError{ParseError::Code::Invalid, line, 1,
                              Text::tr("The line has over 200,000 brackets and commas.")};
        if (content.startsWith("%TAG") && ++tagDirectives > mostTagDirectives)
            return ParseError{ParseError::Code::Invalid, line, 1, Text::tr("The file has over 100 %TAG lines.")};
        begin = end + 1;
    }
    return {};
}

qint64 blankLinesCost(QByteArrayView scalar)
{
    qint64 cost = 0;
    qint64 run = 0; // bytes of the blank lines so far
    for (auto begin = scalar.begin(); begin != scalar.end();) {
        const auto end = std::find_if(begin, scalar.end(), endsLine);
        const bool isBlank = std::all_of(begin, end, [](char c) { return c == ' ' || c == '\t'; });
        if (!isBlank) {
            cost += run * run;
            run = 0;
        } else {
            run += end - begin + 1;
        }
        begin = end == scalar.end() ? end : end + 1;
    }
    return cost + run * run;
}

} // namespace slipway::yaml
