// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/environmentvalue.h"

namespace slipway::compose
{
namespace
{

std::optional<EnvironmentValue> quotedValue(QByteArrayView text, qsizetype at)
{
    const auto quote = text[at];
    for (auto i = at + 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == quote)
            return EnvironmentValue{.begin = at + 1, .end = i, .next = i + 1, .quote = quote};
    }
    return std::nullopt;
}

EnvironmentValue plainValue(QByteArrayView text, qsizetype at)
{
    const auto lineEnd = text.indexOf('\n', at);
    const auto line = text.first(lineEnd < 0 ? text.size() : lineEnd);
    const auto comment = line.indexOf(" #", at);
    auto end = comment < 0 ? line.size() : comment;
    while (end > at && isEnvironmentBlank(text[end - 1]))
        --end;
    return {.begin = at, .end = end, .next = line.size()};
}

/// What `\` and a letter stand for between double quotes.
QByteArray meaning(char c)
{
    static constexpr QByteArrayView letters = "abfnrtv";
    static constexpr QByteArrayView meanings = "\a\b\f\n\r\t\v";
    if (const auto letter = letters.indexOf(c); letter >= 0)
        return QByteArray(1, meanings[letter]);
    if (c == '$')
        return "$$";
    return c == '\\' ? QByteArray("\\") : QByteArray("\\") + c;
}

} // namespace

bool isEnvironmentBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\v' || c == '\f' || c == '\r';
}

std::optional<EnvironmentValue> environmentValueAt(QByteArrayView text, qsizetype at)
{
    const auto isQuoted = at < text.size() && (text[at] == '"' || text[at] == '\'');
    return isQuoted ? quotedValue(text, at) : plainValue(text, at);
}

QByteArray unescaped(QByteArrayView raw, char quote)
{
    QByteArray value;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (!quote || raw[i] != '\\' || i + 1 == raw.size())
            value += raw[i];
        else if (const auto c = raw[++i]; c == quote)
            value += c;
        else
            value += quote == '"' ? meaning(c) : QByteArray("\\") + c;
    }
    return value;
}

} // namespace slipway::compose
