// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/interpolate.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace slipway::compose
{
namespace
{

constexpr int mostNested = 32; ///< a hostile value must not use up the stack

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isNamePart(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9');
}

qsizetype nameEnd(QByteArrayView value, qsizetype begin)
{
    if (begin >= value.size() || !isNameStart(value[begin]))
        return begin;
    auto end = begin + 1;
    while (end < value.size() && isNamePart(value[end]))
        ++end;
    return end;
}

/// The index of the brace that closes the one at `open`; -1 if there is none.
qsizetype closingBrace(QByteArrayView value, qsizetype open)
{
    int depth = 0;
    for (auto i = open; i < value.size(); ++i) {
        if (value[i] == '{')
            ++depth;
        else if (value[i] == '}' && --depth == 0)
            return i;
    }
    return -1;
}

/// One `${…}`: its name, its operator, and where the operator's value stands.
struct Braced
{
    QByteArray name;
    char op = 0;           ///< one of - ? +, or 0
    bool emptyToo = false; ///< `:` before the operator: an empty value counts as none
    qsizetype valueBegin = 0;
    qsizetype valueEnd = 0;
};

QString tr(const char *text)
{
    return QCoreApplication::translate("compose", text);
}

std::expected<Braced, InterpolationError> readBraced(QByteArrayView value, qsizetype dollar)
{
    const auto close = closingBrace(value, dollar + 1);
    if (close < 0)
        return std::unexpected(
            InterpolationError{dollar, tr("`${` is never closed; write `$$` for a plain dollar sign.")});
    const auto begin = dollar + 2;
    auto at = nameEnd(value.first(close), begin);
    if (at == begin)
        return std::unexpected(InterpolationError{dollar, tr("`${` is not followed by the name of a variable.")});

    Braced braced{.name = value.sliced(begin, at - begin).toByteArray()};
    if (at == close)
        return braced;
    if (value[at] == ':') {
        braced.emptyToo = true;
        ++at;
    }
    if (at == close || !QByteArrayView("-?+").contains(value[at]))
        return std::unexpected(InterpolationError{dollar, tr("`${%1` is followed by something that Compose does not "
                                                             "know; it knows `:-`, `-`, `:?`, `?`, `:+` and `+`.")
                                                              .arg(QString::fromUtf8(braced.name))});
    braced.op = value[at];
    braced.valueBegin = at + 1;
    braced.valueEnd = close;
    return braced;
}

/// Collects the effective text; knows how deep it is and where it reads.
class Substitution
{
public:
    explicit Substitution(const Environment &variables)
        : m_variables(variables)
    {
    }

    std::expected<void, InterpolationError> read(QByteArrayView value, qsizetype begin, qsizetype end,
                                                 const Run &source, int depth);

    Effective take() { return std::move(m_result); }

private:
    std::expected<void, InterpolationError> readBracedValue(QByteArrayView value, const Braced &braced, int depth);
    void append(QByteArrayView text, qsizetype offset, const Run &source);
    void appendVariable(const QByteArray &name, const VariablePointer &variable, int depth);
    void need(const QByteArray &name, const VariablePointer &variable, int depth);

    const Environment &m_variables;
    Effective m_result;
};

void Substitution::append(QByteArrayView text, qsizetype offset, const Run &source)
{
    if (text.isEmpty())
        return;
    const auto begin = m_result.text.size();
    m_result.text.append(text);
    if (!m_result.runs.isEmpty()) {
        auto &last = m_result.runs.last();
        const auto continues = last.from == source.from && last.name == source.name &&
                               last.placeBegin == source.placeBegin && last.variable == source.variable &&
                               last.offset + (last.end - last.begin) == offset;
        if (continues) {
            last.end = m_result.text.size();
            return;
        }
    }
    auto run = source;
    run.begin = begin;
    run.end = m_result.text.size();
    run.offset = offset;
    m_result.runs.append(run);
}

void Substitution::appendVariable(const QByteArray &name, const VariablePointer &variable, int depth)
{
    const auto plain = depth == 0 && variable->verbatim;
    append(variable->value, 0,
           {.begin = 0,
            .end = 0,
            .from = plain ? Run::From::EnvFile : Run::From::Nowhere,
            .offset = 0,
            .name = name,
            .variable = variable});
}

void Substitution::need(const QByteArray &name, const VariablePointer &variable, int depth)
{
    if (!variable)
        m_result.unset.append(name);
    else if (variable->value.isEmpty())
        m_result.empty.append(name);
    else
        appendVariable(name, variable, depth);
}

std::expected<void, InterpolationError> Substitution::readBracedValue(QByteArrayView value, const Braced &braced,
                                                                      int depth)
{
    const auto variable = m_variables.find(braced.name);
    const auto hasValue = variable && !(braced.emptyToo && variable->value.isEmpty());
    if (braced.op == '+') {
        if (!hasValue)
            return {};
        const Run nowhere{.begin = 0, .end = 0, .from = Run::From::Nowhere, .offset = 0, .name = braced.name};
        return read(value, braced.valueBegin, braced.valueEnd, nowhere, depth + 1);
    }
    if (hasValue || braced.op == 0) {
        if (braced.op == 0)
            need(braced.name, variable, depth);
        else
            appendVariable(braced.name, variable, depth);
        return {};
    }
    if (braced.op == '?') {
        m_result.unset.append(braced.name);
        return {};
    }
    const Run source{.begin = 0,
                     .end = 0,
                     .from = depth == 0 ? Run::From::Default : Run::From::Nowhere,
                     .offset = 0,
                     .placeBegin = braced.valueBegin,
                     .placeEnd = braced.valueEnd,
                     .name = braced.name};
    return read(value, braced.valueBegin, braced.valueEnd, source, depth + 1);
}

std::expected<void, InterpolationError> Substitution::read(QByteArrayView value, qsizetype begin, qsizetype end,
                                                           const Run &source, int depth)
{
    if (depth > mostNested)
        return std::unexpected(InterpolationError{begin, tr("Variables are nested too deeply.")});
    const auto part = value.first(end);
    auto at = begin;
    while (at < end) {
        const auto dollar = part.indexOf('$', at);
        append(part.sliced(at, (dollar < 0 ? end : dollar) - at), at, source);
        if (dollar < 0)
            break;
        const auto next = dollar + 1 < end ? part[dollar + 1] : '\0';
        if (next == '{') {
            const auto braced = readBraced(part, dollar);
            if (!braced)
                return std::unexpected(braced.error());
            if (auto done = readBracedValue(part, *braced, depth); !done)
                return done;
            at = (braced->op ? braced->valueEnd : dollar + 2 + braced->name.size()) + 1;
        } else if (next == '$') {
            append("$", dollar + 1, source);
            at = dollar + 2;
        } else if (const auto stop = nameEnd(part, dollar + 1); stop > dollar + 1) {
            const auto name = part.sliced(dollar + 1, stop - dollar - 1).toByteArray();
            need(name, m_variables.find(name), depth);
            at = stop;
        } else {
            append("$", dollar, source);
            at = dollar + 1;
        }
    }
    return {};
}

} // namespace

std::expected<Effective, InterpolationError> interpolate(QByteArrayView value, const Environment &variables)
{
    Substitution substitution(variables);
    const Run text{.begin = 0, .end = 0, .from = Run::From::Text, .offset = 0};
    if (auto done = substitution.read(value, 0, value.size(), text, 0); !done)
        return std::unexpected(done.error());
    return substitution.take();
}

QList<QByteArray> mentionedVariables(QByteArrayView value)
{
    QList<QByteArray> names;
    for (auto dollar = value.indexOf('$'); dollar >= 0 && dollar + 1 < value.size();
         dollar = value.indexOf('$', dollar)) {
        if (value[dollar + 1] == '$') {
            dollar += 2;
            continue;
        }
        const auto begin = dollar + (value[dollar + 1] == '{' ? 2 : 1);
        const auto end = nameEnd(value, begin);
        if (end > begin)
            names.append(value.sliced(begin, end - begin).toByteArray());
        dollar = std::max(end, dollar + 1);
    }
    return names;
}

} // namespace slipway::compose
