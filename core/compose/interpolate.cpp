// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/interpolate.h"

#include "core/compose/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::compose
{
namespace
{

constexpr int mostNested = 32; ///< a hostile value must not use up the stack

using Done = std::expected<void, InterpolationError>;

/// A stretch of a value: plain text, or one variable with its operator.
struct Token
{
    qsizetype begin = 0;
    qsizetype end = 0;   ///< behind it, where the next one begins
    QByteArrayView text; ///< what plain text stands for; empty for a variable
    qsizetype textBegin = 0;
    QByteArrayView name;      ///< empty for plain text
    char op = 0;              ///< one of - ? +, or 0
    bool emptyToo = false;    ///< `:` before the operator: an empty value counts as none
    qsizetype valueBegin = 0; ///< of the operator's value
    qsizetype valueEnd = 0;
};

using ReadToken = std::expected<Token, InterpolationError>;

ReadToken refusal(qsizetype offset, const QString &message)
{
    return std::unexpected(InterpolationError{.offset = offset, .message = message});
}

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isNamePart(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9');
}

/// The name that begins at `begin`; empty if none does.
QByteArrayView nameAt(QByteArrayView value, qsizetype begin)
{
    if (begin >= value.size() || !isNameStart(value[begin]))
        return {};
    const auto end = std::find_if_not(value.begin() + begin, value.end(), isNamePart) - value.begin();
    return value.sliced(begin, end - begin);
}

/// The brace that closes the one at `open`: the balanced one; where there is none, the last one, as for Compose.
qsizetype closingBrace(QByteArrayView value, qsizetype open)
{
    int depth = 0;
    for (auto i = open; i < value.size(); ++i) {
        if (value[i] == '{')
            ++depth;
        else if (value[i] == '}' && --depth == 0)
            return i;
    }
    return value.lastIndexOf('}');
}

ReadToken bracedToken(QByteArrayView value, qsizetype dollar)
{
    const auto close = closingBrace(value, dollar + 1);
    if (close < dollar)
        return refusal(dollar, Text::tr("`${` is never closed; write `$$` for a plain dollar sign."));
    Token token{.begin = dollar, .end = close + 1, .text = {}, .name = nameAt(value.first(close), dollar + 2)};
    if (token.name.isEmpty())
        return refusal(dollar,
                       Text::tr("`${` is not followed by the name of a variable; write `$$` for a plain dollar sign."));
    auto at = dollar + 2 + token.name.size();
    if (at == close)
        return token;
    token.emptyToo = value[at] == ':';
    at += token.emptyToo ? 1 : 0;
    if (at == close || !QByteArrayView("-?+").contains(value[at]))
        return refusal(dollar,
                       Text::tr("`${%1` is followed by something that Compose does not know; it knows `:-`, `-`, "
                                "`:?`, `?`, `:+` and `+`.")
                           .arg(QString::fromUtf8(token.name)));
    token.op = value[at];
    token.valueBegin = at + 1;
    token.valueEnd = close;
    return token;
}

Token plainToken(QByteArrayView value, qsizetype begin, qsizetype textBegin, qsizetype end)
{
    return {.begin = begin,
            .end = end,
            .text = value.sliced(textBegin, end - textBegin),
            .textBegin = textBegin,
            .name = {}};
}

ReadToken tokenAt(QByteArrayView value, qsizetype at)
{
    const auto dollar = value.indexOf('$', at);
    if (dollar != at)
        return plainToken(value, at, at, dollar < 0 ? value.size() : dollar);
    const auto next = dollar + 1 < value.size() ? value[dollar + 1] : '\0';
    if (next == '{')
        return bracedToken(value, dollar);
    if (next == '$')
        return plainToken(value, at, at + 1, at + 2);
    const auto name = nameAt(value, dollar + 1);
    if (name.isEmpty())
        return plainToken(value, at, at, at + 1);
    return Token{.begin = dollar, .end = dollar + 1 + name.size(), .text = {}, .name = name};
}

/// Reads the tokens of value[begin, end) one after another.
template<class Take> Done forEachToken(QByteArrayView value, qsizetype begin, qsizetype end, int depth, Take take)
{
    if (depth > mostNested)
        return std::unexpected(InterpolationError{begin, Text::tr("Variables are nested deeper than 32 levels.")});
    for (auto at = begin; at < end;) {
        const auto token = tokenAt(value.first(end), at);
        if (!token)
            return std::unexpected(token.error());
        if (const auto done = take(*token); !done)
            return done;
        at = token->end;
    }
    return {};
}

/// Collects the effective text; knows how deep it is and where it reads.
class Substitution
{
public:
    Substitution(QByteArrayView value, const Environment &variables, qsizetype longest)
        : m_value(value)
        , m_variables(variables)
        , m_longest(std::max(longest, value.size()))
    {
    }

    /// `source` says where value[begin, end) stands.
    Done read(qsizetype begin, qsizetype end, const Run &source, int depth);

    Effective take() { return std::move(m_result); }

private:
    Done readVariable(const Token &token, const Run &source, int depth);
    Done readValue(const Token &token, const Run &source, int depth);
    Done append(QByteArrayView text, qsizetype offset, const Run &source);

    QByteArrayView m_value;
    const Environment &m_variables;
    qsizetype m_longest;
    Effective m_result;
};

Done Substitution::append(QByteArrayView text, qsizetype offset, const Run &source)
{
    if (text.isEmpty())
        return {};
    const auto begin = m_result.text.size();
    if (begin + text.size() > m_longest)
        return std::unexpected(InterpolationError{0, Text::tr("With its variables this becomes too long.")});
    m_result.text.append(text);
    auto run = source;
    run.begin = begin;
    run.end = m_result.text.size();
    run.offset = offset;
    m_result.runs.append(run);
    return {};
}

Done Substitution::readValue(const Token &token, const Run &source, int depth)
{
    auto inner = source;
    inner.editable = token.op == '-' && depth == 0;
    if (token.op == '-') {
        inner.from = Run::From::Default;
        inner.placeBegin = token.valueBegin;
        inner.placeEnd = token.valueEnd;
    }
    return read(token.valueBegin, token.valueEnd, inner, depth + 1);
}

Done Substitution::readVariable(const Token &token, const Run &source, int depth)
{
    const auto variable = m_variables.find(token.name);
    const auto counts = variable && !(token.emptyToo && variable->value.isEmpty());
    if (token.op == '+')
        return counts ? readValue(token, source, depth) : Done{};
    if (!counts && token.op == '-')
        return readValue(token, source, depth);
    if (!counts)
        m_result.unset.append(token.name.toByteArray());
    else if (variable->value.isEmpty())
        m_result.empty.append(token.name.toByteArray());
    else
        return append(variable->value, 0,
                      {.from = Run::From::EnvFile, .editable = depth == 0 && variable->verbatim, .variable = variable});
    return {};
}

Done Substitution::read(qsizetype begin, qsizetype end, const Run &source, int depth)
{
    return forEachToken(m_value, begin, end, depth, [&](const Token &token) {
        return token.name.isEmpty() ? append(token.text, token.textBegin, source) : readVariable(token, source, depth);
    });
}

Done collectNames(QByteArrayView value, qsizetype begin, qsizetype end, int depth, QList<QByteArrayView> &names)
{
    return forEachToken(value, begin, end, depth, [&](const Token &token) {
        if (!token.name.isEmpty())
            names.append(token.name);
        return token.op ? collectNames(value, token.valueBegin, token.valueEnd, depth + 1, names) : Done{};
    });
}

} // namespace

std::expected<Effective, InterpolationError> interpolate(QByteArrayView value, const Environment &variables,
                                                         qsizetype longest)
{
    Substitution substitution(value, variables, longest);
    if (auto done = substitution.read(0, value.size(), Run{}, 0); !done)
        return std::unexpected(std::move(done).error());
    return substitution.take();
}

std::expected<QList<QByteArrayView>, InterpolationError> variablesIn(QByteArrayView value)
{
    QList<QByteArrayView> names;
    if (auto done = collectNames(value, 0, value.size(), 0, names); !done)
        return std::unexpected(std::move(done).error());
    return names;
}

} // namespace slipway::compose
